using System.Runtime.ExceptionServices;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// A full buffer on its way to a segment. Written once, by whichever thread comes first; others wait. Thread-safe.
/// </summary>
internal sealed class PendingFlush(SegmentBuffer buffer, long bytes, Func<SegmentBuffer, FlushedSegment> write)
{
    private readonly Lock _gate = new();
    private SegmentBuffer? _buffer = buffer;
    private FlushedSegment? _result;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Heap bytes of the buffer.</summary>
    public long Bytes => bytes;

    /// <summary>Documents in the buffer.</summary>
    public int DocCount { get; } = buffer.DocCount;

    /// <summary>True when the memory is free again.</summary>
    public bool IsDone => Volatile.Read(ref _buffer) is null;

    /// <summary>Writes the segment or waits until it is written; a failure is thrown to everyone who asks.</summary>
    public FlushedSegment Complete()
    {
        lock (_gate)
        {
            if (_buffer is not null) Write(_buffer);
            _failure?.Throw();
            return _result ?? throw new InvalidOperationException("The buffer was given up.");
        }
    }

    /// <summary>Drops the buffer unless it is written already; waits while it is being written.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _buffer?.Dispose();
            Volatile.Write(ref _buffer, null);
        }
    }

    private void Write(SegmentBuffer full)
    {
        try
        {
            _result = write(full);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            full.Dispose();
            Volatile.Write(ref _buffer, null);
        }
    }
}
