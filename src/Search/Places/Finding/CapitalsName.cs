namespace Dateline.Search.Places.Finding;

/// <summary>What a name written in capitals is: a dateline, an abbreviation, or a name like any other.</summary>
/// <param name="text">The words.</param>
internal sealed class CapitalsName(TokenizedText text)
{
    private const int ShortestCapitalsName = 5;
    private const int MostDatelineTokens = 4;
    private const int MostDatelineRest = 40;

    /// <summary>A few capitals in running text ("EU") are an abbreviation, not the town that is spelled so.</summary>
    public bool IsCode(int first, int last)
    {
        var token = text.Tokens[first];
        return first == last && token.Is(TokenFlags.AllCaps) && token.FoldEnd - token.FoldStart < ShortestCapitalsName
            && !token.Is(TokenFlags.CapsContext) && !IsDateline(first, last);
    }

    /// <summary>Capitals that open the body, as a dateline does.</summary>
    public bool IsDateline(int first, int last)
    {
        ReadOnlySpan<Token> tokens = text.Tokens;
        if (tokens[first].Is(TokenFlags.InTitle) || !tokens[first].Is(TokenFlags.AllCaps)
            || !EndsDateline(tokens[last]))
            return false;
        var i = first;
        while (i > 0 && !tokens[i].Is(TokenFlags.ParagraphStart) && first - i < MostDatelineTokens)
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
    private bool EndsDateline(in Token last)
    {
        var end = Math.Min(text.Body.Length, last.End + MostDatelineRest);
        var rest = text.Body.AsSpan(last.End..end);
        var mark = rest.IndexOfAny("(-–—");
        return mark >= 0 && !rest[..mark].Contains('\n') && (mark < 3 || rest[0] == ',' || char.IsUpper(rest[1]))
            && (rest[mark] != '-' || (mark > 0 && rest[mark - 1] is ' ' or '-'));
    }
}
