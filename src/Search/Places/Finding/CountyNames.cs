namespace Dateline.Search.Places.Finding;

/// <summary>
/// Counties by the first part of their names, where the text calls them counties: "Clarke, Madison and Oconee counties",
/// "Loudon Co."
/// </summary>
internal sealed class CountyNames(Gazetteer gazetteer, TokenizedText text)
{
    private const int MaxListedNames = 16;

    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[64];

    /// <summary>Counties that bear the name of these words and a level word.</summary>
    /// <param name="first">First word.</param>
    /// <param name="last">Last word before the level word.</param>
    public ReadOnlySpan<GazetteerMatch> Find(int first, int last)
    {
        var name = text.Folded(first, last);
        if (name.Length > NameFolding.MaxNameLength)
            return [];
        var count = Find(name, " county");
        return _buffer.AsSpan(0, count > 0 ? count : Find(name, " parish"));
    }

    /// <summary>The spans of names listed before "counties" at this word, last first.</summary>
    public List<(int First, int Last)> ListedBefore(int noun)
    {
        var tokens = text.Tokens;
        var names = new List<(int, int)>();
        var last = noun - 1;
        while (last >= 0 && names.Count < MaxListedNames && tokens[last].Is(TokenFlags.Capital))
        {
            var first = last;
            while (first > 0 && tokens[first].Is(TokenFlags.Joined) && tokens[first - 1].Is(TokenFlags.Capital))
                first--;
            names.Add((first, last));
            last = first - 1;
            if (last > 0 && IsAnd(last) && tokens[first].Is(TokenFlags.Joined))
                last--;
            else if (!tokens[first].Is(TokenFlags.CommaBefore) || tokens[first].Is(TokenFlags.SentenceStart))
                break;
        }
        return names;
    }

    /// <summary>True for the plural that closes a list of counties.</summary>
    public bool ClosesList(int token) => text.Tokens[token].Is(WordClass.RegionNoun)
        && text.Folded(token, token) is "counties" or "parishes" && text.Tokens[token].Is(TokenFlags.SpaceBefore);

    private bool IsAnd(int token) => text.Folded(token, token) is "and" or "or";

    private int Find(ReadOnlySpan<char> name, string level)
    {
        Span<char> whole = stackalloc char[name.Length + level.Length];
        name.CopyTo(whole);
        level.CopyTo(whole[name.Length..]);
        return gazetteer.FindByHash(NameHash.Compute(whole), _buffer);
    }
}
