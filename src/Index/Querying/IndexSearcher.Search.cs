using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

public sealed partial class IndexSearcher
{
    /// <summary>The best <paramref name="count"/> documents by score, and the exact number of matches.</summary>
    public TopDocs Search(Query query, int count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var heap = new TopHeap<float>(Math.Min(count, MaxDoc));
        var sink = new ScoreSink(heap);
        Run(query, scored: true, ref sink, cancellation);
        return new TopDocs(sink.Total, true, [.. heap.Drain().Select(hit => new ScoreDoc(hit.DocId, hit.Key))]);
    }

    /// <summary>
    /// The same documents and scores as <see cref="Search(Query, int, CancellationToken)"/>, found faster because documents
    /// that cannot be among them are skipped; the total is a lower bound.
    /// </summary>
    public TopDocs SearchTop(Query query, int count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var heap = new TopHeap<float>(Math.Min(count, MaxDoc));
        if (count == 0 || MaxDoc == 0) return new TopDocs(0, false, []);
        var collector = new TopCollector(heap, cancellation);
        var weight = Bind(query, scored: true);
        foreach (var segment in _segments)
        {
            collector.Begin(segment);
            weight.Scorer(segment)?.CollectTop(collector);
        }

        return new TopDocs(collector.Offered, false, [.. heap.Drain().Select(hit => new ScoreDoc(hit.DocId, hit.Key))]);
    }

    /// <summary>The first <paramref name="count"/> documents by a numeric column, and the exact number of matches.</summary>
    public TopDocs Search(Query query, int count, NumericSort sort, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(sort);
        var heap = new TopHeap<SortKey>(Math.Min(count, MaxDoc));
        var sink = new SortSink(heap, sort);
        Run(query, scored: false, ref sink, cancellation);
        return new TopDocs(sink.Total, true, [.. heap.Drain().Select(hit => new ScoreDoc(hit.DocId, 0))]);
    }

    /// <summary>The number of matching documents that are not deleted.</summary>
    public long Count(Query query, CancellationToken cancellation = default)
    {
        var sink = default(CountSink);
        Run(query, scored: false, ref sink, cancellation);
        return sink.Total;
    }

    /// <summary>The matching documents that are not deleted.</summary>
    public DocIdSet Collect(Query query, CancellationToken cancellation = default)
    {
        var weight = Bind(query, scored: false);
        return new DocIdSet([.. _segments.Select(segment =>
            LiveDocs.Collect(weight.Scorer(segment), segment.Reader, cancellation))]);
    }

    private void Run<TSink>(Query query, bool scored, ref TSink sink, CancellationToken cancellation)
        where TSink : struct, IHitSink
    {
        var weight = Bind(query, scored);
        foreach (var segment in _segments)
        {
            cancellation.ThrowIfCancellationRequested();
            if (weight.Scorer(segment) is not { } scorer) continue;
            sink.Begin(segment, scorer);
            RunSegment(segment.Reader, scorer, ref sink, cancellation);
        }
    }

    private static void RunSegment<TSink>(
        SegmentReader segment, Scorer scorer, ref TSink sink, CancellationToken cancellation)
        where TSink : struct, IHitSink
    {
        var live = segment.LiveBits;
        var untilCheck = LiveDocs.HitsPerCheck;
        for (var docId = scorer.Next(); docId != DocCursor.NoMoreDocs; docId = scorer.Next())
        {
            if (LiveDocs.IsLive(live, docId)) sink.Add(docId);
            if (--untilCheck > 0) continue;
            cancellation.ThrowIfCancellationRequested();
            untilCheck = LiveDocs.HitsPerCheck;
        }
    }
}
