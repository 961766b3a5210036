using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents of a set worked out before; every match scores 1. Only for searchers over the view of the index that the
/// set is of.
/// </summary>
/// <param name="Documents">The set.</param>
public sealed record DocumentsQuery(DocIdSet Documents) : Query
{
    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        if (Documents.Segments.Count != searcher.Segments.Count)
            throw new InvalidOperationException("The set of documents is of another view of the index.");
        return new ConstantWeight(boost, segment =>
            Documents.Segments[segment.Ordinal] is var bits && bits.Count() is var count and > 0
                ? new BitsCursor(bits, count) : null);
    }

    /// <inheritdoc/>
    public override string ToString() => $"documents({Documents.Count})";
}
