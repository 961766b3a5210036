namespace Dateline.Search.Places.Finding;

/// <summary>
/// Counties by the first part of their names, where the text calls them counties: "Clarke, Madison and Oconee
/// counties", "Loudon Co."
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

    /// <summary>
    /// Names in a list that ends in "counties" are counties, whatever else bears their names.
    /// </summary>
    /// <param name="found">What was found; counties that it lacks are added in their order.</param>
    /// <param name="onlyKnown">Adds no names to those there are.</param>
    public void TakeLists(FoundToponyms found, bool onlyKnown)
    {
        var toponyms = found.Toponyms;
        var before = toponyms.Count;
        for (var noun = 1; noun < text.Tokens.Length; noun++)
        {
            if (!ClosesList(noun))
                continue;
            foreach (var name in ListedBefore(noun))
                Take(found, name, before, onlyKnown);
        }
        if (toponyms.Count > before)
            toponyms.Sort((left, right) => left.FirstToken.CompareTo(right.FirstToken));
    }

    /// <summary>"Loudon Co.", where "Loudon County" is meant.</summary>
    public bool EndsInLevelWord(int first, int last) => last > first
        && text.Folded(last, last) is "co" && text.Tokens[last].Is(TokenFlags.SpaceBefore);

    private void Take(FoundToponyms found, (int First, int Last) name, int known, bool onlyKnown)
    {
        var (toponyms, candidates) = (found.Toponyms, found.Candidates);
        var counties = Find(name.First, name.Last);
        if (counties.IsEmpty)
            return;
        var index = toponyms.FindIndex(0, known, toponym => toponym.FirstToken == name.First);
        if (index < 0 && (onlyKnown || toponyms.Exists(
            toponym => toponym.FirstToken <= name.Last && toponym.LastToken >= name.First)))
            return;
        var start = candidates.Count;
        var county = index >= 0 ? toponyms[index] : new Toponym(name.First, name.Last, "gazetteer");
        for (var i = 0; i < county.CandidateCount; i++)
            candidates.Add(candidates[county.CandidateStart + i]);
        candidates.AddRange(counties);
        (county.CandidateStart, county.CandidateCount) = (start, candidates.Count - start);
        county.Flags |= ToponymFlags.AsCounty | ToponymFlags.AsRegion | ToponymFlags.Supported;
        if (index >= 0)
            toponyms[index] = county;
        else
            toponyms.Add(county);
    }

    /// <summary>The spans of names listed before "counties" at this word, last first.</summary>
    private List<(int First, int Last)> ListedBefore(int noun)
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
    private bool ClosesList(int token) => text.Tokens[token].Is(WordClass.RegionNoun)
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
