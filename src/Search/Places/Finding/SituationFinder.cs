namespace Dateline.Search.Places.Finding;

/// <summary>
/// Finds phrases that say where a named place lies, whether or not the gazetteer lists it: type noun + of + names ("the
/// town of X, near Y"), name + type noun ("the X district"), name + comma + situating phrase ("X, 40km north of the
/// capital"), lists after a plural type noun ("suburbs of Y … in A, B and C").
/// </summary>
internal sealed class SituationFinder
{
    private const int MaxListedNames = 8;

    private readonly TokenizedText _text;
    private readonly SituatedNames _names;
    private readonly SituatingPhrase _phrase;

    public SituationFinder(TokenizedText text, FoundToponyms found)
    {
        (_text, _names) = (text, new SituatedNames(text, found));
        _phrase = new SituatingPhrase(_text, _names);
    }

    /// <summary>
    /// Adds what the text situates to the names found and notes containers on those there are, in text order.
    /// </summary>
    public void Find()
    {
        var tokens = _text.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordClass.TypeNoun) && !tokens[i].Is(TokenFlags.Capital))
                AtTypeNoun(tokens, i);
            else if (tokens[i].Is(TokenFlags.Capital)
                && NameReader.IsAfterLocative(tokens, NameReader.StepBackArticle(tokens, i)))
                AtLocatedName(tokens, NameReader.StepBackArticle(tokens, i));
            else if (tokens[i].Is(TokenFlags.Capital) && NameReader.StartsRun(tokens, i)
                && NameReader.IsMeasuredAfter(tokens, _names.EndOf(i)))
                AtLocatedName(tokens, i);
        }
        _names.Merge();
    }

    private void AtTypeNoun(ReadOnlySpan<Token> tokens, int noun)
    {
        if (!NameReader.IsOf(tokens, noun + 1) || TypeOfNames(tokens, noun) == 0)
            NameBeforeNoun(tokens, noun);
    }

    /// <summary>
    /// "the Damascus neighborhood of Tadamon", "the towns of Deraa and Bab Amr", "the town of Tremseh, near Hama".
    /// </summary>
    private int TypeOfNames(ReadOnlySpan<Token> tokens, int noun)
    {
        var container = _names.EndingAt(noun - 1);
        var (count, at) = (0, noun + 2);
        for (; count < MaxListedNames && _names.EndOf(at) is var last and >= 0; count++)
        {
            if (IsPlural(tokens[noun]) && _names.IsKnownAt(at) && container < 0)
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
            place = district ? _names.PreviousTo(first) : Toponym.MainCountry;
            if (place < 0 && _names.IsKnownAt(first))
                return;
            relation = Relation.Within;
        }
        _names.Note(first, last, relation, place, district);
    }

    /// <summary>"the Saladin district", "the Al-Ghouta area on the eastern edge of the capital".</summary>
    private void NameBeforeNoun(ReadOnlySpan<Token> tokens, int noun)
    {
        if (tokens[noun].Is(WordClass.RegionNoun) && !tokens[noun].Is(WordClass.DistrictNoun)
            || !tokens[noun].Is(TokenFlags.SpaceBefore))
            return;
        var refugee = !tokens[noun - 1].Is(TokenFlags.Capital) && _text.Folded(noun - 1, noun - 1) is "refugee";
        var first = NameReader.StartOfNameEndingAt(tokens, refugee ? noun - 2 : noun - 1);
        if (first < 0 || _names.IsKnownAt(first) || !NameReader.IsDefinite(tokens, first))
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
            place = district && !refugee ? _names.PreviousTo(first) : Toponym.MainCountry;
            relation = Relation.Within;
        }
        if (place != -1)
            _names.Note(first, last, relation, place, district && relation == Relation.Within);
    }

    /// <summary>"in Deir Balbah, outside of Homs", "in Rankus,” 40km north of the capital".</summary>
    private void AtLocatedName(ReadOnlySpan<Token> tokens, int first)
    {
        var last = _names.EndOf(first);
        if (last < 0 || _names.IsAddedAt(first))
            return;
        var known = _names.IsKnownAt(first);
        var (relation, place) = _phrase.After(last, afterComma: true);
        if (relation == Relation.None && !known
            && _text.Folded(first - 1, first - 1) is "in" or "into" or "near" or "outside")
            (relation, place) = _phrase.After(last, afterComma: false);
        if (relation != Relation.None && place != _names.IndexAt(first))
            _names.Note(first, last, relation, place, _phrase.FoundDistrict && relation == Relation.Within);
    }

    /// <summary>
    /// "suburbs of Damascus, where … in Douma, Saqba and Hamuriyeh": names listed later in the sentence lie near.
    /// </summary>
    private void ListAfter(ReadOnlySpan<Token> tokens, int place, int last)
    {
        var container = _names.IndexAt(place);
        for (var i = last + 1; i + 1 < tokens.Length && tokens[i].Sentence == tokens[place].Sentence; i++)
        {
            if (!tokens[i].Is(WordClass.Locative) && _text.Folded(i, i) is not ("including" or "of" or "like"))
                continue;
            var at = i + 1;
            var names = 0;
            while (at > 0 && names < MaxListedNames && _names.EndOf(at) is var end and >= 0)
            {
                var next = NameReader.NextInList(tokens, end);
                if ((names > 0 || next > 0 || !_names.IsKnownAt(at)) && (next > 0 || names > 0))
                    _names.Note(at, end, Relation.Near, container, district: false);
                names++;
                at = next;
            }
        }
    }

    private Relation RelationOf(int noun) =>
        _text.Folded(noun, noun).StartsWith("suburb") ? Relation.Near : Relation.Within;

    private bool IsPlural(in Token token) => _text.FieldOf(token)[token.End - 1] is 's';
}
