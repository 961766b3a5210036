namespace Dateline.Index.Querying;

/// <summary>No document.</summary>
public sealed record MatchNoneQuery : Query
{
    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) => new ConstantWeight(boost, _ => null);

    /// <inheritdoc/>
    public override string ToString() => "-*:*";
}
