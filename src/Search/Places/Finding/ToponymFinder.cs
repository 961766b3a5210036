using System.Runtime.InteropServices;
using Dateline.Search.Articles;

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

    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[MaxCandidates];
    private readonly FoundToponyms _found = new(text);
    private readonly CountyNames _counties = new(gazetteer, text);
    private readonly CapitalsName _capitals = new(text);
    private readonly HashSet<ulong> _nameParts = []; // hashes of words that belong to names of persons

    /// <summary>Reads the whole text.</summary>
    public FoundToponyms Find()
    {
        ReadOnlySpan<Token> tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(TokenFlags.Capital) && !StartsWithArticle(tokens, i))
                continue;
            var last = Match(tokens, i);
            i = Math.Max(i, last >= 0 ? last : MatchLoosely(tokens, i));
        }
        _counties.TakeLists(_found, onlyKnown: false);
        foreach (ref var toponym in CollectionsMarshal.AsSpan(_found.Toponyms))
        {
            if (toponym.FirstToken == toponym.LastToken && _nameParts.Contains(_found.HashOf(toponym)))
                toponym.Flags |= ToponymFlags.NamePart;
        }
        return _found;
    }

    /// <summary>True when a name may start with this lower-case article ("al-Bab").</summary>
    private static bool StartsWithArticle(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Is(WordClass.Particle) && i + 1 < tokens.Length && tokens[i + 1].Is(TokenFlags.HyphenBefore)
        && tokens[i + 1].Is(TokenFlags.Capital);

    /// <summary>Takes the longest name at token <paramref name="first"/>.</summary>
    /// <returns>Last token it covers, or -1.</returns>
    private int Match(ReadOnlySpan<Token> tokens, int first)
    {
        for (var last = LongestRun(tokens, first); last >= first; last--)
        {
            if (!tokens[last].Is(TokenFlags.Capital | TokenFlags.Digit))
                continue;
            var count = LookUp(first, last);
            if (count == 0)
                continue;
            var start = _found.Candidates.Count;
            var demonym = Keep(tokens, first, last, count);
            if (_found.Candidates.Count > start)
                return Accept(tokens, first, last, start) || last > first ? last : -1;
            if (demonym)
                return last;
        }
        return -1;
    }

    /// <summary>What the words may name, into the buffer: places, or counties where "Co." ends them.</summary>
    private int LookUp(int first, int last)
    {
        var count = gazetteer.FindByHash(text.HashOf(first, last), _buffer);
        if (count > 0 || !_counties.EndsInLevelWord(first, last))
            return count;
        var counties = _counties.Find(first, last - 1);
        counties.CopyTo(_buffer);
        return counties.Length;
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
        var start = _found.Candidates.Count;
        foreach (var match in _buffer.AsSpan(0, gazetteer.FindByLooseSpelling(text.Folded(first, last), _buffer)))
        {
            if (gazetteer.KindOf(match.Id) >= PlaceKind.Region)
                _found.Candidates.Add(match);
        }
        if (_found.Candidates.Count == start)
            return -1;
        var flags = new NameContext(tokens, first, last).Flags(dateline: false) | ToponymFlags.Transliterated;
        _found.Add(first, last, start, flags, "transliteration");
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
        var name = new WrittenName(
            tokens[first..(last + 1)], _capitals.IsCode(first, last), _found.IsFollowedBy(first));
        foreach (var match in _buffer.AsSpan(0, count))
        {
            demonym |= match.Kind == NameKind.Demonym;
            if (match.Kind == NameKind.Demonym)
                _found.Demonyms.Add((match.Id, first, last));
            else if (name.Allows(match.Kind))
                _found.Candidates.Add(match);
        }
        return demonym;
    }

    private bool Accept(ReadOnlySpan<Token> tokens, int first, int last, int start)
    {
        var context = new NameContext(tokens, first, last);
        var fixedName = _found.Candidates[start].Kind is NameKind.Abbreviation or NameKind.AfterComma;
        var tagged = TagFlags(first, last, out var isPlace);
        var alone = context.StandsAlone(
            _found.EndsBefore(first), fixedName, IsKnownName(tokens, last + 1), out var personLike);
        if (!alone && !isPlace)
        {
            if (!context.IsLocalBodyAhead() || (tagged & ToponymFlags.TaggedPerson) != 0)
            {
                if (personLike)
                    NoteNameParts(tokens, first, last);
                _found.Candidates.RemoveRange(start, _found.Candidates.Count - start);
                return false;
            }
            tagged |= ToponymFlags.InName;
        }
        var flags = context.Flags(_capitals.IsDateline(first, last)) | tagged;
        if (_found.IsFollowedBy(first))
            flags |= ToponymFlags.FollowsToponym;
        _found.Add(first, last, start, flags);
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

    private bool IsKnownName(ReadOnlySpan<Token> tokens, int i) =>
        i < tokens.Length && tokens[i].Is(TokenFlags.Capital)
        && gazetteer.FindByHash(text.HashOf(i, i), _buffer) > 0
        && _buffer[0].Kind is NameKind.Demonym or NameKind.Abbreviation;

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
            _nameParts.Add(text.HashOf(i, i));
    }
}
