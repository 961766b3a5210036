namespace Dateline.Summarize.Rewriting;

/// <summary>
/// Decides whether a sentence that a language model wrote says no more and no less certain things than the spans it
/// cites. It accepts shortening and joining alone: every word stands in a cited span, in that order; what is left out
/// are whole phrases; denial, doubt, conditions and attribution of a cited span stay; quotation marks hold the same
/// words. So numbers, dates, names and quotations are the source's, and who did what to whom cannot turn round. Fails
/// closed.
/// </summary>
internal static class SupportRule
{
    /// <summary>Most units of an accepted sentence.</summary>
    public const int MaxLength = 500;

    /// <summary>Most spans one sentence may cite.</summary>
    public const int MaxSpans = 3;

    private const int FewestWords = 4;
    private const int MostTokens = 120;

    /// <summary>Checks a sentence.</summary>
    /// <param name="sentence">What the model wrote.</param>
    /// <param name="spans">The words cited.</param>
    /// <returns>Null when supported, else why not, for people.</returns>
    public static string? Objection(string sentence, IReadOnlyList<string> spans)
    {
        if (sentence.Length is 0 or > MaxLength)
            return $"it has {sentence.Length} characters; 1 to {MaxLength} are taken";
        if (spans.Count is 0 or > MaxSpans)
            return $"it cites {spans.Count} spans; 1 to {MaxSpans} are taken";
        foreach (var unit in sentence)
        {
            if (char.IsControl(unit) || unit is '<' or '>' or '[' or ']' or '{' or '}' or '`' or '*' or '|' or '\\')
                return "it holds markup or control characters";
        }

        if (SupportToken.Read(sentence) is not { } tokens)
            return "a quotation in it is not closed";
        if (tokens.Count > MostTokens || tokens.Count(token => char.IsLetterOrDigit(token.Key[0])) < FewestWords)
            return "it is no sentence of usual length";
        var sources = new SupportSource[spans.Count];
        for (var at = 0; at < spans.Count; at++)
        {
            if (spans[at].Length > 4 * MaxLength || SupportSource.Read(spans[at]) is not { } source)
                return "a quotation in a cited span is not closed";
            sources[at] = source;
        }

        return Unknown(tokens, sources) ?? (new SupportAlignment(tokens, sources).Exists()
            ? null
            : "its words do not stand so in the spans it cites: something was turned round, torn apart or left out "
                + "that "
                + "denies, doubts or attributes");
    }

    private static string? Unknown(List<SupportToken> tokens, SupportSource[] sources)
    {
        foreach (var token in tokens)
        {
            if (token.IsFree || RewriteWords.Joiners.Contains(token.Key))
                continue;
            if (!Array.Exists(sources, source => source.Has(token.Key)))
                return $"'{token.Form}' does not occur in the spans it cites";
        }

        return null;
    }
}
