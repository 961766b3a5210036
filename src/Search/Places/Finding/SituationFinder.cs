using System.Runtime.InteropServices;

namespace Dateline.Search.Places.Finding;

/// <summary>
/// Finds phrases that say where a named place lies, whether or not the gazetteer lists it: type noun + of + names ("the
/// town of X, near Y"), name + type noun ("the X district"), name + comma + situating phrase ("X, 40km north of the
/// capital"), lists after a plural type noun ("suburbs of Y … in A, B and C").
/// </summary>
internal sealed class SituationFinder
{
    private const int MaxListedNames = 8;

    private readonly List<Toponym> _added = [];
    private readonly Dictionary<int, int> _toponymAt = [];
    private readonly HashSet<int> _addedTokens = [];
    private readonly TokenizedText _text;
    private readonly ToponymFinder _finder;
    private readonly SituatingPhrase _phrase;

    public SituationFinder(TokenizedText text, ToponymFinder finder)
    {
        (_text, _finder) = (text, finder);
        _phrase = new SituatingPhrase(_text, _toponymAt);
    }

    /// <summary>
    /// Adds what the text situates to the finder's toponyms and notes containers on those it has, in text order.
    /// </summary>
    public void Find()
    {
        for (var i = 0; i < _finder.Toponyms.Count; i++)
            _toponymAt[_finder.Toponyms[i].FirstToken] = i;
        var tokens = _text.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordClass.TypeNoun) && !tokens[i].Is(TokenFlags.Capital))
                AtTypeNoun(tokens, i);
            else if (tokens[i].Is(TokenFlags.Capital)
                && NameReader.IsAfterLocative(tokens, NameReader.StepBackArticle(tokens, i)))
                AtLocatedName(tokens, NameReader.StepBackArticle(tokens, i));
            else if (tokens[i].Is(TokenFlags.Capital) && NameReader.StartsRun(tokens, i)
                && NameReader.IsMeasuredAfter(tokens, NameEnd(tokens, i)))
                AtLocatedName(tokens, i);
        }
        Merge();
    }

    private void AtTypeNoun(ReadOnlySpan<Token> tokens, int noun)
    {
        if (NameReader.IsOf(tokens, noun + 1))
        {
            var count = TypeOfNames(tokens, noun);
            if (count > 0)
                return;
        }
        NameBeforeNoun(tokens, noun);
    }

    /// <summary>
    /// "the Damascus neighborhood of Tadamon", "the towns of Deraa and Bab Amr", "the town of Tremseh, near Hama".
    /// </summary>
    private int TypeOfNames(ReadOnlySpan<Token> tokens, int noun)
    {
        var container = EndingAt(tokens, noun - 1);
        var (count, at) = (0, noun + 2);
        for (; count < MaxListedNames && NameEnd(tokens, at) is var last and >= 0; count++)
        {
            if (IsPlural(tokens[noun]) && _toponymAt.ContainsKey(at) && container < 0)
                ListAfter(tokens, at, last);
            else
                Situate(tokens, at, last, noun, container);
            at = NameReader.NextInList(tokens, last);
            if (at < 0)
                return count + 1;
        }
        return count;
    }

    private void Situate(ReadOnlySpan<Token> tokens, int first, int last, int noun, int container)
    {
        var (relation, place) = container >= 0 ? (RelationOf(noun), container) : _phrase.After(last, afterComma: true);
        var district = tokens[noun].Is(WordClass.DistrictNoun) && relation is Relation.Within or Relation.None;
        if (relation == Relation.None)
        {
            if (tokens[noun].Is(WordClass.RegionNoun) && !tokens[noun].Is(WordClass.DistrictNoun))
                return;
            place = district ? PreviousPlace(first) : Toponym.MainCountry;
            if (place < 0 && _toponymAt.ContainsKey(first))
                return;
            relation = Relation.Within;
        }
        Note(first, last, relation, place, district);
    }

    /// <summary>"the Saladin district", "the Al-Ghouta area on the eastern edge of the capital".</summary>
    private void NameBeforeNoun(ReadOnlySpan<Token> tokens, int noun)
    {
        if (tokens[noun].Is(WordClass.RegionNoun) && !tokens[noun].Is(WordClass.DistrictNoun)
            || !tokens[noun].Is(TokenFlags.SpaceBefore))
            return;
        var refugee = !tokens[noun - 1].Is(TokenFlags.Capital) && _text.Folded(noun - 1, noun - 1) is "refugee";
        var first = NameReader.StartOfNameEndingAt(tokens, refugee ? noun - 2 : noun - 1);
        if (first < 0 || _toponymAt.ContainsKey(first) || !NameReader.IsDefinite(tokens, first))
            return;
        var last = refugee ? noun - 2 : noun - 1;
        var (relation, place) = _phrase.After(noun, afterComma: false);
        if (relation == Relation.None && !refugee
            && _text.Folded(noun, noun) is not ("neighborhood" or "neighbourhood" or "district"
            or "suburb" or "village" or "town"))
            return;
        var district = tokens[noun].Is(WordClass.DistrictNoun);
        if (relation == Relation.None)
        {
            place = district && !refugee ? PreviousPlace(first) : Toponym.MainCountry;
            relation = Relation.Within;
        }
        if (place != -1)
            Note(first, last, relation, place, district && relation == Relation.Within);
    }

    /// <summary>"in Deir Balbah, outside of Homs", "in Rankus,” 40km north of the capital".</summary>
    private void AtLocatedName(ReadOnlySpan<Token> tokens, int first)
    {
        var last = NameEnd(tokens, first);
        if (last < 0 || _addedTokens.Contains(first))
            return;
        var known = _toponymAt.ContainsKey(first);
        var (relation, place) = _phrase.After(last, afterComma: true);
        if (relation == Relation.None && !known
            && _text.Folded(first - 1, first - 1) is "in" or "into" or "near" or "outside")
            (relation, place) = _phrase.After(last, afterComma: false);
        if (relation != Relation.None && place != IndexAt(first))
            Note(first, last, relation, place, _phrase.FoundDistrict && relation == Relation.Within);
    }

    /// <summary>
    /// "suburbs of Damascus, where … in Douma, Saqba and Hamuriyeh": names listed later in the sentence lie near.
    /// </summary>
    private void ListAfter(ReadOnlySpan<Token> tokens, int place, int last)
    {
        var container = IndexAt(place);
        for (var i = last + 1; i + 1 < tokens.Length && tokens[i].Sentence == tokens[place].Sentence; i++)
        {
            if (!tokens[i].Is(WordClass.Locative) && _text.Folded(i, i) is not ("including" or "of" or "like"))
                continue;
            var at = i + 1;
            var names = 0;
            while (at > 0 && names < MaxListedNames && NameEnd(tokens, at) is var end and >= 0)
            {
                var next = NameReader.NextInList(tokens, end);
                if ((names > 0 || next > 0 || !_toponymAt.ContainsKey(at)) && (next > 0 || names > 0))
                    Note(at, end, Relation.Near, container, district: false);
                names++;
                at = next;
            }
        }
    }

    private void Note(int first, int last, Relation relation, int place, bool district)
    {
        if (_toponymAt.TryGetValue(first, out var index))
        {
            ref var toponym = ref CollectionsMarshal.AsSpan(_finder.Toponyms)[index];
            if (place is Toponym.MainCountry || place == index || toponym.Container != -1)
                return;
            (toponym.Relation, toponym.Container, toponym.AsDistrict) = (relation, place, district);
            toponym.Flags |= ToponymFlags.Supported;
        }
        else if (!Enumerable.Range(first, last - first + 1).Any(_addedTokens.Contains))
        {
            _addedTokens.UnionWith(Enumerable.Range(first, last - first + 1));
            _added.Add(new Toponym
            {
                FirstToken = first,
                LastToken = last,
                Flags = ToponymFlags.Unlisted
                    | ToponymFlags.Supported,
                Relation = relation,
                Container = place,
                AsDistrict = district,
                Node = -1,
                Rule = "situated",
                CandidateStart = 0,
                CandidateCount = 0,
            });
        }
    }

    /// <summary>Puts the added names between the others; containers follow their toponyms to the new places.</summary>
    private void Merge()
    {
        if (_added.Count == 0)
            return;
        var all = _finder.Toponyms.Select((toponym, index) => (toponym, index))
            .Concat(_added.Where(name => !Overlaps(name)).Select(toponym => (toponym, index: -1)))
            .OrderBy(pair => pair.toponym.FirstToken).ToList();
        var moved = new int[_finder.Toponyms.Count];
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].index >= 0)
                moved[all[i].index] = i;
        }
        _finder.Toponyms.Clear();
        foreach (var (toponym, _) in all)
        {
            var copy = toponym;
            copy.Container = copy.Container >= 0 ? moved[copy.Container] : copy.Container;
            _finder.Toponyms.Add(copy);
        }
    }

    private bool Overlaps(Toponym name) =>
        LastBefore(name.LastToken + 1) is var index and >= 0 && _finder.Toponyms[index].LastToken >= name.FirstToken;

    /// <summary>The last toponym that begins before this token, or -1.</summary>
    private int LastBefore(int token)
    {
        int low = 0, high = _finder.Toponyms.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_finder.Toponyms[middle].FirstToken < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    private int NameEnd(ReadOnlySpan<Token> tokens, int first) =>
        _toponymAt.TryGetValue(first, out var index)
        ? _finder.Toponyms[index].LastToken : NameReader.EndOfName(tokens, first);

    private int IndexAt(int token) => _toponymAt.GetValueOrDefault(token, -1);

    private int EndingAt(ReadOnlySpan<Token> tokens, int last) =>
        last >= 0 && tokens[last + 1].Is(TokenFlags.SpaceBefore) && LastBefore(last + 1) is var index and >= 0
            && _finder.Toponyms[index].LastToken == last ? index : -1;

    /// <summary>The nearest toponym before, within the last few sentences.</summary>
    private int PreviousPlace(int token)
    {
        var index = LastBefore(token);
        return index >= 0
            && _text.Tokens[token].Sentence - _text.Tokens[_finder.Toponyms[index].FirstToken].Sentence <= 3
            ? index : -1;
    }

    private Relation RelationOf(int noun) =>
        _text.Folded(noun, noun).StartsWith("suburb") ? Relation.Near : Relation.Within;

    private bool IsPlural(in Token token) => _text.FieldOf(token)[token.End - 1] is 's';
}
