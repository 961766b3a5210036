namespace Dateline.Index.Querying;

/// <summary>No document.</summary>
public sealed record MatchNoneQuery : Query
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        new ConstantWeight(boost, _ => null);

    /// <inheritdoc/>
    public override string ToString() => "-*:*";
}
