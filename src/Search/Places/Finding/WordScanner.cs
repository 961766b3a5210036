namespace Dateline.Search.Places.Finding;

/// <summary>Where words end and how they are written.</summary>
internal static class WordScanner
{
    /// <summary>
    /// End of the word that starts at <paramref name="start"/>: letters, digits, inner apostrophes, dotted capitals
    /// ("U.S.").
    /// </summary>
    public static int End(string text, int start, out bool dotted)
    {
        dotted = false;
        var i = start + 1;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F')
            {
                i++;
            }
            else if (c is '\'' or '’' or '‘' or '`' && i + 1 < text.Length && char.IsLetter(text[i + 1])
                && !IsPossessive(text, i))
            {
                i += 2;
            }
            else if (c == '.' && char.IsUpper(text[i - 1]) && (dotted || i == start + 1)
                && ((i + 1 < text.Length && char.IsUpper(text[i + 1])) || dotted))
            {
                dotted = true;
                i++;
                if (i >= text.Length || !char.IsUpper(text[i]))
                    return i;
                i++;
            }
            else
            {
                break;
            }
        }
        return i;
    }

    /// <summary>True when "'s" stands at <paramref name="i"/> and ends the word.</summary>
    public static bool IsPossessive(string text, int i) =>
        i + 1 < text.Length && text[i] is '\'' or '’' && text[i + 1] is 's' or 'S' && !IsLetter(text, i + 2);

    public static TokenFlags Shape(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]))
            return TokenFlags.Digit;
        if (!char.IsUpper(word[0]))
            return TokenFlags.None;
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return TokenFlags.Capital;
            letters += char.IsLetter(c) ? 1 : 0;
        }
        return letters > 1 ? TokenFlags.Capital | TokenFlags.AllCaps : TokenFlags.Capital;
    }

    private static bool IsLetter(string text, int i) => i < text.Length && char.IsLetter(text[i]);
}
