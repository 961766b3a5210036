using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Collecting;

/// <summary>Tells which documents of a segment are not deleted.</summary>
internal static class LiveDocs
{
    public static bool IsLive(ReadOnlySpan<ulong> liveBits, int docId) =>
        liveBits.IsEmpty || (liveBits[docId >> 6] >> docId & 1) != 0;

    /// <summary>The matches of a scorer that are live, as a set.</summary>
    public static DocBits Collect(Scorer? matches, SegmentReader segment, CancellationToken cancellation)
    {
        var bits = new DocBits(segment.MaxDoc);
        matches?.CollectAll(bits, cancellation);
        if (!segment.LiveBits.IsEmpty) bits.IntersectWith(segment.LiveBits);
        return bits;
    }

    /// <summary>Matches between two looks at the cancellation token.</summary>
    public const int HitsPerCheck = 1024;
}
