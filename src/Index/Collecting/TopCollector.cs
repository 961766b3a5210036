using Dateline.Index.Querying;

namespace Dateline.Index.Collecting;

/// <summary>Takes candidates for the best scores while documents that cannot reach them are skipped.</summary>
internal sealed class TopCollector(TopHeap<float> heap, CancellationToken cancellation)
{
    private SegmentContext? _segment;

    /// <summary>Live documents offered so far.</summary>
    public long Offered { get; private set; }

    /// <summary>Only a score above this can still get in.</summary>
    public float Threshold => heap.IsFull ? heap.WorstKey : float.NegativeInfinity;

    public void Begin(SegmentContext segment) => _segment = segment;

    /// <summary>A matching document of the segment; those already deleted are dropped. Documents ascend.</summary>
    public void Offer(int docId, float score)
    {
        if (!LiveDocs.IsLive(_segment!.Reader.LiveBits, docId)) return;
        Offered++;
        heap.Add(score, _segment.DocBase + docId);
    }

    /// <summary>Called once per block.</summary>
    public void CheckCancellation() => cancellation.ThrowIfCancellationRequested();
}
