using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Indexing.Merging;
using Dateline.Index.Indexing.Segments;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>
/// The steps of an <see cref="IndexWriter"/>: take documents in, settle (write and publish everything up to a cut),
/// commit, merge, roll back. Thread-safe. Locks are taken in the order commit, settle, then those of the parts.
/// </summary>
internal sealed class WriterCore : IDisposable
{
    private const int MostUnpublished = 8;
    private const int TiersBehind = 4; // a healthy index has about three tiers of up to so many segments as are merged

    private readonly Lock _commitGate = new();
    private readonly Lock _settleGate = new();
    private readonly IndexDirectory _directory;
    private readonly IndexWriterOptions _options;
    private readonly FileKeeper _files;
    private readonly BufferWriter _buffers;
    private readonly CommitKeeper _commits;
    private readonly LiveSegments _segments;
    private readonly DocumentIntake _intake;
    private readonly MergeRunner _runner;
    private readonly MergeScheduler _merges;
    private bool _hasLostDeletes;

    public WriterCore(IndexDirectory directory, IndexWriterOptions options)
    {
        _directory = directory;
        _options = options;
        _files = new FileKeeper(directory);
        _segments = new LiveSegments(Dropped);
        var names = new SegmentNames();
        _buffers = new BufferWriter(directory, options, names, _files);
        _commits = new CommitKeeper(directory, names, _files, _segments);
        _intake = new DocumentIntake(new BufferPool(options, _buffers.NewBuffer, _buffers.Write));
        _runner = new MergeRunner(directory, _segments, _files, names, () => _buffers.Registry);
        _merges = new MergeScheduler(_segments, new MergePolicy(options), _runner, Math.Max(1, options.MergeThreads));
    }

    public long Generation => _commits.Generation;

    public IReadOnlyDictionary<string, string> UserData => _commits.UserData;

    public int BufferedDocuments => _intake.BufferedDocuments;

    /// <summary>
    /// True when documents or deletions got lost on their way to a segment; only <see cref="Load"/> helps.
    /// </summary>
    public bool IsBroken => _hasLostDeletes || _buffers.HasFailed;

    public Exception? MergeFailure => _merges.Failure;

    /// <summary>Starts from the last commit; files of anything newer are deleted.</summary>
    public void Load()
    {
        using var paused = _merges.Pause(cancel: true);
        lock (_commitGate)
        {
            lock (_settleGate) _intake.Reset(LoadCommit);
        }
    }

    /// <summary>
    /// Adds a document, and deletes older ones with a term in the same operation when a field is given.
    /// </summary>
    public void Add(IndexDocument document, string? field = null, string? term = null)
    {
        _intake.Add(document, field, term);
        SettleIfDue();
    }

    public void Delete(string field, string term)
    {
        _intake.Delete(field, term);
        SettleIfDue();
    }

    public void Delete(Query query)
    {
        _intake.Delete(query);
        SettleIfDue();
    }

    /// <summary>Makes everything so far part of the live segments; other threads go on indexing.</summary>
    public void Settle()
    {
        lock (_settleGate) SettleUnderGate();
        _merges.Schedule();
    }

    /// <summary>Settles and makes the result durable, unless nothing differs from the last commit.</summary>
    public long Commit(IReadOnlyDictionary<string, string>? userData)
    {
        lock (_commitGate)
        {
            lock (_settleGate) SettleUnderGate();
            _commits.Commit(userData);
        }

        _merges.Schedule();
        return Generation;
    }

    /// <summary>A reader of everything so far; nothing is made durable.</summary>
    public IndexReader OpenReader()
    {
        IndexReader reader;
        lock (_settleGate)
        {
            SettleUnderGate();
            var views = _segments.Readers();
            var commit = _commits.Preview([.. views.Select(view => view.State)]);
            reader = new IndexReader(_directory, commit, [.. views.Select(view => view.Reader)]);
        }

        _merges.Schedule();
        return reader;
    }

    /// <summary>The last commit, held.</summary>
    public IndexSnapshot Snapshot()
    {
        lock (_commitGate) return _commits.Snapshot();
    }

    /// <summary>Settles, then merges all that is chosen, in the calling thread.</summary>
    public void ForceMerge(Func<IReadOnlyList<WriterSegment>, IReadOnlyList<WriterSegment>> choose)
    {
        Settle();
        using var paused = _merges.Pause();
        while (_segments.BeginMerge(choose) is { } job) _runner.Run(job, CancellationToken.None);
    }

    public void WaitForMerges() => _merges.WaitUntilIdle();

    /// <summary>
    /// Ends the writer. What was not committed is dropped; but when only merging happened since the last commit,
    /// running merges are awaited and committed, so that their work is not lost.
    /// </summary>
    public void Close(bool failed)
    {
        var clean = !failed && BufferedDocuments == 0 && !_commits.LacksDocuments;
        using (_merges.Pause(cancel: !clean))
        {
            if (clean && _commits.LacksSegments) Commit(null);
        }

        if (failed) return;
        _intake.Reset(() => { });
        _files.Reset(_commits.Files);
        _files.Sweep();
    }

    public void Dispose()
    {
        _merges.Dispose();
        _intake.Dispose();
    }

    private void SettleIfDue()
    {
        if (_intake.UnpublishedSegments < MostUnpublished && _intake.DeleteBytes < _options.BufferBytes / 2) return;
        if (!_settleGate.TryEnter()) return; // another thread is at it
        try
        {
            SettleUnderGate();
        }
        finally
        {
            _settleGate.Exit();
        }

        _merges.Schedule();
        _merges.HelpWhileBehind(TiersBehind * Math.Max(2, _options.MergeFactor));
    }

    private void SettleUnderGate()
    {
        var (flushes, deletes) = _intake.Cut();
        if (flushes.Count == 0 && deletes.IsEmpty) return;
        var published = false;
        try
        {
            for (var k = 1; k < flushes.Count; k++)
                ThreadPool.UnsafeQueueUserWorkItem(WriteAhead, flushes[k], preferLocal: false);
            _segments.Publish([.. flushes.Select(flush => flush.Complete())], deletes);
            published = true;
        }
        finally
        {
            if (!published) _hasLostDeletes = true;
        }
    }

    /// <summary>
    /// Spreads writing over threads. The settling thread asks for every result and so meets every failure.
    /// </summary>
    private static void WriteAhead(PendingFlush flush)
    {
        try
        {
            flush.Complete();
        }
        catch (Exception)
        {
            // Kept in the flush and thrown again where its result is asked for.
        }
    }

    private void LoadCommit()
    {
        var segments = _commits.Load();
        _buffers.Reset();
        foreach (var segment in segments) _buffers.Registry.Learn(segment.Core.Fields);
        _intake.SetDocuments(segments.Sum(segment => (long)segment.MaxDoc));
        _hasLostDeletes = false;
        _files.Sweep();
    }

    private void Dropped(IEnumerable<WriterSegment> segments, long documents)
    {
        _files.Remove(segments.Select(segment => segment.Name));
        _intake.ChangeDocuments(-documents);
    }
}
