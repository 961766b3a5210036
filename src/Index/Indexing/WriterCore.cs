using Dateline.Index.Codecs.Commit;
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
    private readonly PagePool _pages;
    private readonly SegmentNames _names = new();
    private readonly FileKeeper _files;
    private readonly LiveSegments _segments;
    private readonly DocumentIntake _intake;
    private readonly MergeRunner _runner;
    private readonly MergeScheduler _merges;
    private FieldRegistry _registry = new();
    private CommitPoint? _last;
    private LiveSegments.Draft? _committed;

    public WriterCore(IndexDirectory directory, IndexWriterOptions options)
    {
        _directory = directory;
        _options = options;
        _pages = new PagePool(options.BufferBytes);
        _files = new FileKeeper(directory);
        _segments = new LiveSegments(Dropped);
        _intake = new DocumentIntake(new BufferPool(options, NewBuffer, WriteBuffer));
        _runner = new MergeRunner(directory, _segments, _files, _names, () => _registry);
        _merges = new MergeScheduler(_segments, new MergePolicy(options), _runner, Math.Max(1, options.MergeThreads));
    }

    public long Generation => _last?.Generation ?? 0;

    public IReadOnlyDictionary<string, string> UserData => _last?.UserData ?? new Dictionary<string, string>();

    public int BufferedDocuments => _intake.BufferedDocuments;

    /// <summary>
    /// True when documents or deletions got lost on their way to a segment; only <see cref="Load"/> helps.
    /// </summary>
    public bool IsBroken { get; private set; }

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
            var draft = _segments.ToCommit(_files.Hold, out var held);
            using (held)
            {
                userData ??= UserData;
                if (_last is null || draft.Version != _committed!.Version || !SameData(_last.UserData, userData))
                    Publish(draft, userData);
            }
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
            var commit = NewCommit(Generation, [.. views.Select(view => view.State)], UserData);
            reader = new IndexReader(_directory, commit, [.. views.Select(view => view.Reader)]);
        }

        _merges.Schedule();
        return reader;
    }

    /// <summary>The last commit, held.</summary>
    public IndexSnapshot Snapshot()
    {
        lock (_commitGate)
        {
            if (_last is null) throw new InvalidOperationException("There is no commit yet; commit first.");
            var (holding, files) = _files.HoldCommit();
            return new IndexSnapshot(_last.Generation, files, holding, _files.Sweep);
        }
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
        var clean = !failed && BufferedDocuments == 0 && _last is not null && _committed!.Content == _segments.Content;
        using (_merges.Pause(cancel: !clean))
        {
            if (clean && _segments.Version != _committed!.Version) Commit(null);
        }

        if (failed) return;
        _intake.Reset(() => { });
        _files.Reset(_last?.AllFiles ?? []);
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
            if (!published) IsBroken = true;
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

    private void Publish(LiveSegments.Draft draft, IReadOnlyDictionary<string, string> userData)
    {
        var commit = NewCommit(Generation + 1, [.. draft.Segments.Select(segment => segment.State)], userData);
        using var held = _files.Hold(
            [CommitFormat.FileName(commit.Generation), CommitFormat.PendingName(commit.Generation)]);
        foreach (var segment in draft.Segments) segment.WriteLiveDocs(_directory);
        CommitSession.Publish(_directory, commit, _last);
        _segments.Committed(draft);
        _last = commit;
        _committed = draft;
        _files.SetCommit(commit.AllFiles);
        _files.Sweep();
    }

    private void LoadCommit()
    {
        _registry = new FieldRegistry();
        var files = _directory.ListFiles();
        var generation = CommitFormat.LastGeneration(files);
        _last = generation == 0 ? null : CommitFormat.Read(_directory, generation);
        var highest = files.Select(IndexFileNames.SegmentNumber).Append(-1).Max();
        _names.Reset(Math.Max(_last?.NameCounter ?? 0, highest + 1));
        var segments = (_last?.Segments ?? []).Select(segment => WriterSegment.Open(_directory, segment)).ToList();
        foreach (var segment in segments) _registry.Learn(segment.Core.Fields);
        _files.Reset(_last?.AllFiles ?? []);
        foreach (var segment in segments) _files.Add(segment.Name);
        _segments.Reset(segments);
        _intake.SetDocuments(segments.Sum(segment => (long)segment.MaxDoc));
        _committed = _segments.ToCommit();
        IsBroken = false;
        _files.Sweep();
    }

    private SegmentBuffer NewBuffer()
    {
        var name = _names.Next();
        _files.Add(name);
        return new SegmentBuffer(_directory, name, SegmentNames.NewId(), _registry, _options.Analyzer, _pages);
    }

    private FlushedSegment WriteBuffer(SegmentBuffer buffer)
    {
        var broken = true;
        try
        {
            var flushed = WriteSegment(buffer);
            broken = false;
            return flushed;
        }
        finally
        {
            if (broken) IsBroken = true;
        }
    }

    private FlushedSegment WriteSegment(SegmentBuffer buffer)
    {
        var info = SegmentFlusher.Flush(_directory, buffer);
        var commit = new SegmentCommit { Info = info, CommitId = SegmentNames.NewId() };
        var flushed = WriterSegment.Open(_directory, commit);
        foreach (var docId in buffer.Failed) flushed.Delete(docId);
        return new FlushedSegment(flushed, buffer.Numbers.ToArray());
    }

    private void Dropped(IEnumerable<WriterSegment> segments, long documents)
    {
        _files.Remove(segments.Select(segment => segment.Name));
        _intake.ChangeDocuments(-documents);
    }

    private CommitPoint NewCommit(
        long generation, IReadOnlyList<SegmentCommit> segments, IReadOnlyDictionary<string, string> userData) =>
        CommitSession.Describe(_last, generation, _names.Counter, segments, userData);

    private static bool SameData(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
