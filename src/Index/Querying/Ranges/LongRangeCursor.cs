using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a number in a range. Before it is moved it chooses between collecting all of them as a set, where the
/// segment has points, and looking at the column for the few documents that will be asked about.
/// </summary>
/// <param name="segment">The segment.</param>
/// <param name="query">The range.</param>
/// <param name="column">Looks at the numbers one by one; null when there is no column.</param>
/// <param name="estimate">About how many documents match.</param>
internal sealed class LongRangeCursor(
    SegmentReader segment, LongRangeQuery query, FilteredCursor? column, long estimate) : DocCursor
{
    private const int LookUpCost = 8; // looking at one number takes as long as collecting so many documents

    private DocCursor? _chosen;

    public override int DocId => _chosen?.DocId ?? -1;

    public override long Cost => _chosen?.Cost ?? Math.Min(estimate, segment.MaxDoc);

    /// <summary>The cursor that does the work.</summary>
    public DocCursor Chosen => _chosen ??= Collect();

    public override void Expect(long documents)
    {
        if (_chosen is null && column is not null && documents * LookUpCost < estimate) _chosen = column;
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
