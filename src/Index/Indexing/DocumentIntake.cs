using Dateline.Index.Codecs.Segments;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Indexing.Deleting;
using Dateline.Index.Querying;

namespace Dateline.Index.Indexing;

/// <summary>
/// Takes operations from any number of threads: documents into buffers, deletions into the queue. A cut ends all
/// operations under way, which take a document's time, and separates what came before from what comes after; no
/// operation is on both sides.
/// </summary>
internal sealed class DocumentIntake(BufferPool pool) : IDisposable
{
    private readonly ReaderWriterLockSlim _operations = new(LockRecursionPolicy.NoRecursion);
    private readonly DeleteQueue _deletes = new();
    private long _documents; // of the whole index

    /// <summary>Documents that are in no segment yet.</summary>
    public int BufferedDocuments => pool.DocCount;

    /// <summary>Rough heap bytes of the waiting deletions.</summary>
    public long DeleteBytes => _deletes.AllocatedBytes;

    /// <summary>Segments written or about to be since the last cut.</summary>
    public int UnpublishedSegments => pool.LeavingCount;

    /// <summary>
    /// Adds a document, and deletes older ones with a term in the same operation when a field is given.
    /// </summary>
    public void Add(IndexDocument document, string? field, string? term)
    {
        Func<long> number = field is null ? _deletes.Next : () => _deletes.Add(field, term!);
        PendingFlush? full = null;
        _operations.EnterReadLock();
        try
        {
            Reserve();
            var buffer = pool.Take();
            var before = buffer.DocCount;
            try
            {
                buffer.Add(document, number);
            }
            finally
            {
                var taken = buffer.DocCount - before;
                if (taken == 0) ChangeDocuments(-1);
                full = pool.Return(buffer, taken);
            }
        }
        finally
        {
            _operations.ExitReadLock();
        }

        full?.Complete();
        pool.Backlog()?.Complete();
    }

    public void Delete(string field, string term)
    {
        _operations.EnterReadLock();
        try
        {
            _deletes.Add(field, term);
        }
        finally
        {
            _operations.ExitReadLock();
        }
    }

    public void Delete(Query query)
    {
        _operations.EnterReadLock();
        try
        {
            _deletes.Add(query);
        }
        finally
        {
            _operations.ExitReadLock();
        }
    }

    /// <summary>Everything since the last cut: buffers in the order they left, and the deletions.</summary>
    public (List<PendingFlush> Flushes, DeletePacket Deletes) Cut()
    {
        _operations.EnterWriteLock();
        try
        {
            return (pool.DetachAll(), _deletes.Drain());
        }
        finally
        {
            _operations.ExitWriteLock();
        }
    }

    /// <summary>
    /// Stops operations, forgets everything since the last cut and runs a step before operations go on.
    /// </summary>
    public void Reset(Action step)
    {
        _operations.EnterWriteLock();
        try
        {
            pool.Clear();
            _deletes.Drain();
            step();
        }
        finally
        {
            _operations.ExitWriteLock();
        }
    }

    /// <summary>The index has that many documents more, or fewer.</summary>
    public void ChangeDocuments(long difference) => Interlocked.Add(ref _documents, difference);

    /// <summary>The index has that many documents.</summary>
    public void SetDocuments(long count) => Interlocked.Exchange(ref _documents, count);

    public void Dispose() => _operations.Dispose();

    private void Reserve()
    {
        if (Interlocked.Increment(ref _documents) <= SegmentInfoFormat.MaxDocs) return;
        ChangeDocuments(-1);
        throw new InvalidOperationException($"An index holds at most {SegmentInfoFormat.MaxDocs} documents.");
    }
}
