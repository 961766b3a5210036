using Dateline.Index.Indexing.Merging;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>
/// Adds, replaces and deletes documents of one index, also of one Apache Lucene wrote. Holds the index's write lock
/// while open. Nothing is visible to readers of the directory before <see cref="Commit"/>, and then all of it at once.
/// Thread-safe: threads index side by side, segments are merged in the background. After an I/O error only
/// <see cref="Rollback"/> and <see cref="Dispose"/> are allowed.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly WriterCore _core;
    private readonly IDisposable _lock;
    private volatile bool _failed;
    private int _disposed;

    private IndexWriter(WriterCore core, IDisposable held)
    {
        _core = core;
        _lock = held;
    }

    /// <summary>Generation of the last commit; 0 before the first.</summary>
    public long Generation => _core.Generation;

    /// <summary>User data of the last commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => _core.UserData;

    /// <summary>Documents waiting to be written to a segment.</summary>
    public int BufferedDocuments => _core.BufferedDocuments;

    /// <summary>
    /// What the last merge in the background failed with, else null. A merge that fails loses nothing: its segments
    /// stay as they were, and it is tried again after the next change.
    /// </summary>
    public Exception? MergeFailure => _core.MergeFailure;

    /// <summary>
    /// Opens an index for writing, or begins a new one. <see cref="IndexLockedException"/> when another writer has it;
    /// errors of existing files as in <see cref="IndexReader.Open(IndexDirectory)"/>.
    /// </summary>
    public static IndexWriter Open(IndexDirectory directory, IndexWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        var held = directory.LockForWriting();
        try
        {
            var core = new WriterCore(directory, options);
            core.Load();
            return new IndexWriter(core, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Adds a document. <see cref="ArgumentException"/> when it cannot be indexed; the index is then unchanged.
    /// </summary>
    public void Add(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Change(() => _core.Add(document));
    }

    /// <summary>
    /// Deletes the documents that have the term and adds one in their place, in one step.
    /// <see cref="ArgumentException"/> when the new one cannot be indexed; nothing is deleted then.
    /// </summary>
    public void Update(string field, string term, IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(document);
        Change(() => _core.Add(document, field, term));
    }

    /// <summary>Deletes the documents added so far that have exactly this term in the field.</summary>
    public void Delete(string field, string term)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(term);
        Change(() => _core.Delete(field, term));
    }

    /// <summary>Deletes the documents added so far that match the query.</summary>
    public void Delete(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        // A query that cannot be bound is refused here rather than when the deletions are applied.
        query.SimplifyFully().Bind(new IndexSearcher([]), scored: false, boost: 1);
        Change(() => _core.Delete(query));
    }

    /// <summary>
    /// Makes all changes durable and visible and returns the commit's generation. Does nothing when there are none and
    /// the user data stays the same. Null keeps the user data of the last commit. Does not wait for merges.
    /// </summary>
    public long Commit(IReadOnlyDictionary<string, string>? userData = null) => Step(() => _core.Commit(userData));

    /// <summary>
    /// Merges until at most so many segments are left, and drops deleted documents from those it merges. Takes effect
    /// for readers at the next commit. <see cref="NotSupportedException"/> when a segment holds what Dateline cannot
    /// rewrite.
    /// </summary>
    public void ForceMerge(int maxSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        var done = false;
        Force(segments =>
        {
            if (done) return [];
            done = true;
            return MergePolicy.Surplus(segments, maxSegments);
        });
    }

    /// <summary>
    /// Rewrites every segment that has deleted documents without them. Else as <see cref="ForceMerge"/>.
    /// </summary>
    public void ForceMergeDeletes()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Force(segments => [.. segments.Where(segment => segment.DeletedCount > 0 && seen.Add(segment.Name)).Take(1)]);
    }

    /// <summary>Waits until the background has nothing to merge.</summary>
    public void WaitForMerges()
    {
        CheckUsable();
        _core.WaitForMerges();
    }

    /// <summary>Forgets everything since the last commit. The writer stays open, also after a failure.</summary>
    public void Rollback()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        _failed = true;
        _core.Load();
        _failed = false;
    }

    /// <summary>
    /// A reader of everything so far, committed or not. Takes milliseconds: nothing is made durable, and segments that
    /// did not change are shared with earlier readers.
    /// </summary>
    public IndexReader OpenReader() => Step(_core.OpenReader);

    /// <summary>
    /// The last commit, whose files are kept until the result is disposed: for a backup while writing goes on.
    /// <see cref="InvalidOperationException"/> before the first commit.
    /// </summary>
    public IndexSnapshot Snapshot()
    {
        CheckUsable();
        return _core.Snapshot();
    }

    /// <summary>
    /// Releases the lock. What was not committed is dropped; when nothing was, running merges are awaited, then
    /// committed.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        try
        {
            _core.Close(_failed || _core.IsBroken);
        }
        finally
        {
            _core.Dispose();
            _lock.Dispose();
        }
    }

    private void Force(Func<IReadOnlyList<Segments.WriterSegment>, IReadOnlyList<Segments.WriterSegment>> choose)
    {
        Segments.WriterSegment? refused = null;
        Step(() =>
        {
            _core.ForceMerge(segments =>
            {
                var chosen = choose(segments);
                refused ??= chosen.FirstOrDefault(segment => MergePolicy.Obstacle(segment) is not null);
                return refused is null ? chosen : [];
            });
            return 0;
        });
        if (refused is not null) throw new NotSupportedException($"Cannot merge: {MergePolicy.Obstacle(refused)}.");
    }

    /// <summary>
    /// An operation on documents: one that is refused leaves the writer usable; failing to write does not.
    /// </summary>
    private void Change(Action operation)
    {
        CheckUsable();
        try
        {
            operation();
        }
        catch (Exception e) when (e is IOException or CorruptIndexException or UnauthorizedAccessException)
        {
            _failed = true;
            throw;
        }
    }

    private T Step<T>(Func<T> step)
    {
        CheckUsable();
        var done = false;
        try
        {
            var result = step();
            done = true;
            return result;
        }
        finally
        {
            if (!done) _failed = true;
        }
    }

    private void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        if (_failed || _core.IsBroken)
            throw new InvalidOperationException("An earlier step failed: roll back, or dispose and open again.");
    }
}
