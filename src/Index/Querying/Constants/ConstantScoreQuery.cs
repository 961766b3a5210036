namespace Dateline.Index.Querying;

/// <summary>The documents of <paramref name="Inner"/>, each with score 1.</summary>
public sealed record ConstantScoreQuery(Query Inner) : Query
{
    internal override bool DependsOnSegmentAlone => Inner.DependsOnSegmentAlone;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        var inner = Inner.Bind(searcher, scored: false, 1);
        return new ConstantWeight(boost, inner.Scorer);
    }

    /// <inheritdoc/>
    public override Query Simplify() => Inner.Simplify() switch
    {
        MatchNoneQuery none => none,
        ConstantScoreQuery same => same,
        BoostQuery boosted => new ConstantScoreQuery(boosted.Inner),
        var inner => ReferenceEquals(inner, Inner) ? this : new ConstantScoreQuery(inner),
    };

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets) => Inner.AddHighlights(targets);

    /// <inheritdoc/>
    public override string ToString() => $"ConstantScore({Inner})";
}
