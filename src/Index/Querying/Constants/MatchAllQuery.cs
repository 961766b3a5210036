namespace Dateline.Index.Querying;

/// <summary>Every document, with score 1.</summary>
public sealed record MatchAllQuery : Query
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        new ConstantWeight(boost, segment => new AllDocsCursor(segment.Reader.MaxDoc));

    /// <inheritdoc/>
    public override string ToString() => "*:*";
}
