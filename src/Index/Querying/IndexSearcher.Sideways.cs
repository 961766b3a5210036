using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

public sealed partial class IndexSearcher
{
    /// <summary>
    /// Every live match of a query and, of those that are in <paramref name="accepted"/> too, the best
    /// <paramref name="count"/>; the query's documents are walked once.
    /// </summary>
    /// <param name="query">What to find and how to score.</param>
    /// <param name="accepted">Documents that may be among the best; null for all.</param>
    /// <param name="count">How many of the best.</param>
    /// <param name="sort">Order, or null for scores.</param>
    /// <param name="matches">Every match, accepted or not.</param>
    /// <param name="cancellation">Stops the search.</param>
    internal ScoreDoc[] SearchAmong(
        Query query, DocIdSet? accepted, int count, NumericSort? sort, out DocIdSet matches,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0 && sort is null)
        {
            var bits = Array.ConvertAll(_segments, segment => new DocBits(segment.Reader.MaxDoc));
            matches = new DocIdSet(bits);
            return Search(
                Bind(query, scored: true, cancellation), count, long.MaxValue, bits, cancellation, accepted: accepted)
                .Hits is ScoreDoc[] hits ? hits : [];
        }

        matches = Collect(query, cancellation);
        if (count == 0) return [];
        var heap = new TopHeap<SortKey>(Math.Min(count, MaxDoc));
        var collector = new ColumnCollector(heap, sort!, null, cancellation);
        foreach (var segment in _segments)
        {
            var kept = matches.Segments[segment.Ordinal];
            if (accepted is not null)
            {
                kept = kept.Clone();
                kept.IntersectWith(accepted.Segments[segment.Ordinal]);
            }

            collector.Take(segment, kept);
        }

        return Array.ConvertAll(heap.Drain(), static hit => new ScoreDoc(hit.DocId, 0));
    }
}
