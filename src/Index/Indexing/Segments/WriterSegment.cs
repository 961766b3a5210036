using System.Security.Cryptography;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Segments;

/// <summary>
/// A written segment inside a writer, with the deletions that are not committed yet. Not thread-safe:
/// <see cref="LiveSegments"/> guards it.
/// </summary>
internal sealed class WriterSegment
{
    /// <summary>Generation in states that no file has; never equal to that of a commit.</summary>
    private const long Uncommitted = -2;

    private readonly SegmentCore _core;
    private readonly Lazy<long> _bytes;
    private SegmentCommit _committed;
    private DiskSegmentReader? _reader;
    private ulong[] _live;
    private bool _liveIsShared = true;

    private WriterSegment(IndexDirectory directory, SegmentCore core, SegmentCommit committed, ulong[] live)
    {
        _core = core;
        _committed = committed;
        _live = live;
        // An error of the disk must not be remembered: the next look may succeed.
        _bytes = new(
            () => core.Info.Files.Sum(file => directory.Open(file).Length), LazyThreadSafetyMode.PublicationOnly);
        DeletedCount = committed.DeletedCount;
    }

    public string Name => _core.Info.Name;

    public int MaxDoc => _core.Info.MaxDoc;

    public int DeletedCount { get; private set; }

    public int LiveCount => MaxDoc - DeletedCount;

    public SegmentCore Core => _core;

    /// <summary>Bytes of all its files but the live-docs file.</summary>
    public long Bytes => _bytes.Value;

    /// <summary>True while a merge reads it; it must not go into a second one.</summary>
    public bool IsMerging { get; set; }

    /// <summary>The state as readers compare it.</summary>
    public SegmentCommit State => DeletedCount == _committed.DeletedCount
        ? _committed
        : _committed with { DeletionGeneration = Uncommitted, DeletedCount = DeletedCount };

    public static WriterSegment Open(IndexDirectory directory, SegmentCommit segment) =>
        new(directory, SegmentCore.Open(directory, segment), segment, LiveDocsFormat.Read(directory, segment));

    /// <summary>A reader of the current state; later deletions do not change it.</summary>
    public DiskSegmentReader Reader()
    {
        _liveIsShared = true;
        return _reader ??= new DiskSegmentReader(_core, _live);
    }

    /// <summary>Deletes one document; again is no harm.</summary>
    public void Delete(int docId)
    {
        if (_live.Length > 0 && (_live[docId >> 6] >> (docId & 63) & 1) == 0) return;
        if (_liveIsShared) _live = _live.Length == 0 ? LiveDocsFormat.AllLive(MaxDoc) : [.. _live];
        _liveIsShared = false;
        _reader = null;
        _live[docId >> 6] &= ~(1UL << (docId & 63));
        DeletedCount++;
    }

    /// <summary>
    /// The state to commit: a new generation of live docs when something was deleted since the last one.
    /// </summary>
    public SegmentToCommit Draft()
    {
        if (DeletedCount == _committed.DeletedCount) return new SegmentToCommit(this, _committed, null);
        var next = _committed with
        {
            DeletionGeneration = Math.Max(1, _committed.DeletionGeneration + 1),
            DeletedCount = DeletedCount,
            CommitId = RandomNumberGenerator.GetBytes(CodecHeader.IdLength),
        };
        return new SegmentToCommit(this, next, Reader());
    }

    /// <summary>Remembers that a draft was committed.</summary>
    public void Committed(SegmentCommit state) => _committed = state;
}
