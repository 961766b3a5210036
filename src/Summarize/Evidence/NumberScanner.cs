using System.Globalization;
using Dateline.Summarize.Figures;

namespace Dateline.Summarize.Evidence;

/// <summary>Counts in a sentence: figures and number words, but no dates, times, years or ordinals.</summary>
internal static class NumberScanner
{
    /// <summary>The numbers in text order, in plain digits.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<char> text)
    {
        List<string> numbers = [];
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInsideNumber(text, at))) at++;
            var word = text[start..at];
            if (NumberWords.TryCount(word, out var value)) numbers.Add(value.ToString(CultureInfo.InvariantCulture));
            else if (IsCount(word)) numbers.Add(word.ToString().Replace(",", "", StringComparison.Ordinal));
        }

        return numbers;
    }

    private static bool IsInsideNumber(ReadOnlySpan<char> text, int at) =>
        text[at] is ',' or '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1])
            && char.IsAsciiDigit(text[at + 1]);

    private static bool IsCount(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsAsciiDigit(c) && c is not (',' or '.')) return false;
        return !LooksLikeYear(word);
    }

    private static bool LooksLikeYear(ReadOnlySpan<char> word) =>
        word.Length == 4 && (word.StartsWith("19") || word.StartsWith("20")) && word.IndexOfAny(',', '.') < 0;
}
