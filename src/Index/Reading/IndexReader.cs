using Dateline.Index.Codecs.Commit;
using Dateline.Index.Store;

namespace Dateline.Index.Reading;

/// <summary>
/// A fixed view of an index: the segments of one commit (or of a writer's state). Thread-safe. Document ids of the
/// whole index run through the segments in order, starting at <see cref="DocBase"/> of each. Disposing only lets go of
/// the files: cursors that are still in use stay valid.
/// </summary>
public sealed class IndexReader : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly DiskSegmentReader[] _segments;
    private readonly SegmentCommit[] _states;
    private readonly int[] _docBases;
    private bool _disposed;

    internal IndexReader(IndexDirectory directory, CommitPoint commit, DiskSegmentReader[] segments)
    {
        _directory = directory;
        _segments = segments;
        _states = [.. commit.Segments];
        Generation = commit.Generation;
        UserData = commit.UserData;
        _docBases = new int[segments.Length];
        for (var k = 0; k < segments.Length; k++)
        {
            _docBases[k] = MaxDoc;
            MaxDoc += segments[k].MaxDoc;
            DocCount += segments[k].LiveCount;
        }
    }

    /// <summary>The segments in document order.</summary>
    public IReadOnlyList<SegmentReader> Segments
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _segments;
        }
    }

    /// <summary>Documents, deleted ones included.</summary>
    public int MaxDoc { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int DocCount { get; }

    /// <summary>N of the <c>segments_N</c> this view is of, or that it was built upon.</summary>
    public long Generation { get; }

    /// <summary>What the committer wanted remembered.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; }

    /// <summary>
    /// Opens the newest commit. <see cref="FileNotFoundException"/> when the directory holds no index,
    /// <see cref="CorruptIndexException"/> when its bytes are damaged, <see cref="NotSupportedException"/> when it uses
    /// a Lucene feature that Dateline does not read.
    /// </summary>
    public static IndexReader Open(IndexDirectory directory) =>
        CommitFormat.OpenNewest(directory, commit => Open(directory, commit, null));

    /// <summary>Id of a segment's first document in the whole index.</summary>
    public int DocBase(int segment) => _docBases[segment];

    /// <summary>Position of the segment that holds a document of the whole index.</summary>
    public int SegmentOf(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        var at = Array.BinarySearch(_docBases, docId);
        at = at < 0 ? ~at - 1 : at;
        while (_segments[at].MaxDoc == 0) at++; // equal bases: only the last of them has documents
        return at;
    }

    /// <summary>
    /// A view of the newest commit when it is newer than this one, else null. Unchanged segments are shared.
    /// </summary>
    public IndexReader? Reopen()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (CommitFormat.LastGeneration(_directory.ListFiles()) <= Generation) return null;
        return CommitFormat.OpenNewest(_directory, commit => Open(_directory, commit, this));
    }

    /// <inheritdoc/>
    public void Dispose() => _disposed = true;

    private static IndexReader Open(IndexDirectory directory, CommitPoint commit, IndexReader? older) =>
        new(directory, commit, [.. commit.Segments.Select(segment => OpenSegment(directory, segment, older))]);

    private static DiskSegmentReader OpenSegment(IndexDirectory directory, SegmentCommit segment, IndexReader? older)
    {
        for (var k = 0; k < (older?._segments.Length ?? 0); k++)
        {
            var (reader, state) = (older!._segments[k], older._states[k]);
            if (!state.Info.Id.Span.SequenceEqual(segment.Info.Id.Span)) continue;
            var same = state.DeletionGeneration == segment.DeletionGeneration
                && state.DeletedCount == segment.DeletedCount;
            if (!state.HasSameColumns(segment)) break;
            return same ? reader : DiskSegmentReader.Open(directory, segment, reader.Core);
        }

        return DiskSegmentReader.Open(directory, segment);
    }
}
