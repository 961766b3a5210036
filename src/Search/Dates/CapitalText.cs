using System.Globalization;

namespace Dateline.Search.Dates;

/// <summary>
/// Telegram text is all capitals; the time rules tell months from verbs and names from words by their case, so it is
/// read in small letters with months and weekdays capitalised. Unit for unit of the same length.
/// </summary>
internal static class CapitalText
{
    private const int Sample = 2000;

    /// <summary>The text itself, or its small-lettered form.</summary>
    public static string Read(string text)
    {
        if (!IsCapitals(text))
            return text;
        return string.Create(text.Length, text, static (folded, source) =>
        {
            for (var at = 0; at < folded.Length; at++)
                folded[at] = char.ToLower(source[at], CultureInfo.InvariantCulture);
            Capitalise(folded);
        });
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var (capitals, small) = (0, 0);
        foreach (var c in text[..Math.Min(text.Length, Sample)])
        {
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
            small += char.IsAsciiLetterLower(c) ? 1 : 0;
        }

        return capitals > 20 && small * 10 < capitals;
    }

    private static void Capitalise(Span<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end > at && IsCalendarName(text, at, end))
                text[at] = char.ToUpper(text[at], CultureInfo.InvariantCulture);
            at = Math.Max(end, at + 1);
        }
    }

    // Verbs and nouns spelt like months and short weekdays count only beside a number.
    private static bool IsCalendarName(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        var type = TimeLexicon.Of(Capital(word)).Class;
        if (type is not (TimeClass.Month or TimeClass.Weekday))
            return false;
        return word.Length > 3 && word is not "march" || IsBesideNumber(text, start, end);
    }

    private static bool IsBesideNumber(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start].TrimEnd(" .,-\r\n");
        var after = text[end..].TrimStart(" .,-\r\n");
        return before is [.., >= '0' and <= '9'] || after is [>= '0' and <= '9', ..]
            || before.EndsWith(" in", StringComparison.Ordinal) || before.EndsWith("last", StringComparison.Ordinal)
            || before.EndsWith(" since", StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Capital(ReadOnlySpan<char> word)
    {
        if (word.Length > 12)
            return default;
        Span<char> capital = new char[word.Length];
        word.CopyTo(capital);
        capital[0] = char.ToUpper(capital[0], CultureInfo.InvariantCulture);
        return capital;
    }
}
