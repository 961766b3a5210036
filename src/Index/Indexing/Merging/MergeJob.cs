using Dateline.Index.Indexing.Segments;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>
/// One merge: its segments, and their documents as they were alive when it began. Made and ended by
/// <see cref="LiveSegments"/>.
/// </summary>
internal sealed class MergeJob
{
    private readonly DiskSegmentReader[] _readers;
    private MergeInput[] _inputs = [];

    public MergeJob(IReadOnlyList<WriterSegment> segments)
    {
        Segments = segments;
        _readers = [.. segments.Select(segment => segment.Reader())];
    }

    public IReadOnlyList<WriterSegment> Segments { get; }

    /// <summary>Documents of the merged segment.</summary>
    public int DocCount => _readers.Sum(reader => reader.LiveCount);

    /// <summary>Deletes in the merged segment what was deleted in the segments since the merge began.</summary>
    public void CarryDeletes(WriterSegment merged)
    {
        for (var k = 0; k < _inputs.Length; k++)
        {
            var now = Segments[k].Reader().LiveBits;
            if (Segments[k].DeletedCount == _readers[k].MaxDoc - _readers[k].LiveCount) continue;
            var targets = _inputs[k].Targets;
            for (var docId = 0; docId < targets.Length; docId++)
                if (targets[docId] >= 0 && (now[docId >> 6] >> (docId & 63) & 1) == 0) merged.Delete(targets[docId]);
        }
    }

    /// <summary>
    /// What goes into the merged segment and where it ends up, opened anew: searches keep the memory of theirs.
    /// </summary>
    public MergeInput[] OpenInputs(ScanDirectory scan)
    {
        var first = 0;
        var inputs = new MergeInput[_readers.Length];
        for (var k = 0; k < inputs.Length; k++)
        {
            inputs[k] = new MergeInput(_readers[k].OpenAgain(scan), first);
            first += _readers[k].LiveCount;
        }

        return _inputs = inputs;
    }
}
