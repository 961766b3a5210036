namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// The buffers documents go to: as many as threads index at once, under one memory budget. When it is used up the
/// largest buffer leaves the pool to be written; the others go on. Thread-safe.
/// </summary>
internal sealed class BufferPool(
    IndexWriterOptions options, Func<SegmentBuffer> create, Func<SegmentBuffer, FlushedSegment> write)
{
    private const long LargestBuffer = 1L << 30; // the arena's addresses end soon after

    private readonly Lock _gate = new();
    private readonly Stack<SegmentBuffer> _idle = new();
    private readonly Dictionary<SegmentBuffer, long> _bytes = []; // of all buffers in the pool, idle or not
    private readonly HashSet<SegmentBuffer> _wanted = [];
    private readonly List<PendingFlush> _leaving = [];
    private long _total;
    private int _documents;

    /// <summary>Documents that are in no segment yet.</summary>
    public int DocCount => Volatile.Read(ref _documents) + Leaving(flush => flush.IsDone ? 0 : flush.DocCount);

    /// <summary>Buffers that left since the last cut, written or not.</summary>
    public int LeavingCount
    {
        get
        {
            lock (_gate) return _leaving.Count;
        }
    }

    /// <summary>A buffer for the calling thread alone.</summary>
    public SegmentBuffer Take()
    {
        lock (_gate)
        {
            if (_idle.TryPop(out var idle)) return idle;
        }

        var buffer = create();
        lock (_gate) _bytes.Add(buffer, 0);
        return buffer;
    }

    /// <summary>Gives a buffer back. Returns what the caller has to write, if the budget is used up.</summary>
    public PendingFlush? Return(SegmentBuffer buffer, int documents)
    {
        var bytes = buffer.AllocatedBytes;
        lock (_gate)
        {
            _documents += documents;
            ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(_bytes, buffer);
            _total += bytes - known;
            known = bytes;
            _idle.Push(buffer);
            if (_wanted.Contains(buffer) || bytes >= LargestBuffer || buffer.DocCount >= options.BufferDocuments)
                return Detach(buffer);
            return _total >= options.BufferBytes ? DetachLargest() : null;
        }
    }

    /// <summary>
    /// The oldest buffer not yet written when these hold more than the budget: the caller should wait for it.
    /// </summary>
    public PendingFlush? Backlog()
    {
        lock (_gate)
        {
            var waiting = 0L;
            PendingFlush? oldest = null;
            foreach (var flush in _leaving)
            {
                if (flush.IsDone) continue;
                oldest ??= flush;
                waiting += flush.Bytes;
            }

            return waiting > options.BufferBytes ? oldest : null;
        }
    }

    /// <summary>Takes everything out, in the order the buffers left. No buffer may be in use.</summary>
    public List<PendingFlush> DetachAll()
    {
        lock (_gate)
        {
            var filled = _bytes.Keys.Where(buffer => buffer.DocCount > 0).OrderBy(buffer => buffer.Number).ToList();
            foreach (var buffer in filled) Detach(buffer);
            List<PendingFlush> all = [.. _leaving];
            _leaving.Clear();
            return all;
        }
    }

    /// <summary>Drops everything. No buffer may be in use.</summary>
    public void Clear()
    {
        foreach (var flush in DetachAll()) flush.Abandon();
        lock (_gate)
        {
            foreach (var buffer in _idle) buffer.Dispose();
            _idle.Clear();
            _bytes.Clear();
            _total = 0;
        }
    }

    private int Leaving(Func<PendingFlush, int> count)
    {
        lock (_gate) return _leaving.Sum(count);
    }

    /// <summary>A buffer in use cannot leave; it does when it is given back.</summary>
    private PendingFlush? DetachLargest()
    {
        var largest = _bytes.MaxBy(pair => pair.Value).Key;
        if (_idle.Contains(largest)) return Detach(largest);
        _wanted.Add(largest);
        return null;
    }

    private PendingFlush Detach(SegmentBuffer buffer)
    {
        _bytes.Remove(buffer, out var bytes);
        _total -= bytes;
        _documents -= buffer.DocCount;
        _wanted.Remove(buffer);
        var others = _idle.Where(other => other != buffer).Reverse().ToList();
        _idle.Clear();
        foreach (var other in others) _idle.Push(other);
        var flush = new PendingFlush(buffer, bytes, write);
        _leaving.Add(flush);
        return flush;
    }
}
