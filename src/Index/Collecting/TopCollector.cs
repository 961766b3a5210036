using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Index.Querying;

namespace Dateline.Index.Collecting;

/// <summary>
/// Takes the matches of a search, or, once enough are counted, only those that can still reach the top.
/// </summary>
/// <param name="heap">The top.</param>
/// <param name="countUpTo">Matches to count before any may be left out.</param>
/// <param name="cancellation">Looked at once per block.</param>
internal sealed class TopCollector(TopHeap<float> heap, long countUpTo, CancellationToken cancellation)
{
    private SegmentContext? _segment;
    private DocBits? _matches;
    private DocBits? _accepted;

    /// <summary>Live documents offered so far.</summary>
    public long Offered { get; private set; }

    /// <summary>
    /// Documents that do not score above this may be left out; minus infinity while all have to be offered.
    /// </summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>Only a score above this gets into the top.</summary>
    public float Worst { get; private set; } = float.NegativeInfinity;

    /// <summary>True when no document may ever be left out.</summary>
    public bool TakesAll => countUpTo == long.MaxValue;

    /// <summary>True when some documents may have been left out.</summary>
    public bool MaySkip => Threshold > float.NegativeInfinity;

    /// <summary>Only documents that come after this one get into the top; null for all.</summary>
    public ScoreDoc? After { get; init; }

    /// <summary>Live matches that have to be offered before others may be left out.</summary>
    public long StillWanted => Math.Max(countUpTo - Offered, heap.Missing);

    /// <summary>A segment begins.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="matches">Receives the live matches; only when all are taken.</param>
    /// <param name="accepted">Only these documents get into the top; null for all. Only with
    /// <paramref name="matches"/>.</param>
    public void Begin(SegmentContext segment, DocBits? matches = null, DocBits? accepted = null)
    {
        (_segment, _matches, _accepted) = (segment, matches, accepted);
        Refresh();
    }

    /// <summary>Only fills a set, with deleted documents too.</summary>
    public void Begin(DocBits matches)
    {
        (_segment, _matches, _accepted) = (null, matches, null);
        Refresh();
    }

    /// <summary>Documents of the segment.</summary>
    public int MaxDoc => _segment is null ? _matches!.MaxDoc : _segment.Reader.MaxDoc;

    private ReadOnlySpan<ulong> LiveBits => _segment is null ? default : _segment.Reader.LiveBits;

    /// <summary>A matching document of the segment; those already deleted are dropped. Documents ascend.</summary>
    public void Offer(int docId, float score)
    {
        if (!LiveDocs.IsLive(LiveBits, docId)) return;
        Offered++;
        _matches?.Add(docId);
        if (score > Worst && (After is null || IsAfter(docId, score)) && _accepted?.Contains(docId) != false)
            heap.Add(score, _segment!.DocBase + docId);
        else if (Offered != countUpTo) return;
        Refresh();
    }

    /// <summary>Several matching documents.</summary>
    public void Offer(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        scores = scores[..docs.Length];
        if (_matches is null && LiveBits.IsEmpty && !AnyAbove(scores, Worst))
        {
            Offered += docs.Length;
            if (Threshold < Worst) Refresh();
            return;
        }

        for (var k = 0; k < docs.Length; k++) Offer(docs[k], scores[k]);
    }

    /// <summary>Cancels the search.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Called once per block.</summary>
    public void CheckCancellation() => cancellation.ThrowIfCancellationRequested();

    private bool IsAfter(int docId, float score) => score < After!.Value.Score
        || (score == After.Value.Score && _segment!.DocBase + docId > After.Value.DocId);

    private void Refresh()
    {
        Worst = heap.IsFull ? heap.WorstKeyOr(float.PositiveInfinity) : float.NegativeInfinity;
        Threshold = Offered >= countUpTo ? Worst : float.NegativeInfinity;
    }

    private static bool AnyAbove(ReadOnlySpan<float> scores, float bound)
    {
        ref var first = ref MemoryMarshal.GetReference(scores);
        var at = 0;
        var bounds = Vector256.Create(bound);
        // Safety: at + 8 does not exceed the span's length.
        for (; at + Vector256<float>.Count <= scores.Length; at += Vector256<float>.Count)
        {
            if (Vector256.GreaterThanAny(Vector256.LoadUnsafe(ref first, (nuint)at), bounds)) return true;
        }

        for (; at < scores.Length; at++)
        {
            if (scores[at] > bound) return true;
        }

        return false;
    }
}
