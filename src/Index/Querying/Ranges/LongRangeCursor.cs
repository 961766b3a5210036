using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a number in a range. Before it is moved it chooses between collecting all of them as a set, where the
/// segment has points, and looking at the column for the few documents that will be asked about.
/// </summary>
internal sealed class LongRangeCursor(SegmentReader segment, LongRangeQuery query, FilteredCursor? column) : DocCursor
{
    private const int FewDocuments = 1024; // one in so many is few

    private DocCursor? _chosen;

    public override int DocId => _chosen?.DocId ?? -1;

    public override long Cost => _chosen?.Cost ?? segment.MaxDoc;

    /// <summary>The cursor that does the work.</summary>
    public DocCursor Chosen => _chosen ??= Collect();

    public override void Expect(long documents)
    {
        if (_chosen is null && column is not null && documents < segment.MaxDoc / FewDocuments) _chosen = column;
        _chosen ??= Collect();
    }

    public override int Next() => Chosen.Next();

    public override int Advance(int target) => Chosen.Advance(target);

    private BitsCursor Collect()
    {
        var bits = new DocBits(segment.MaxDoc);
        segment.TryCollectLongRange(query.Field, query.Lower, query.Upper, bits.WordArray);
        return new BitsCursor(bits, bits.Count());
    }
}
