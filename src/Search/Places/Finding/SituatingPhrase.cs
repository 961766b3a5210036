namespace Dateline.Search.Places.Finding;

/// <summary>Reads the phrase after a name that says where it lies.</summary>
internal sealed class SituatingPhrase(TokenizedText text, SituatedNames names)
{
    private const int MaxPhraseTokens = 12;

    /// <summary>True when the last phrase read called the place part of a city.</summary>
    public bool FoundDistrict { get; private set; }

    /// <summary>
    /// Reads "near X", "outside of X", "40km north of X", "a suburb of X", "on the edge of X", and without comma also
    /// "in X".
    /// </summary>
    /// <param name="last">Last token of the name (or of its type noun).</param>
    /// <param name="afterComma">Whether a comma or quotation mark must stand before the phrase.</param>
    /// <returns>Relation and index of the toponym (or <see cref="Toponym.TheCapital"/>); <see cref="Relation.None"/>
    /// when there is none.</returns>
    public (Relation Relation, int Place) After(int last, bool afterComma)
    {
        FoundDistrict = false;
        var tokens = text.Tokens;
        var i = last + 1;
        if (i >= tokens.Length || tokens[last].Is(TokenFlags.Possessive) || tokens[i].Is(TokenFlags.SentenceStart)
            || tokens[i].Is(TokenFlags.Capital)
            || (afterComma && !tokens[i].Is(TokenFlags.CommaBefore | TokenFlags.QuoteBefore)))
            return (Relation.None, -1);
        if (!afterComma && !tokens[i].Is(TokenFlags.SpaceBefore))
            return (Relation.None, -1);
        return Read(tokens, i, afterComma);
    }

    private (Relation, int) Read(ReadOnlySpan<Token> tokens, int i, bool afterComma)
    {
        var relation = Relation.None;
        var sawUnit = false;
        for (var end = Math.Min(tokens.Length, i + MaxPhraseTokens); i < end; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(TokenFlags.SentenceStart))
                return (Relation.None, -1);
            if (PlaceAt(tokens, i) is var place && place != -1)
                return relation == Relation.None ? (Relation.None, -1) : (relation, place);
            if (token.Is(TokenFlags.Capital) || (token.Is(TokenFlags.CommaBefore) && relation != Relation.None))
                return (Relation.None, -1);
            var word = text.Folded(i, i);
            sawUnit |= token.Is(WordClass.DistanceUnit)
                || (token.Is(TokenFlags.Digit) && (word.EndsWith("km") || word.EndsWith("miles")));
            if (Step(tokens, i, word, sawUnit, afterComma, ref relation))
                continue;
            return (Relation.None, -1);
        }
        return (Relation.None, -1);
    }

    /// <summary>Takes one word of the phrase.</summary>
    /// <returns>False when the word cannot belong to it.</returns>
    private bool Step(ReadOnlySpan<Token> tokens, int i, ReadOnlySpan<char> word, bool sawUnit, bool afterComma,
        ref Relation relation)
    {
        ref readonly var token = ref tokens[i];
        if (token.Is(WordClass.Nearness))
            relation = Relation.Near;
        else if (token.Is(WordClass.Direction))
            relation = relation == Relation.Near ? Relation.Near : sawUnit ? Relation.Distant : Relation.Near;
        else if (word is "edge" or "outskirts")
            relation = Relation.Near;
        else if (token.Is(WordClass.DistrictNoun))
            (relation, FoundDistrict) = word.StartsWith("suburb") ? (Relation.Near, false) : (Relation.Within, true);
        else if (token.Is(WordClass.CityNoun))
            relation = Relation.Within;
        else if (word is "from" && sawUnit)
            relation = Relation.Distant;
        else if (word is "in" && !afterComma && relation == Relation.None)
            relation = Relation.Within;
        else
            return word is "of" or "in" or "the" or "a" or "an" or "on" or "at" or "to" or "just" or "about" or "some"
                or "s"
                || token.Is(TokenFlags.Digit) || token.Is(WordClass.DistanceUnit) || IsAdjectiveBeforeNoun(tokens, i);
        return true;
    }

    /// <summary>"a rebel-held suburb", "a small farming village": up to three words before a type noun.</summary>
    private static bool IsAdjectiveBeforeNoun(ReadOnlySpan<Token> tokens, int i)
    {
        for (var next = i + 1; next < tokens.Length && next <= i + 3; next++)
        {
            if (!tokens[next].Is(TokenFlags.Joined) || tokens[next].Is(TokenFlags.Capital))
                return false;
            if (tokens[next].Is(WordClass.TypeNoun))
                return true;
        }
        return false;
    }

    private int PlaceAt(ReadOnlySpan<Token> tokens, int i)
    {
        if (names.IndexAt(i) is var index and >= 0)
            return index;
        return !tokens[i].Is(TokenFlags.Capital) && text.Folded(i, i) is "capital" && i > 0
            && text.Folded(i - 1, i - 1) is "the"
            && !(i + 1 < tokens.Length && NameReader.IsOf(tokens, i + 1)) ? Toponym.TheCapital : -1;
    }
}
