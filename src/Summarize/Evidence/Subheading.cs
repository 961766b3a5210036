namespace Dateline.Summarize.Evidence;

/// <summary>A heading in capitals that stands before a sentence without a stop between them: "RISING ORDERS The yard
/// has …".</summary>
internal static class Subheading
{
    private const int LeastLetters = 10;
    private const int MostLetters = 60;

    /// <summary>Units of the heading and the blanks after it; 0 when the text opens with none.</summary>
    public static int LengthIn(ReadOnlySpan<char> sentence)
    {
        int words = 0, end = 0;
        for (var at = 0; at < sentence.Length;)
        {
            var start = at;
            while (at < sentence.Length && !char.IsWhiteSpace(sentence[at])) at++;
            if (!InCapitals(sentence[start..at])) break;
            words++;
            while (at < sentence.Length && char.IsWhiteSpace(sentence[at])) at++;
            end = at;
        }

        return words >= 2 && end is >= LeastLetters and <= MostLetters && Opens(sentence[end..]) ? end : 0;
    }

    // Dotted and short capitals are names: "U.S. NATO Secretary".
    private static bool InCapitals(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c) || c is '.' or ',' || char.IsDigit(c)) return false;
            if (char.IsUpper(c)) letters++;
        }

        return letters > 0;
    }

    private static bool Opens(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart("\"“‘'(");
        return rest.Length > 1 && char.IsUpper(rest[0]) && (char.IsLower(rest[1]) || (rest[0] is 'A' or 'I'
            && rest[1] == ' '));
    }
}
