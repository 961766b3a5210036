using System.Text;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>A bounds-checked cursor over one decompressed document.</summary>
internal ref struct StoredBytes(ReadOnlySpan<byte> bytes, string file, int docId)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private int _at;

    /// <summary>Bytes left.</summary>
    public readonly int Remaining => _bytes.Length - _at;

    public byte ReadByte() => _at < _bytes.Length ? _bytes[_at++] : throw Corrupt("ends in the middle of a field");

    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        if ((uint)length > (uint)Remaining) throw Corrupt($"has a value of {length} bytes where {Remaining} are left");
        var span = _bytes.Slice(_at, length);
        _at += length;
        return span;
    }

    /// <summary>A number of 1 to 8 bytes, the first most significant.</summary>
    public long ReadBigEndian(int length)
    {
        var value = 0L;
        foreach (var b in ReadSpan(length)) value = value << 8 | b;
        return value;
    }

    public int ReadVInt()
    {
        var value = ReadVLong();
        return value is >= int.MinValue and <= uint.MaxValue ? (int)value
            : throw Corrupt("has a VInt of more than 32 bits");
    }

    public long ReadVLong()
    {
        var length = VariableLength.ReadLong(_bytes[_at..], out var value);
        if (length == 0)
            throw Corrupt(Remaining < VariableLength.MaxLongBytes
                ? "ends in the middle of a field" : "has a VLong of more than 10 bytes");
        _at += length;
        return value;
    }

    public int ReadZInt() => VariableLength.FromZigzag(ReadVInt());

    public string ReadString()
    {
        try
        {
            return StrictUtf8.GetString(ReadSpan(ReadVInt()));
        }
        catch (DecoderFallbackException e)
        {
            throw new CorruptIndexException(file, -1, $"stored document {docId} has a string that is not UTF-8", e);
        }
    }

    public readonly CorruptIndexException Corrupt(string what) => new(file, -1, $"stored document {docId} {what}");
}
