using System.Runtime.CompilerServices;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// A forward reader over bytes already at hand, on the stack so that look-ups allocate nothing. Damage is reported as
/// <see cref="CorruptIndexException"/> at the file offset the bytes came from.
/// </summary>
/// <param name="bytes">What to read.</param>
/// <param name="file">File name, for messages.</param>
/// <param name="origin">File offset of the first byte, for messages.</param>
internal ref struct SpanReader(ReadOnlySpan<byte> bytes, string file, long origin)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Bytes consumed.</summary>
    public readonly int Position => _position;

    /// <summary>Bytes left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if ((uint)_position >= (uint)_bytes.Length) ThrowEnd();
        return _bytes[_position++];
    }

    /// <summary>VInt, not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt()
    {
        var b = ReadByte();
        return b < 0x80 ? b : ReadLongerVInt(b);
    }

    private int ReadLongerVInt(byte first)
    {
        var value = ReadRest(first);
        return value <= int.MaxValue ? (int)value : throw Corrupt($"number {value} has more than 31 bits");
    }

    /// <summary>VLong, not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVLong()
    {
        var b = ReadByte();
        return b < 0x80 ? b : ReadRest(b);
    }

    private long ReadRest(byte first)
    {
        long value = first & 0x7F;
        for (var shift = 7; shift < 63; shift += 7)
        {
            var b = ReadByte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw Corrupt("number is longer than 9 bytes");
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        if ((uint)length > (uint)Remaining) ThrowEnd();
        _position += length;
        return _bytes.Slice(_position - length, length);
    }

    /// <summary>A VInt byte length and a reader over that many bytes.</summary>
    public SpanReader ReadPart()
    {
        var length = ReadVInt();
        var at = _position;
        return new SpanReader(ReadSpan(length), file, origin + at);
    }

    /// <summary>A damage report at the current position.</summary>
    public readonly CorruptIndexException Corrupt(string what) => new(file, origin + _position, what);

    private readonly void ThrowEnd() =>
        throw Corrupt($"data end after {_bytes.Length} bytes, though more are announced");
}
