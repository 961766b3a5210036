namespace Dateline.Search.Places;

/// <summary>
/// A key on which transliterations of one Arabic, Persian, Kurdish or Hebrew name agree: "Deir Ezzor", "Deir ez-Zor"
/// and "Dayr az Zawr"; "Deraa" and "Dar'a"; "Douma" and "Duma"; "Hamuriyeh" and "Hammura". Far too coarse for free
/// text: it is asked only where the text or the country limits the candidates.
/// </summary>
internal static class LooseSpelling
{
    /// <summary>Shortest key worth asking for.</summary>
    public const int MinKeyLength = 3;

    /// <summary>Computes the key of a folded name (see <see cref="NameFolding"/>).</summary>
    /// <returns>Characters written to <paramref name="key"/>, which is as long as the name at least; 0 when nothing is
    /// left.</returns>
    public static int Compute(ReadOnlySpan<char> folded, Span<char> key)
    {
        var length = 0;
        foreach (var range in folded.Split(' '))
        {
            var token = folded[range];
            if (IsArticle(token) || token.IsEmpty)
                continue;
            length += AppendToken(StripAssimilated(token), key[length..], length > 0 ? key[length - 1] : '\0');
        }
        return length;
    }

    private static bool IsArticle(ReadOnlySpan<char> token) => token is "al" or "el" or "ul" or "as" or "es" or "is"
        or "ash" or "esh" or "ach" or "ech" or "ad" or "ed" or "adh" or "ar" or "er" or "an" or "en" or "at" or "et"
        or "ath"
        or "az" or "ez" or "uz" or "az" or "ha";

    /// <summary>"ezzor" and "assuwayda" carry the article: a vowel and a doubled sun letter.</summary>
    private static ReadOnlySpan<char> StripAssimilated(ReadOnlySpan<char> token) =>
        token.Length >= 5 && token[0] is 'a' or 'e' && token[1] == token[2] && "tdrzsnl".Contains(token[1])
        ? token[2..] : token;

    private static int AppendToken(ReadOnlySpan<char> token, Span<char> key, char previous)
    {
        token = CutEnding(token, out var openEnding);
        var length = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var c = Letter(token, ref i);
            if (c == '\0' || c == (length > 0 ? key[length - 1] : previous))
                continue;
            key[length++] = c;
        }
        if (openEnding && length > 0 && key[length - 1] != 'a')
            key[length++] = 'a';
        return length;
    }

    /// <summary>The feminine ending in its many forms: -a, -ah, -eh, -é, -iya, -iyah, -iyeh, -ieh.</summary>
    private static ReadOnlySpan<char> CutEnding(ReadOnlySpan<char> token, out bool openEnding)
    {
        openEnding = false;
        ReadOnlySpan<string> endings =
            ["iyyah", "iyyeh", "iyah", "iyeh", "iyya", "iya", "iye", "ieh", "ah", "eh", "a", "e"];
        foreach (var ending in endings)
        {
            if (token.Length < ending.Length + 2 || !token.EndsWith(ending))
                continue;
            openEnding = true;
            return token[..^ending.Length];
        }
        return token;
    }

    /// <summary>One sound: digraphs are read together, front vowels become <c>a</c>, back vowels <c>u</c>.</summary>
    private static char Letter(ReadOnlySpan<char> token, ref int i)
    {
        var c = token[i];
        var next = i + 1 < token.Length ? token[i + 1] : '\0';
        switch (c)
        {
            case 'a' or 'e' when next is 'u' or 'w' && !VowelAt(token, i + 2):
                i++;
                return 'u';
            case 'a' or 'e' or 'i':
                if (next is 'y' && !VowelAt(token, i + 2))
                    i++;
                return 'a';
            case 'y':
                return VowelAt(token, i + 1) ? 'y' : 'a';
            case 'o' or 'u':
                return 'u';
            case 'w' or 'v':
                return VowelAt(token, i + 1) ? 'w' : 'u';
            case 'c' when next == 'h':
            case 's' when next == 'h':
                i++;
                return 's';
            case 'd' when next is 'j':
                i++;
                return 'j';
            case 'd' or 't' or 'k' or 'g' when next == 'h':
                i++;
                return c;
            case 'p' when next == 'h':
                i++;
                return 'f';
            case 'q' or 'c':
                return 'k';
            default:
                return c;
        }
    }

    private static bool VowelAt(ReadOnlySpan<char> token, int i) => i < token.Length && "aeiouy".Contains(token[i]);
}
