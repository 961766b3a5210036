using System.Runtime.InteropServices;

namespace Dateline.Search.Places.Finding;

/// <summary>
/// Finds names of the gazetteer in a text: longest match over words that belong together, capitals as evidence, and
/// never a part of a longer name that is something else ("Paris Hilton", "Washington Post").
/// </summary>
/// <param name="gazetteer">The names known.</param>
/// <param name="text">The words.</param>
/// <param name="tags">What the name tagger says of them.</param>
internal sealed class ToponymFinder(Gazetteer gazetteer, TokenizedText text, NameTags tags)
{
    private const int MaxNameTokens = 6;
    private const int MaxCandidates = 128;
    private const int ShortestCapitalsName = 5;

    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[MaxCandidates];
    private readonly List<Toponym> _toponyms = [];
    private readonly CountyNames _counties = new(gazetteer, text);

    /// <summary>Names found, in text order.</summary>
    public List<Toponym> Toponyms => _toponyms;

    /// <summary>What they may be: slices by <see cref="Toponym.CandidateStart"/>.</summary>
    public List<GazetteerMatch> Candidates { get; } = [];

    /// <summary>Places whose demonym occurs, and where, once for each occurrence and place.</summary>
    public List<(int Id, int FirstToken, int LastToken)> Demonyms { get; } = [];

    /// <summary>Hashes of words that belong to names of persons.</summary>
    public HashSet<ulong> NameParts { get; } = [];

    /// <summary>Reads the whole text.</summary>
    public void Find()
    {
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(TokenFlags.Capital) && !StartsWithArticle(tokens, i))
                continue;
            var last = Match(tokens, i);
            i = Math.Max(i, last >= 0 ? last : MatchLoosely(tokens, i));
        }
        _counties.TakeLists(_toponyms, Candidates, onlyKnown: false);
        foreach (ref var toponym in CollectionsMarshal.AsSpan(_toponyms))
        {
            if (toponym.FirstToken == toponym.LastToken
                && NameParts.Contains(HashOf(toponym.FirstToken, toponym.LastToken)))
                toponym.Flags |= ToponymFlags.NamePart;
        }
    }

    /// <summary>
    /// Takes the names from outside instead of finding them: spans of the body, ascending. Others are left out.
    /// </summary>
    public void TakeGiven(IEnumerable<(int Start, int End)> spans)
    {
        var tokens = text.Tokens;
        var first = 0;
        foreach (var (start, end) in spans)
        {
            while (first < tokens.Length && (tokens[first].Is(TokenFlags.InTitle) || tokens[first].End <= start))
                first++;
            var last = first;
            while (last + 1 < tokens.Length && tokens[last + 1].Start < end)
                last++;
            if (first >= tokens.Length || tokens[first].Start >= end)
                continue;
            var candidates = Candidates.Count;
            Candidates.AddRange(_buffer.AsSpan(0, gazetteer.FindByHash(HashOf(first, last), _buffer)));
            if (IsCode(tokens, first, last))
                DropNames(candidates);
            if (Candidates.Count == candidates)
                Candidates.AddRange(_counties.Find(first, EndsInLevelWord(tokens, first, last) ? last - 1 : last));
            var flags = new NameContext(tokens, first, last).Flags(IsDateline(tokens, first, last));
            _toponyms.Add(new Toponym
            {
                FirstToken = first,
                LastToken = last,
                CandidateStart = candidates,
                CandidateCount = Candidates.Count - candidates,
                Flags = FollowsToponym(tokens, first)
                ? flags | ToponymFlags.FollowsToponym : flags,
                Container = -1,
                Node = -1,
                Rule = "gazetteer",
            });
        }
        _counties.TakeLists(_toponyms, Candidates, onlyKnown: true);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(TokenFlags.Capital))
                continue;
            foreach (var match in _buffer.AsSpan(0, gazetteer.FindByHash(HashOf(i, i), _buffer)))
            {
                if (match.Kind == NameKind.Demonym)
                    Demonyms.Add((match.Id, i, i));
            }
        }
    }

    /// <summary>Forgets every toponym that is written exactly so.</summary>
    public void Drop(string name) => _toponyms.RemoveAll(toponym =>
    {
        var first = text.Tokens[toponym.FirstToken];
        return text.FieldOf(first).AsSpan()[first.Start..text.Tokens[toponym.LastToken].End].SequenceEqual(name);
    });

    /// <summary>Hash of a run of words.</summary>
    public ulong HashOf(int first, int last) => NameHash.Compute(text.Folded(first, last));

    /// <summary>True when a name may start with this lower-case article ("al-Bab").</summary>
    private static bool StartsWithArticle(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Is(WordClass.Particle) && i + 1 < tokens.Length && tokens[i + 1].Is(TokenFlags.HyphenBefore)
        && tokens[i + 1].Is(TokenFlags.Capital);

    /// <summary>Takes the longest name at token <paramref name="i"/>.</summary>
    /// <returns>Last token it covers, or -1.</returns>
    private int Match(Span<Token> tokens, int i)
    {
        for (var last = LongestRun(tokens, i); last >= i; last--)
        {
            if (!tokens[last].Is(TokenFlags.Capital | TokenFlags.Digit))
                continue;
            var count = gazetteer.FindByHash(HashOf(i, last), _buffer);
            if (count == 0 && last > i && EndsInLevelWord(tokens, i, last))
            {
                var counties = _counties.Find(i, last - 1);
                counties.CopyTo(_buffer);
                count = counties.Length;
            }
            if (count == 0)
                continue;
            var start = Candidates.Count;
            var demonym = Keep(tokens, i, last, count);
            if (Candidates.Count > start)
                return Accept(tokens, i, last, start) || last > i ? last : -1;
            if (demonym)
                return last;
        }
        return -1;
    }

    /// <summary>A whole name after a preposition of place may be a transliteration that no list has.</summary>
    private int MatchLoosely(ReadOnlySpan<Token> tokens, int first)
    {
        if (!NameReader.IsAfterLocative(tokens, first) || tokens[first].Is(TokenFlags.CapsContext | TokenFlags.AllCaps))
            return -1;
        var last = NameReader.EndOfName(tokens, first);
        var words = last - first + (tokens[first].Is(WordClass.Particle) ? 0 : 1);
        if (words < 2 || tokens[last].Is(TokenFlags.Possessive))
            return -1;
        var start = Candidates.Count;
        foreach (var match in _buffer.AsSpan(0, gazetteer.FindByLooseSpelling(text.Folded(first, last), _buffer)))
        {
            if (gazetteer.KindOf(match.Id) >= Articles.PlaceKind.Region)
                Candidates.Add(match);
        }
        if (Candidates.Count == start)
            return -1;
        _toponyms.Add(new Toponym
        {
            FirstToken = first,
            LastToken = last,
            CandidateStart = start,
            CandidateCount = Candidates.Count - start,
            Flags = new NameContext(tokens, first, last).Flags(dateline: false)
            | ToponymFlags.Transliterated,
            Container = -1,
            Node = -1,
            Rule = "transliteration",
        });
        return last;
    }

    private static int LongestRun(ReadOnlySpan<Token> tokens, int i)
    {
        var last = i;
        while (last + 1 < tokens.Length && last - i + 1 < MaxNameTokens && !tokens[last].Is(TokenFlags.Possessive)
            && (tokens[last + 1].Is(TokenFlags.Joined)
            || (tokens[last + 1].Is(TokenFlags.CommaBefore) && tokens[last + 1].Is(TokenFlags.Dotted)))
            && (tokens[last + 1].Is(TokenFlags.Capital | TokenFlags.Digit) || tokens[last + 1].Is(WordClass.Particle)))
            last++;
        return last;
    }

    /// <summary>Keeps the candidates that the spelling allows; notes demonyms.</summary>
    private bool Keep(ReadOnlySpan<Token> tokens, int first, int last, int count)
    {
        var demonym = false;
        var allCaps = tokens[first].Is(TokenFlags.AllCaps);
        var code = IsCode(tokens, first, last);
        var other = first == last && tokens[first].Is(
            WordClass.TimeWord | WordClass.Unplaceable | WordClass.TypeNoun | WordClass.OrganisationHead
            | WordClass.PersonTitle);
        other |= first == last && tokens[first].Is(TokenFlags.Common) && tokens[first].Is(TokenFlags.CapsContext);
        other |= AllGeneric(tokens[first..(last + 1)]);
        foreach (var match in _buffer.AsSpan(0, count))
        {
            var keep = !other && match.Kind switch
            {
                NameKind.Abbreviation =>
                    allCaps && (tokens[first].Is(TokenFlags.Dotted) || !tokens[first].Is(TokenFlags.CapsContext)
                    || !tokens[first].Is(TokenFlags.Common)),
                NameKind.AfterComma => FollowsToponym(tokens, first),
                NameKind.Demonym => false,
                NameKind.Loose => false,
                NameKind.Alternate => !code && !AllCommon(tokens[first..(last + 1)]),
                _ => !code,
            };
            demonym |= match.Kind == NameKind.Demonym;
            if (match.Kind == NameKind.Demonym)
                Demonyms.Add((match.Id, first, last));
            else if (keep)
                Candidates.Add(match);
        }
        return demonym;
    }

    /// <summary>A few capitals in running text ("EU") are an abbreviation, not the town that is spelled so.</summary>
    private bool IsCode(ReadOnlySpan<Token> tokens, int first, int last) => first == last
        && tokens[first].Is(TokenFlags.AllCaps)
        && tokens[first].FoldEnd - tokens[first].FoldStart < ShortestCapitalsName
        && !tokens[first].Is(TokenFlags.CapsContext) && !IsDateline(tokens, first, last);

    private void DropNames(int start)
    {
        for (var i = Candidates.Count - 1; i >= start; i--)
        {
            if (Candidates[i].Kind is not (NameKind.Abbreviation or NameKind.AfterComma))
                Candidates.RemoveAt(i);
        }
    }

    /// <summary>
    /// Another language's or time's spelling made of ordinary words ("White House") means those words.
    /// </summary>
    private static bool AllCommon(ReadOnlySpan<Token> name)
    {
        foreach (ref readonly var token in name)
        {
            if (!token.Is(TokenFlags.Common))
                return false;
        }
        return true;
    }

    /// <summary>"Central District", "East": words of direction and level alone name nothing.</summary>
    private static bool AllGeneric(ReadOnlySpan<Token> name)
    {
        foreach (ref readonly var token in name)
        {
            if (!token.Is(WordClass.Direction | WordClass.TypeNoun))
                return false;
        }
        return true;
    }

    private bool Accept(Span<Token> tokens, int first, int last, int start)
    {
        var context = new NameContext(tokens, first, last);
        var previousPlace = _toponyms.Count > 0 && _toponyms[^1].LastToken == first - 1;
        var fixedName = Candidates[start].Kind == NameKind.Abbreviation
            || Candidates[start].Kind == NameKind.AfterComma;
        var tagged = TagFlags(first, last, out var isPlace);
        if (!context.StandsAlone(previousPlace, fixedName, IsKnownName(tokens, last + 1), out var personLike)
            && !isPlace)
        {
            if (!context.IsLocalBodyAhead() || (tagged & ToponymFlags.TaggedPerson) != 0)
            {
                if (personLike)
                    NoteNameParts(tokens, first, last);
                Candidates.RemoveRange(start, Candidates.Count - start);
                return false;
            }
            tagged |= ToponymFlags.InName;
        }
        var flags = context.Flags(IsDateline(tokens, first, last)) | tagged;
        if (FollowsToponym(tokens, first))
            flags |= ToponymFlags.FollowsToponym;
        _toponyms.Add(new Toponym
        {
            FirstToken = first,
            LastToken = last,
            CandidateStart = start,
            CandidateCount = Candidates.Count - start,
            Flags = flags,
            Container = -1,
            Node = -1,
            Rule = "gazetteer",
        });
        return true;
    }

    private ToponymFlags TagFlags(int first, int last, out bool isPlace)
    {
        var tag = tags.Covering(first, last, out var exact);
        isPlace = tag == Names.NameTag.Place && exact;
        return tag switch
        {
            Names.NameTag.Place => ToponymFlags.TaggedPlace,
            Names.NameTag.Person => ToponymFlags.TaggedPerson,
            Names.NameTag.Organisation when exact => ToponymFlags.TaggedOrganisation,
            _ => ToponymFlags.None,
        };
    }

    /// <summary>"Loudon Co.", where "Loudon County" is meant.</summary>
    private bool EndsInLevelWord(ReadOnlySpan<Token> tokens, int first, int last) => last > first
        && text.Folded(last, last) is "co" && tokens[last].Is(TokenFlags.SpaceBefore);

    private bool IsKnownName(ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && tokens[i].Is(TokenFlags.Capital) && gazetteer.FindByHash(HashOf(i, i), _buffer) > 0
        && _buffer[0].Kind is NameKind.Demonym or NameKind.Abbreviation;

    private bool FollowsToponym(ReadOnlySpan<Token> tokens, int first) =>
        _toponyms.Count > 0 && _toponyms[^1].LastToken == first - 1 && tokens[first].Is(TokenFlags.CommaBefore)
        && !tokens[first].Is(TokenFlags.SentenceStart);

    /// <summary>Capitals that open the body, as a dateline does.</summary>
    private bool IsDateline(ReadOnlySpan<Token> tokens, int first, int last)
    {
        if (tokens[first].Is(TokenFlags.InTitle) || !tokens[first].Is(TokenFlags.AllCaps))
            return false;
        if (!EndsDateline(tokens, last))
            return false;
        var i = first;
        while (i > 0 && !tokens[i].Is(TokenFlags.ParagraphStart) && first - i < 4)
        {
            i--;
            if (!tokens[i].Is(TokenFlags.AllCaps))
                return false;
        }
        return tokens[i].Is(TokenFlags.ParagraphStart) && tokens[last].Is(TokenFlags.AllCaps);
    }

    /// <summary>
    /// A dateline goes on with more capitals or a comma, and ends in a bracket or dash within a few words.
    /// </summary>
    private bool EndsDateline(ReadOnlySpan<Token> tokens, int last)
    {
        var end = Math.Min(text.Body.Length, tokens[last].End + 40);
        var rest = text.Body.AsSpan(tokens[last].End..end);
        var mark = rest.IndexOfAny("(-–—");
        return mark >= 0 && !rest[..mark].Contains('\n') && (mark < 3 || rest[0] == ',' || char.IsUpper(rest[1]))
            && (rest[mark] != '-' || (mark > 0 && rest[mark - 1] is ' ' or '-'));
    }

    private void NoteNameParts(ReadOnlySpan<Token> tokens, int first, int last)
    {
        while (first > 0 && tokens[first].Is(TokenFlags.Joined) && tokens[first - 1].Is(TokenFlags.Capital)
            && !tokens[first - 1].Is(TokenFlags.Possessive))
            first--;
        while (last + 1 < tokens.Length && tokens[last + 1].Is(TokenFlags.Joined)
            && tokens[last + 1].Is(TokenFlags.Capital)
            && !tokens[last].Is(TokenFlags.Possessive))
            last++;
        for (var i = first; i <= last; i++)
            NameParts.Add(HashOf(i, i));
    }
}
