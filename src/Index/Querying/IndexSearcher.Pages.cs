using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

public sealed partial class IndexSearcher
{
    private const int FirstPage = 128;
    private const int LargestPage = 1 << 16;

    /// <summary>
    /// The <paramref name="count"/> documents that follow <paramref name="after"/>, a hit of the same query over the
    /// same view of the index, by relevance; from the start when it is null. Total hits are those of the whole query.
    /// </summary>
    public TopDocs SearchAfter(Query query, ScoreDoc? after, int count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Search(Bind(query, scored: true, cancellation), count, long.MaxValue, null, cancellation, after);
    }

    /// <summary>The same by a numeric column.</summary>
    public TopDocs SearchAfter(
        Query query, ScoreDoc? after, int count, NumericSort sort, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(sort);
        var heap = new TopHeap<SortKey>(Math.Min(count, MaxDoc));
        var collector = new ColumnCollector(heap, sort, after is { } last ? Place(last, sort) : null, cancellation);
        var weight = Bind(query, scored: false, cancellation);
        var total = 0L;
        foreach (var segment in _segments)
        {
            cancellation.ThrowIfCancellationRequested();
            var matches = LiveDocs.Collect(weight.Scorer(segment), segment.Reader, cancellation);
            total += matches.Count();
            collector.Take(segment, matches);
        }

        return new TopDocs(total, true, Array.ConvertAll(heap.Drain(), static hit => new ScoreDoc(hit.DocId, 0)));
    }

    /// <summary>
    /// Every matching document in order, by relevance or, when <paramref name="sort"/> is given, by a column. Holds one
    /// page of hits at a time (at most 65,536), so any number of them can be read.
    /// </summary>
    public IEnumerable<ScoreDoc> Stream(
        Query query, NumericSort? sort = null, CancellationToken cancellation = default)
    {
        ScoreDoc? last = null;
        for (var page = FirstPage; ; page = Math.Min(LargestPage, 4 * page))
        {
            var hits = sort is null
                ? SearchAfter(query, last, page, cancellation).Hits
                : SearchAfter(query, last, page, sort, cancellation).Hits;
            foreach (var hit in hits) yield return hit;
            if (hits.Count < page) yield break;
            last = hits[^1];
        }
    }

    private (SortKey Key, int DocId) Place(ScoreDoc hit, NumericSort sort)
    {
        var (segment, docId) = Locate(hit.DocId);
        return (ColumnCollector.KeyOf(segment.Reader.Numeric(sort.Field), docId, sort), hit.DocId);
    }
}
