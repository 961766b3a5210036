using Dateline.Index.Indexing.Merging;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>
/// Adds, replaces and deletes documents of one index, also of one Apache Lucene wrote. Holds the index's write lock while open.
/// Nothing is visible to readers before <see cref="Commit"/>, and then all of it at once. Thread-safe. After an I/O error only
/// <see cref="Rollback"/> and <see cref="Dispose"/> are allowed.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly WriterCore _core;
    private readonly IDisposable _lock;
    private bool _failed;
    private bool _disposed;

    private IndexWriter(WriterCore core, IDisposable held)
    {
        _core = core;
        _lock = held;
    }

    /// <summary>Generation of the last commit; 0 before the first.</summary>
    public long Generation
    {
        get
        {
            lock (_gate) return _core.Generation;
        }
    }

    /// <summary>User data of the last commit.</summary>
    public IReadOnlyDictionary<string, string> UserData
    {
        get
        {
            lock (_gate) return _core.UserData;
        }
    }

    /// <summary>Documents waiting to be written to a segment.</summary>
    public int BufferedDocuments
    {
        get
        {
            lock (_gate) return _core.BufferedDocuments;
        }
    }

    /// <summary>
    /// Opens an index for writing, or begins a new one. <see cref="IndexLockedException"/> when another writer has it; errors of
    /// existing files as in <see cref="IndexReader.Open(IndexDirectory)"/>.
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

    /// <summary>Adds a document. <see cref="ArgumentException"/> when it cannot be indexed; the index is then unchanged.</summary>
    public void Add(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (_gate)
        {
            AddDocument(document);
            Step(static core => core.FlushIfFull());
        }
    }

    /// <summary>
    /// Deletes the documents that have the term and adds one in their place, in one step. <see cref="ArgumentException"/> when
    /// the new one cannot be indexed; nothing is deleted then.
    /// </summary>
    public void Update(string field, string term, IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(document);
        lock (_gate)
        {
            var older = _core.BufferedDocuments;
            AddDocument(document);
            _core.Delete(field, term, older);
            Step(static core => core.FlushIfFull());
        }
    }

    /// <summary>Deletes the documents added so far that have exactly this term in the field.</summary>
    public void Delete(string field, string term)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(term);
        lock (_gate)
        {
            CheckUsable();
            _core.Delete(field, term, _core.BufferedDocuments);
            Step(static core => core.FlushIfFull());
        }
    }

    /// <summary>
    /// Makes all changes durable and visible and returns the commit's generation. Does nothing when there are none and the user
    /// data stays the same. Null keeps the user data of the last commit.
    /// </summary>
    public long Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_gate)
        {
            Step(core =>
            {
                core.Flush();
                core.MergeByPolicy();
                core.Commit(userData ?? core.UserData);
            });
            return _core.Generation;
        }
    }

    /// <summary>
    /// Merges until at most so many segments are left, and drops deleted documents from those it merges. Takes effect for readers
    /// at the next commit. <see cref="NotSupportedException"/> when a segment holds what Dateline cannot rewrite.
    /// </summary>
    public void ForceMerge(int maxSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        lock (_gate)
        {
            Step(static core => core.Flush());
            var group = _core.Surplus(maxSegments);
            if (group.Select(MergePolicy.Obstacle).FirstOrDefault(what => what is not null) is { } obstacle)
                throw new NotSupportedException($"Cannot merge: {obstacle}.");
            Step(core => core.Merge(group));
        }
    }

    /// <summary>Forgets everything since the last commit. The writer stays open, also after a failure.</summary>
    public void Rollback()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _failed = true;
            _core.Load();
            _failed = false;
        }
    }

    /// <summary>A reader of everything so far, committed or not.</summary>
    public IndexReader OpenReader()
    {
        lock (_gate)
        {
            Step(static core => core.Flush());
            return _core.OpenReader();
        }
    }

    /// <summary>Releases the lock. What was not committed is dropped.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            try
            {
                if (_failed) return;
                _core.Discard();
                _core.DeleteUnreferenced();
            }
            finally
            {
                _lock.Dispose();
            }
        }
    }

    /// <summary>A document that is refused leaves the writer usable; failing to write its stored fields does not.</summary>
    private void AddDocument(IndexDocument document)
    {
        CheckUsable();
        try
        {
            _core.Add(document);
        }
        catch (IOException)
        {
            _failed = true;
            throw;
        }
    }

    private void Step(Action<WriterCore> step)
    {
        CheckUsable();
        _failed = true; // unless the step completes
        step(_core);
        _failed = false;
    }

    private void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failed) throw new InvalidOperationException("An earlier step failed: roll back, or dispose and open again.");
    }
}
