using Dateline.Index.Reading;

namespace Dateline.Index.Indexing.Merging;

/// <summary>One segment that goes into a merge and where its documents end up.</summary>
internal sealed class MergeInput
{
    private const int Deleted = -1;

    private readonly int[] _target;

    /// <param name="reader">The segment.</param>
    /// <param name="firstTarget">Id of its first live document in the merged segment.</param>
    public MergeInput(DiskSegmentReader reader, int firstTarget)
    {
        Reader = reader;
        _target = new int[reader.MaxDoc];
        var live = reader.LiveBits;
        for (var docId = 0; docId < _target.Length; docId++)
        {
            var isLive = live.IsEmpty || (live[docId >> 6] >> (docId & 63) & 1) != 0;
            _target[docId] = isLive ? firstTarget++ : Deleted;
        }
    }

    public DiskSegmentReader Reader { get; }

    /// <summary>True when all documents are live.</summary>
    public bool DropsNothing => Reader.LiveCount == Reader.MaxDoc;

    /// <summary>New id of every document, -1 for deleted ones; ascending otherwise.</summary>
    public ReadOnlySpan<int> Targets => _target;
}
