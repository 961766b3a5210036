using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Indexing.Deleting;
using Dateline.Index.Indexing.Merging;
using Dateline.Index.Reading;

namespace Dateline.Index.Indexing.Segments;

/// <summary>
/// The segments of a writer up to its last cut: what a reader opened now sees. Every change is made whole under one
/// lock, so that nobody sees half of an update. Thread-safe.
/// </summary>
internal sealed class LiveSegments(Action<IEnumerable<WriterSegment>, long> dropped)
{
    private readonly Lock _gate = new();
    private readonly List<WriterSegment> _segments = [];
    private long _version;

    /// <summary>A view of all segments at one moment.</summary>
    /// <param name="Version">Grows with every change.</param>
    /// <param name="Content">Grows with every change that adds or deletes documents; merging does not.</param>
    /// <param name="Segments">The segments as a commit has them.</param>
    public sealed record Draft(long Version, long Content, SegmentToCommit[] Segments);

    public int Count
    {
        get
        {
            lock (_gate) return _segments.Count;
        }
    }

    /// <summary>Grows with every change.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Grows with every change that adds or deletes documents.</summary>
    public long Content { get; private set; }

    /// <summary>Starts over with the segments of a commit.</summary>
    public void Reset(IEnumerable<WriterSegment> segments)
    {
        lock (_gate)
        {
            _segments.Clear();
            _segments.AddRange(segments);
            _version++;
            Content++;
        }
    }

    /// <summary>Adds the segments written since the last cut and applies the deletions since then to all.</summary>
    public void Publish(List<FlushedSegment> fresh, DeletePacket deletes)
    {
        lock (_gate)
        {
            var deleted = _segments.Sum(segment => (long)segment.DeletedCount);
            foreach (var segment in _segments) deletes.Apply(segment, []);
            foreach (var (segment, numbers) in fresh)
            {
                deletes.Apply(segment, numbers);
                _segments.Add(segment);
            }

            var changed = fresh.Count > 0 || _segments.Sum(segment => (long)segment.DeletedCount) != deleted;
            if (!changed) return;
            _version++;
            Content++;
            DropEmpty();
        }
    }

    /// <summary>The state of all segments for a commit, whose files are held before any merge can drop them.</summary>
    public Draft ToCommit(Func<IEnumerable<string>, IDisposable> hold, out IDisposable held)
    {
        lock (_gate)
        {
            var draft = ToCommit();
            held = hold(draft.Segments.SelectMany(segment => segment.State.AllFiles));
            return draft;
        }
    }

    /// <summary>The state of all segments for a commit.</summary>
    public Draft ToCommit()
    {
        lock (_gate) return new Draft(_version, Content, [.. _segments.Select(segment => segment.Draft())]);
    }

    /// <summary>Remembers what was committed.</summary>
    public void Committed(Draft draft)
    {
        lock (_gate)
        {
            foreach (var (segment, state, _) in draft.Segments) segment.Committed(state);
        }
    }

    /// <summary>Readers of all segments in order and the states they show.</summary>
    public (DiskSegmentReader Reader, Codecs.Commit.SegmentCommit State)[] Readers()
    {
        lock (_gate) return [.. _segments.Select(segment => (segment.Reader(), segment.State))];
    }

    /// <summary>
    /// Lets a choice be made among the segments no merge reads yet; null when there is nothing to do.
    /// </summary>
    public MergeJob? BeginMerge(Func<IReadOnlyList<WriterSegment>, IReadOnlyList<WriterSegment>> choose)
    {
        lock (_gate)
        {
            var chosen = choose(_segments.FindAll(segment => !segment.IsMerging));
            if (chosen.Count == 0) return null;
            foreach (var segment in chosen) segment.IsMerging = true;
            return new MergeJob(chosen);
        }
    }

    /// <summary>
    /// Puts the result of a merge, with what was deleted meanwhile, in the place of its first input; null gives the
    /// inputs free. False when the segments are no longer there, because the writer was rolled back.
    /// </summary>
    public bool EndMerge(MergeJob job, WriterSegment? result)
    {
        lock (_gate)
        {
            foreach (var segment in job.Segments) segment.IsMerging = false;
            if (result is null || !_segments.Contains(job.Segments[0])) return false;
            job.CarryDeletes(result);
            _segments[_segments.IndexOf(job.Segments[0])] = result;
            _segments.RemoveAll(job.Segments.Contains);
            _version++;
            dropped(job.Segments, job.Segments.Sum(segment => (long)segment.MaxDoc) - result.MaxDoc);
            DropEmpty();
            return true;
        }
    }

    private void DropEmpty()
    {
        var empty = _segments.FindAll(segment => segment.LiveCount == 0 && !segment.IsMerging);
        if (empty.Count == 0) return;
        _segments.RemoveAll(empty.Contains);
        dropped(empty, empty.Sum(segment => (long)segment.MaxDoc));
    }
}
