using Dateline.Index.Reading;

namespace Dateline.Index.Collecting;

/// <summary>Tells which documents of a segment are not deleted.</summary>
internal static class LiveDocs
{
    public static bool IsLive(ReadOnlySpan<ulong> liveBits, int docId) =>
        liveBits.IsEmpty || (liveBits[docId >> 6] >> docId & 1) != 0;

    /// <summary>The matches of a cursor that are live, as a set.</summary>
    public static DocBits Collect(DocCursor? matches, SegmentReader segment, CancellationToken cancellation)
    {
        var bits = new DocBits(segment.MaxDoc);
        if (matches is null) return bits;
        var live = segment.LiveBits;
        var untilCheck = HitsPerCheck;
        for (var docId = matches.Next(); docId != DocCursor.NoMoreDocs; docId = matches.Next())
        {
            if (IsLive(live, docId)) bits.Add(docId);
            if (--untilCheck > 0) continue;
            cancellation.ThrowIfCancellationRequested();
            untilCheck = HitsPerCheck;
        }

        return bits;
    }

    /// <summary>Matches between two looks at the cancellation token.</summary>
    public const int HitsPerCheck = 1024;
}
