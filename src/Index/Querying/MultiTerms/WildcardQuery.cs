namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a term that matches <paramref name="Pattern"/>: <c>?</c> is any one character, <c>*</c> any text,
/// <c>\</c> takes the next character as it is; every match scores 1.
/// </summary>
public sealed record WildcardQuery(string Field, string Pattern) : Query, ITermsQuery
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        TermsUnion.Accepted(searcher, Field, Parse(Pattern).ToNfa(), boost);

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        targets.AddTerms(this);
    }

    /// <inheritdoc/>
    public void VisitTerms(IndexSearcher searcher, SegmentContext segment, TermVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(segment);
        TermsUnion.VisitAccepted(segment.Reader, Field, Parse(Pattern).ToNfa(), visit, searcher.Cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Pattern}";

    private static SequenceNode Parse(string pattern)
    {
        var parts = new List<PatternNode>();
        var runes = pattern.EnumerateRunes().ToArray();
        for (var k = 0; k < runes.Length; k++)
        {
            if (runes[k].Value == '*') parts.Add(PatternNode.AnyText);
            else if (runes[k].Value == '?') parts.Add(PatternNode.AnyCharacter);
            else
            {
                if (runes[k].Value == '\\' && k + 1 < runes.Length) k++;
                parts.Add(new CharactersNode([(runes[k].Value, runes[k].Value)]));
            }
        }

        return new SequenceNode(parts);
    }
}
