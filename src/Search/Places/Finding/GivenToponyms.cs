namespace Dateline.Search.Places.Finding;

/// <summary>Takes the names of a text from outside instead of finding them, and looks up what they may be.</summary>
/// <param name="gazetteer">The names known.</param>
/// <param name="text">The words.</param>
internal sealed class GivenToponyms(Gazetteer gazetteer, TokenizedText text)
{
    private const int MaxCandidates = 128;

    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[MaxCandidates];
    private readonly FoundToponyms _found = new(text);
    private readonly CountyNames _counties = new(gazetteer, text);
    private readonly CapitalsName _capitals = new(text);

    /// <summary>Takes the names at these spans of the body, ascending; what covers no word is left out.</summary>
    public FoundToponyms Take(IEnumerable<(int Start, int End)> spans)
    {
        ReadOnlySpan<Token> tokens = text.Tokens;
        var first = 0;
        foreach (var (start, end) in spans)
        {
            while (first < tokens.Length && (tokens[first].Is(TokenFlags.InTitle) || tokens[first].End <= start))
                first++;
            var last = first;
            while (last + 1 < tokens.Length && tokens[last + 1].Start < end)
                last++;
            if (first < tokens.Length && tokens[first].Start < end)
                Add(first, last);
        }
        _counties.TakeLists(_found, onlyKnown: true);
        NoteDemonyms();
        return _found;
    }

    private void Add(int first, int last)
    {
        var candidates = _found.Candidates;
        var start = candidates.Count;
        candidates.AddRange(_buffer.AsSpan(0, gazetteer.FindByHash(text.HashOf(first, last), _buffer)));
        if (_capitals.IsCode(first, last))
            DropNames(start);
        if (candidates.Count == start)
            candidates.AddRange(_counties.Find(first, _counties.EndsInLevelWord(first, last) ? last - 1 : last));
        var flags = new NameContext(text.Tokens, first, last).Flags(_capitals.IsDateline(first, last));
        if (_found.IsFollowedBy(first))
            flags |= ToponymFlags.FollowsToponym;
        _found.Add(first, last, start, flags);
    }

    private void DropNames(int start)
    {
        for (var i = _found.Candidates.Count - 1; i >= start; i--)
        {
            if (_found.Candidates[i].Kind is not (NameKind.Abbreviation or NameKind.AfterComma))
                _found.Candidates.RemoveAt(i);
        }
    }

    private void NoteDemonyms()
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (!text.Tokens[i].Is(TokenFlags.Capital))
                continue;
            foreach (var match in _buffer.AsSpan(0, gazetteer.FindByHash(text.HashOf(i, i), _buffer)))
            {
                if (match.Kind == NameKind.Demonym)
                    _found.Demonyms.Add((match.Id, i, i));
            }
        }
    }
}
