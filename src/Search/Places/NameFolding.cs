namespace Dateline.Search.Places;

/// <summary>
/// Spelling folded for look-up, alike when the gazetteer is built and when it is asked: lower-case ASCII, no
/// diacritics, apostrophes or full stops; tokens separated by one space, so that hyphen and space are the same.
/// </summary>
internal static class NameFolding
{
    /// <summary>Longest name that is folded, in characters; longer ones are cut.</summary>
    public const int MaxNameLength = 100;

    private const char Unmapped = '_';

    private const string LatinC0 =
        "aaaaaaaceeeeiiiidnooooo_ouuuuytsaaaaaaaceeeeiiiidnooooo_ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii__jjkkkllllll__llnnnnnn_nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "_______________a__f_____________oo_____________uu____________________________aaiioouuuuuuuuuu_aa" +
        "aa____ggkkoooo__j___gg__nnaa____aaaaeeeeiiiioooorrrruuuusstt__hh______aaeeooooooooyy____________" +
        "________________";

    private const string Latin1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy______aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy______";

    /// <summary>
    /// True for marks that spellings of one name put in or leave out: apostrophes, ayn and hamza signs, accents set
    /// apart.
    /// </summary>
    public static bool IsSilent(char c) => c is '\'' or '’' or '‘' or '`' or '´' or '.'
        or (>= '\u02B0' and <= '\u02FF') or (>= '\u0300' and <= '\u036F') or '\u200C' or '\u200D' or '\u00AD';

    /// <summary>True for characters that belong to a token (letters, digits, silent marks).</summary>
    public static bool IsTokenCharacter(char c) => char.IsLetterOrDigit(c) || IsSilent(c);

    /// <summary>The ASCII lower-case base letter; other letters come back in lower case.</summary>
    public static char FoldLetter(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        var mapped = c switch
        {
            >= '\u00C0' and < '\u0250' => LatinC0[c - 0xC0],
            >= '\u1E00' and < '\u1F00' => Latin1E00[c - 0x1E00],
            'ə' or 'ɑ' => 'a',
            _ => Unmapped,
        };
        return mapped == Unmapped ? char.ToLowerInvariant(c) : mapped;
    }

    /// <summary>Folds one token, written to <paramref name="folded"/> (at least as long as the token).</summary>
    /// <returns>Characters written.</returns>
    public static int FoldToken(ReadOnlySpan<char> token, Span<char> folded)
    {
        var length = 0;
        foreach (var c in token)
        {
            if (!IsSilent(c))
                folded[length++] = FoldLetter(c);
        }
        return Expand(folded, length, token.Length);
    }

    /// <summary>Folds a whole name.</summary>
    /// <returns>Characters written; at most <see cref="MaxNameLength"/> of the name are read.</returns>
    public static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        if (name.Length > MaxNameLength)
            name = name[..MaxNameLength];
        int length = 0, i = 0;
        while (i < name.Length)
        {
            if (!IsTokenCharacter(name[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < name.Length && IsTokenCharacter(name[i]))
                i++;
            var at = length == 0 ? 0 : length + 1;
            var written = FoldToken(name[start..i], folded[at..]);
            if (written == 0)
                continue;
            if (length > 0)
                folded[length] = ' ';
            length = at + written;
        }
        return length;
    }

    /// <summary>
    /// Buffer length that folding a text of this length can need: abbreviations grow when written out.
    /// </summary>
    public static int BufferLength(int textLength) => (3 * Math.Min(textLength, MaxNameLength)) + 8;

    /// <summary>Writes out the abbreviations that begin names.</summary>
    private static int Expand(Span<char> folded, int length, int tokenLength)
    {
        ReadOnlySpan<char> full = folded[..length] switch
        {
            "st" => "saint",
            "ste" => "sainte",
            "mt" => "mount",
            "ft" => "fort",
            _ => default,
        };
        if (full.IsEmpty || folded.Length < full.Length || tokenLength < 2)
            return length;
        full.CopyTo(folded);
        return full.Length;
    }
}
