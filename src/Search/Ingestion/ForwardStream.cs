namespace Dateline.Search.Ingestion;

/// <summary>A stream that is only read, and only forward.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public sealed override void Flush() => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Gives back bytes already read, then the rest.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    public override int Read(Span<byte> buffer)
    {
        if (_prefix.IsEmpty)
            return rest.Read(buffer);
        var length = Math.Min(buffer.Length, _prefix.Length);
        _prefix.Span[..length].CopyTo(buffer);
        _prefix = _prefix[length..];
        return length;
    }
}

/// <summary>Tells how many bytes are read; disposes the stream it reads.</summary>
internal sealed class CountedStream(Stream stream, Action<long> count) : ForwardStream
{
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }

    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        count(read);
        return read;
    }
}

/// <summary>
/// The next so many bytes of a stream. One that ends before is an <see cref="EndOfStreamException"/>.
/// </summary>
internal sealed class SliceStream(Stream stream, long lengthBytes) : ForwardStream
{
    private long _taken;

    /// <summary>True when the stream ended too early.</summary>
    public bool IsCut { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_taken == lengthBytes || buffer.IsEmpty)
            return 0;
        var read = stream.Read(buffer[..(int)Math.Min(buffer.Length, lengthBytes - _taken)]);
        _taken += read;
        if (read > 0)
            return read;
        IsCut = true;
        throw new EndOfStreamException($"it ends {lengthBytes - _taken:N0} of {lengthBytes:N0} bytes too early");
    }
}
