using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dateline.Index.Store;

/// <summary>
/// A cursor over the bytes of one index file (or a part of one), normally memory-mapped. All multi-byte numbers are
/// big-endian unless named otherwise. Every read is bounds-checked against the part and reports damage as
/// <see cref="CorruptIndexException"/>. Not thread-safe; <see cref="Clone"/> and <see cref="Slice"/> give independent
/// cursors over the same memory and cost one small object.
/// </summary>
public sealed unsafe class IndexInput
{
    private readonly IIndexBytes _owner; // keeps the mapping alive as long as any cursor is
    private readonly byte* _start;
    private readonly long _base; // offset of _start in the file, for messages
    private long _position;

    internal IndexInput(string name, IIndexBytes owner, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > owner.Length - length)
            throw new CorruptIndexException(
                name, offset, $"a part of {length} bytes does not fit in {owner.Length} bytes");
        Name = name;
        _owner = owner;
        _start = owner.Pointer + offset;
        _base = offset;
        Length = length;
    }

    /// <summary>File name, for messages.</summary>
    public string Name { get; }

    /// <summary>Length in bytes of the part this cursor sees.</summary>
    public long Length { get; }

    /// <summary>Next byte to read, from 0 to <see cref="Length"/>.</summary>
    public long Position
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _position;
        set
        {
            if ((ulong)value > (ulong)Length) ThrowOutside(value, 0);
            _position = value;
        }
    }

    /// <summary>Bytes left.</summary>
    public long Remaining => Length - _position;

    /// <summary>A cursor of its own at the same position.</summary>
    public IndexInput Clone() => new(Name, _owner, _base, Length) { _position = _position };

    /// <summary>A cursor over a part, positioned at its start. Offsets are relative to this cursor's part.</summary>
    public IndexInput Slice(long offset, long length, string? name = null)
    {
        if (offset < 0 || length < 0 || offset > Length - length) ThrowOutside(offset, length);
        return new IndexInput(name ?? Name, _owner, _base + offset, length);
    }

    /// <summary>
    /// Lets go of the resident memory of a part that will not be read again soon. Reading it stays legal, only slower.
    /// </summary>
    internal void Release(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length) ThrowOutside(offset, length);
        _owner.Release(_start - _owner.Pointer + offset, length);
    }

    /// <summary>
    /// The bytes from <paramref name="offset"/> on, without moving; valid while this cursor is reachable.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Span(long offset, int length)
    {
        // Safety: the range is checked to lie inside [_start, _start + Length), memory the owner keeps mapped.
        if (length < 0 || (ulong)offset > (ulong)(Length - length) || length > Length) ThrowOutside(offset, length);
        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <summary>The next <paramref name="length"/> bytes; moves past them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        var span = Span(_position, length);
        _position += length;
        return span;
    }

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        // Safety: 0 <= _position always holds; the upper bound is checked here.
        if (_position >= Length) ThrowOutside(_position, 1);
        return _start[_position++];
    }

    /// <summary>16-bit big-endian.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    /// <summary>32-bit big-endian.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    /// <summary>64-bit big-endian.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>VInt: 7 bits a byte, low group first, at most 5 bytes (LUCENE87 section 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt()
    {
        var b = ReadByte();
        return b < 0x80 ? b : ReadLongerVInt(b);
    }

    private int ReadLongerVInt(byte first)
    {
        var value = first & 0x7F;
        for (var shift = 7; shift <= 28; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                if (shift == 28 && b > 0x0F) throw Corrupt("VInt has more than 32 bits");
                return value;
            }
        }

        throw Corrupt("VInt is longer than 5 bytes");
    }

    /// <summary>
    /// VInt that counts or measures something, so must not be negative and at most <paramref name="max"/>.
    /// </summary>
    public int ReadCount(long max, string what)
    {
        var n = ReadVInt();
        if (n < 0 || n > max) throw Corrupt($"{what} is {n}, expected 0 to {max}");
        return n;
    }

    /// <summary>VLong: as VInt over 64 bits, at most 10 bytes (10 only for zigzag values).</summary>
    public long ReadVLong()
    {
        var bytes = Span(_position, (int)Math.Min(Remaining, VariableLength.MaxLongBytes));
        var length = VariableLength.ReadLong(bytes, out var value);
        if (length == 0 && bytes.Length < VariableLength.MaxLongBytes) ThrowOutside(Length, 1);
        if (length == 0) throw Corrupt("VLong is longer than 10 bytes");
        _position += length;
        return value;
    }

    /// <summary>Zigzag VInt.</summary>
    public int ReadZInt() => VariableLength.FromZigzag(ReadVInt());

    /// <summary>Zigzag VLong.</summary>
    public long ReadZLong() => VariableLength.FromZigzag(ReadVLong());

    /// <summary>VInt byte length and UTF-8 bytes.</summary>
    public string ReadString()
    {
        var at = _position;
        var length = ReadCount(Remaining, "string length");
        try
        {
            return StrictUtf8.GetString(ReadSpan(length));
        }
        catch (DecoderFallbackException e)
        {
            throw new CorruptIndexException(Name, _base + at, "string is not UTF-8", e);
        }
    }

    /// <summary>VInt count and that many strings.</summary>
    public IReadOnlyList<string> ReadStringSet()
    {
        var strings = new string[ReadCount(Remaining, "number of strings")];
        for (var k = 0; k < strings.Length; k++) strings[k] = ReadString();
        return strings;
    }

    /// <summary>VInt count and that many key/value pairs.</summary>
    public IReadOnlyDictionary<string, string> ReadStringMap()
    {
        var count = ReadCount(Remaining, "number of map entries");
        var map = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var k = 0; k < count; k++)
        {
            var key = ReadString();
            map[key] = ReadString();
        }

        return map;
    }

    /// <summary>A corruption report at the current position.</summary>
    public CorruptIndexException Corrupt(string what) => new(Name, _base + _position, what);

    [DoesNotReturn]
    private void ThrowOutside(long offset, long length) => throw new CorruptIndexException(
        Name, _base + offset, $"reading {length} bytes at {offset} leaves the {Length} bytes there are");

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
}
