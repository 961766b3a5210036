using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

public sealed partial class IndexSearcher
{
    /// <summary>The best <paramref name="count"/> documents by score, and the exact number of matches.</summary>
    public TopDocs Search(Query query, int count, CancellationToken cancellation = default) =>
        Search(query, count, HitCounting.Exact, cancellation);

    /// <summary>
    /// The best <paramref name="count"/> documents by score; the fewer matches have to be counted, the more documents
    /// that cannot be among the best are skipped.
    /// </summary>
    public TopDocs Search(Query query, int count, HitCounting counting, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var weight = Bind(query, scored: true, cancellation);
        var known = counting.UpTo == long.MaxValue ? KnownCount(weight) : -1;
        var top = Search(weight, count, known >= 0 ? 0 : counting.UpTo, null, cancellation);
        return known >= 0 ? top with { TotalHits = known, IsTotalExact = true } : top;
    }

    /// <summary>As <see cref="Search(Query, int, CancellationToken)"/>, and every match, in one pass.</summary>
    public TopDocs Search(Query query, int count, out DocIdSet matches, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var bits = Array.ConvertAll(_segments, segment => new DocBits(segment.Reader.MaxDoc));
        matches = new DocIdSet(bits);
        return Search(Bind(query, scored: true, cancellation), count, long.MaxValue, bits, cancellation);
    }

    /// <summary>
    /// The same documents and scores as <see cref="Search(Query, int, CancellationToken)"/>, found faster because
    /// documents that cannot be among them are skipped; the total is a lower bound.
    /// </summary>
    public TopDocs SearchTop(Query query, int count, CancellationToken cancellation = default) =>
        Search(query, count, HitCounting.AtLeast(0), cancellation);

    private TopDocs Search(
        Weight weight, int count, long countUpTo, DocBits[]? matches, CancellationToken cancellation,
        ScoreDoc? after = null, DocIdSet? accepted = null)
    {
        var heap = new TopHeap<float>(Math.Min(count, MaxDoc));
        var collector = new TopCollector(heap, countUpTo, cancellation) { After = after };
        foreach (var segment in _segments)
        {
            collector.Begin(segment, matches?[segment.Ordinal], accepted?.Segments[segment.Ordinal]);
            if (collector.Threshold == float.PositiveInfinity) break;
            weight.Scorer(segment)?.CollectTop(collector);
        }

        var best = heap.Drain();
        var hits = new ScoreDoc[best.Length];
        for (var k = 0; k < hits.Length; k++) hits[k] = new ScoreDoc(best[k].DocId, best[k].Key);
        return new TopDocs(collector.Offered, !collector.MaySkip, hits);
    }

    // Minus one when some segment does not know.
    private long KnownCount(Weight weight)
    {
        var total = 0L;
        foreach (var segment in _segments)
        {
            var count = weight.Count(segment);
            if (count < 0) return -1;
            total += count;
        }

        return total;
    }

    /// <summary>
    /// The first <paramref name="count"/> documents by a numeric column, and the exact number of matches.
    /// </summary>
    public TopDocs Search(Query query, int count, NumericSort sort, CancellationToken cancellation = default) =>
        SearchAfter(query, null, count, sort, cancellation);

    /// <summary>The number of matching documents that are not deleted.</summary>
    public long Count(Query query, CancellationToken cancellation = default)
    {
        var weight = Bind(query, scored: false, cancellation);
        var total = 0L;
        foreach (var segment in _segments)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = weight.Count(segment);
            total += count >= 0
                ? count : LiveDocs.Collect(weight.Scorer(segment), segment.Reader, cancellation).Count();
        }

        return total;
    }

    /// <summary>The matching documents that are not deleted.</summary>
    public DocIdSet Collect(Query query, CancellationToken cancellation = default)
    {
        var weight = Bind(query, scored: false, cancellation);
        return new DocIdSet([.. _segments.Select(segment =>
            LiveDocs.Collect(weight.Scorer(segment), segment.Reader, cancellation))]);
    }
}
