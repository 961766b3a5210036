using System.Security.Cryptography;
using System.Text;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>A written segment inside a writer, with the deletions that are not committed yet.</summary>
internal sealed class WriterSegment
{
    /// <summary>Generation in states that no file has; never equal to that of a commit.</summary>
    private const long Uncommitted = -2;

    private readonly SegmentCore _core;
    private SegmentCommit _committed;
    private ulong[] _live;
    private bool _liveIsShared = true;
    private bool _dirty;

    public WriterSegment(SegmentCore core, SegmentCommit committed, ulong[] live)
    {
        _core = core;
        _committed = committed;
        _live = live;
        DeletedCount = committed.DeletedCount;
    }

    public string Name => _core.Info.Name;

    public int MaxDoc => _core.Info.MaxDoc;

    public int DeletedCount { get; private set; }

    /// <summary>True when there are deletions that no file has yet.</summary>
    public bool IsDirty => _dirty;

    public int LiveCount => MaxDoc - DeletedCount;

    public SegmentCore Core => _core;

    /// <summary>The state as readers compare it.</summary>
    public SegmentCommit State =>
        _dirty ? _committed with { DeletionGeneration = Uncommitted, DeletedCount = DeletedCount } : _committed;

    public static WriterSegment Open(IndexDirectory directory, SegmentCommit segment) =>
        new(SegmentCore.Open(directory, segment.Info), segment, LiveDocsFormat.Read(directory, segment));

    /// <summary>A reader of the current state; later deletions do not change it.</summary>
    public DiskSegmentReader Reader()
    {
        _liveIsShared = true;
        return new DiskSegmentReader(_core, _live);
    }

    /// <summary>Deletes the documents below <paramref name="limit"/> that have the term.</summary>
    public void Delete(string field, string term, int limit)
    {
        if (_core.Terms?.Field(field) is not { } terms || !terms.TryFind(Encoding.UTF8.GetBytes(term), out var state)) return;
        var cursor = terms.Postings(state, PostingsParts.Docs);
        for (var docId = cursor.Next(); docId < limit && docId != DocCursor.NoMoreDocs; docId = cursor.Next()) Delete(docId);
    }

    /// <summary>Deletes one document; again is no harm.</summary>
    public void Delete(int docId)
    {
        if (_live.Length > 0 && (_live[docId >> 6] >> (docId & 63) & 1) == 0) return;
        if (_liveIsShared) _live = _live.Length == 0 ? LiveDocsFormat.AllLive(MaxDoc) : [.. _live];
        _liveIsShared = false;
        _live[docId >> 6] &= ~(1UL << (docId & 63));
        DeletedCount++;
        _dirty = true;
    }

    /// <summary>Writes the deletions to a new live-docs file and returns the state to commit.</summary>
    public SegmentCommit Save(IndexDirectory directory)
    {
        if (!_dirty) return _committed;
        _committed = _committed with
        {
            DeletionGeneration = Math.Max(1, _committed.DeletionGeneration + 1),
            DeletedCount = DeletedCount,
            CommitId = RandomNumberGenerator.GetBytes(CodecHeader.IdLength),
        };
        LiveDocsFormat.Write(directory, _committed, _live);
        _dirty = false;
        return _committed;
    }
}
