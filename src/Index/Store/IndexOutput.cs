using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dateline.Index.Store;

/// <summary>
/// Sequential writer of one index file or of an in-memory part of one. Encodings as in LUCENE87 section 1; numbers are
/// big-endian unless named otherwise. Subclasses receive full buffers through <see cref="Flush(ReadOnlySpan{byte})"/>.
/// </summary>
/// <param name="name">File name, for messages.</param>
/// <param name="bufferBytes">Bytes gathered before they are handed on.</param>
/// <param name="checksummed">Whether a running CRC-32 is kept for the footer.</param>
public abstract class IndexOutput(string name, int bufferBytes = 1 << 16, bool checksummed = true) : IDisposable
{
    private uint _checksum;
    private readonly byte[] _buffer = new byte[Math.Max(bufferBytes, 64)];
    private int _used;
    private long _flushed;

    /// <summary>File name, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes written so far, which is the file position of the next byte.</summary>
    public long Position => _flushed + _used;

    /// <summary>CRC-32 over everything written so far; only for outputs that keep one.</summary>
    public uint Checksum
    {
        get
        {
            if (!checksummed) throw new InvalidOperationException($"{Name} keeps no checksum.");
            FlushBuffer();
            return _checksum;
        }
    }

    /// <summary>Takes bytes in order. Called with the buffer when it is full, and directly for long runs.</summary>
    protected abstract void Flush(ReadOnlySpan<byte> bytes);

    /// <summary>Hands everything buffered to <see cref="Flush(ReadOnlySpan{byte})"/>.</summary>
    public void FlushBuffer()
    {
        if (_used == 0) return;
        HandOn(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    /// <summary>Forgets what was written and starts again at position 0; for outputs into memory.</summary>
    protected void Restart()
    {
        _used = 0;
        _flushed = 0;
        _checksum = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_used > _buffer.Length - count) FlushBuffer();
        var span = _buffer.AsSpan(_used, count);
        _used += count;
        return span;
    }

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (_used == _buffer.Length) FlushBuffer();
        _buffer[_used++] = value;
    }

    /// <summary>Raw bytes.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= _buffer.Length - _used)
        {
            bytes.CopyTo(_buffer.AsSpan(_used));
            _used += bytes.Length;
            return;
        }

        FlushBuffer();
        HandOn(bytes);
    }

    private void HandOn(ReadOnlySpan<byte> bytes)
    {
        if (checksummed) _checksum = Crc32.Append(_checksum, bytes);
        Flush(bytes);
        _flushed += bytes.Length;
    }

    /// <summary>16-bit big-endian.</summary>
    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Reserve(2), value);

    /// <summary>32-bit big-endian.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Reserve(4), value);

    /// <summary>64-bit big-endian.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(8), value);

    /// <summary>VInt; negative values take 5 bytes.</summary>
    public void WriteVInt(int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>VLong of a value that must not be negative.</summary>
    public void WriteVLong(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteUnsignedVLong((ulong)value);
    }

    private void WriteUnsignedVLong(ulong rest)
    {
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>Zigzag VInt.</summary>
    public void WriteZInt(int value) => WriteVInt((value << 1) ^ (value >> 31));

    /// <summary>Zigzag VLong.</summary>
    public void WriteZLong(long value) => WriteUnsignedVLong((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>
    /// VInt byte length and UTF-8 bytes; a lone surrogate is an <see cref="EncoderFallbackException"/>.
    /// </summary>
    public void WriteString(string value)
    {
        var bytes = StrictUtf8.GetBytes(value);
        WriteVInt(bytes.Length);
        WriteBytes(bytes);
    }

    /// <summary>VInt count and the strings in ordinal order, so that output is deterministic.</summary>
    public void WriteStringSet(IEnumerable<string> values)
    {
        var sorted = values.Order(StringComparer.Ordinal).ToList();
        WriteVInt(sorted.Count);
        foreach (var value in sorted) WriteString(value);
    }

    /// <summary>VInt count and the pairs in ordinal key order.</summary>
    public void WriteStringMap(IReadOnlyDictionary<string, string> values)
    {
        WriteVInt(values.Count);
        foreach (var (key, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            WriteString(key);
            WriteString(value);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the output holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
}
