namespace Dateline.Search.Places.Finding;

/// <summary>
/// Reads names that the gazetteer does not list: where they begin and end, and how lists of them go on.
/// </summary>
internal static class NameReader
{
    private const int MaxNameTokens = 4;

    /// <summary>
    /// Last token of the name that begins here, or -1 when what stands here cannot be a place's name.
    /// </summary>
    public static int EndOfName(ReadOnlySpan<Token> tokens, int first)
    {
        if (first >= tokens.Length || tokens[first].Is(TokenFlags.ParagraphStart))
            return -1;
        var last = first - 1;
        for (var i = first; i < tokens.Length && i < first + MaxNameTokens; i++)
        {
            if (i > first && (!tokens[i].Is(TokenFlags.Joined) || tokens[i - 1].Is(TokenFlags.Possessive)))
                break;
            if (tokens[i].Is(TokenFlags.Capital))
                last = i;
            else if (!IsArticleOfName(tokens, i))
                break;
        }
        return last >= first && IsPlausible(tokens[first..(last + 1)]) && !GoesOn(tokens, last) ? last : -1;
    }

    /// <summary>First token of the name that ends here, or -1.</summary>
    public static int StartOfNameEndingAt(ReadOnlySpan<Token> tokens, int last)
    {
        if (last < 0 || !tokens[last].Is(TokenFlags.Capital) || tokens[last].Is(TokenFlags.Possessive))
            return -1;
        var first = last;
        while (first > 0 && last - first + 1 < MaxNameTokens && tokens[first].Is(TokenFlags.Joined)
            && !tokens[first - 1].Is(TokenFlags.Possessive)
            && (tokens[first - 1].Is(TokenFlags.Capital) || IsArticleOfName(tokens, first - 1)))
            first--;
        return IsPlausible(tokens[first..(last + 1)]) ? first : -1;
    }

    /// <summary>True when "the", a preposition or a possessive introduces the name.</summary>
    public static bool IsDefinite(ReadOnlySpan<Token> tokens, int first) =>
        first > 0 && tokens[first].Is(TokenFlags.Joined)
        && tokens[first - 1].Is(WordClass.Article | WordClass.Locative | WordClass.Direction | WordClass.CityNoun)
        | tokens[first - 1].Is(TokenFlags.Possessive);

    /// <summary>First token of the next name of a list ("A, B and C"), or -1 when the list ends.</summary>
    public static int NextInList(ReadOnlySpan<Token> tokens, int last)
    {
        var next = last + 1;
        if (next + 1 >= tokens.Length || tokens[last].Is(TokenFlags.Possessive)
            || tokens[next].Is(TokenFlags.SentenceStart))
            return -1;
        var and = tokens[next].Is(WordClass.Particle) && !tokens[next].Is(TokenFlags.Capital)
            && tokens[next].End - tokens[next].Start == 3
            && !tokens[next].Is(WordClass.Article);
        if (and)
            return tokens[next + 1].Is(TokenFlags.SpaceBefore) ? next + 1 : -1;
        return tokens[next].Is(TokenFlags.CommaBefore) ? next : -1;
    }

    /// <summary>Steps back over "al-" to the true beginning of a name.</summary>
    public static int StepBackArticle(ReadOnlySpan<Token> tokens, int first) =>
        first > 0 && tokens[first].Is(TokenFlags.HyphenBefore) && IsArticleOfName(tokens, first - 1)
        ? first - 1 : first;

    /// <summary>True when a preposition of place stands right before.</summary>
    public static bool IsAfterLocative(ReadOnlySpan<Token> tokens, int first) =>
        first > 0 && tokens[first].Is(TokenFlags.SpaceBefore) && tokens[first - 1].Is(WordClass.Locative)
        && !tokens[first - 1].Is(TokenFlags.Possessive);

    /// <summary>True when no capitalised word of the same phrase stands before, and no sentence begins.</summary>
    public static bool StartsRun(ReadOnlySpan<Token> tokens, int first) => !tokens[first].Is(TokenFlags.SentenceStart)
        && !(tokens[first].Is(TokenFlags.Joined) && tokens[first - 1].Is(TokenFlags.Capital)
        && !tokens[first - 1].Is(TokenFlags.Possessive))
        && !tokens[first].Is(TokenFlags.HyphenBefore);

    /// <summary>True when a comma and a measure, direction or nearness follow: "X, 30km south", "X, near".</summary>
    public static bool IsMeasuredAfter(ReadOnlySpan<Token> tokens, int last) => last >= 0 && last + 1 < tokens.Length
        && tokens[last + 1].Is(TokenFlags.CommaBefore)
        && (tokens[last + 1].Is(TokenFlags.Digit) || tokens[last + 1].Is(WordClass.Nearness));

    /// <summary>True for "of", "called" or "named" set between type noun and name.</summary>
    public static bool IsOf(ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i].Is(TokenFlags.SpaceBefore)
        && tokens[i + 1].Is(TokenFlags.SpaceBefore) && tokens[i].Is(WordClass.Particle)
        && tokens[i].End - tokens[i].Start == 2
        && !tokens[i].Is(TokenFlags.Capital) && tokens[i + 1].Is(TokenFlags.Capital | TokenFlags.SpaceBefore);

    private static bool IsArticleOfName(ReadOnlySpan<Token> tokens, int i) => tokens[i].Is(WordClass.Particle)
        && !tokens[i].Is(WordClass.Article) && i + 1 < tokens.Length && tokens[i + 1].Is(TokenFlags.HyphenBefore)
        && tokens[i + 1].Is(TokenFlags.Capital);

    private static bool IsPlausible(ReadOnlySpan<Token> name)
    {
        foreach (ref readonly var token in name)
        {
            if (token.Is(WordClass.TimeWord | WordClass.PersonTitle)
                || token.Is(WordClass.OrganisationNoun | WordClass.OrganisationHead)
                || token.Is(TokenFlags.CapsContext | TokenFlags.Dotted)
                || (token.Is(TokenFlags.AllCaps) && token.End - token.Start < 6))
                return false;
        }
        return name[0].Is(WordClass.Particle) ? name.Length > 1
            : !name[0].Is(TokenFlags.GivenName)
            && (!name[0].Is(TokenFlags.Common) || (name.Length > 1 && !name[0].Is(TokenFlags.SentenceStart)));
    }

    /// <summary>True when the run goes on with a capital: only part of a longer name would be taken.</summary>
    private static bool GoesOn(ReadOnlySpan<Token> tokens, int last) => last + 1 < tokens.Length
        && tokens[last + 1].Is(TokenFlags.Joined) && tokens[last + 1].Is(TokenFlags.Capital)
        && !tokens[last].Is(TokenFlags.Possessive);
}
