namespace Dateline.Search.Extraction.PageText;

/// <summary>Cheap measures of a line.</summary>
internal static class LineShape
{
    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && c is '\'' or '’' or '-' or '.');
        }

        return words;
    }

    /// <summary>
    /// True when the line ends like a sentence: end punctuation, possibly inside closing quotes or brackets.
    /// </summary>
    public static bool IsClosed(ReadOnlySpan<char> text)
    {
        var last = text.TrimEnd("\"'”’»)]* ");
        if (last.IsEmpty)
            return false;
        return last[^1] switch
        {
            '!' or '?' or '…' or '。' => true,
            '.' => !EndsInAbbreviation(last),
            _ => false,
        };
    }

    /// <summary><c>U.S.</c>, <c>D.C.</c>: a dot that ends a headline as well as a sentence.</summary>
    private static bool EndsInAbbreviation(ReadOnlySpan<char> text) =>
        text.Length is >= 4 and < 100 && text[^3] == '.' && char.IsAsciiLetterUpper(text[^2])
        && char.IsAsciiLetterUpper(text[^4]);

    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>
    /// Share of the words that start with a capital or digit, 0 to 1; names and headlines in title case are near 1.
    /// </summary>
    public static double Capitalised(ReadOnlySpan<char> text)
    {
        int words = 0, capital = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inside)
            {
                words++;
                capital += char.IsUpper(c) || char.IsDigit(c) ? 1 : 0;
            }

            inside = letter || (inside && c is '\'' or '’' or '-' or '.');
        }

        return words == 0 ? 0 : (double)capital / words;
    }
}
