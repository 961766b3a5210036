using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>The compact forms of float, double and long in stored documents (LUCENE87 section 10).</summary>
internal static class StoredNumbers
{
    private const int Full = 0xFF; // all bytes follow
    private const int AsFloat = 0xFE; // a double that is exactly a float follows as one
    private const long Second = 1000;
    private const long Hour = 3_600_000;
    private const long Day = 86_400_000;

    public static void WriteFloat(IndexOutput output, float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        var integer = (int)value;
        if (BitConverter.SingleToInt32Bits(integer) == bits && integer is >= -1 and <= 125)
        {
            output.WriteByte((byte)(0x80 + 1 + integer));
            return;
        }

        if (bits < 0) output.WriteByte(Full);
        output.WriteInt32(bits);
    }

    public static float ReadFloat(ref StoredBytes input)
    {
        int first = input.ReadByte();
        if (first == Full) return BitConverter.Int32BitsToSingle((int)input.ReadBigEndian(4));
        return first >= 0x80 ? first - 0x81 : BitConverter.Int32BitsToSingle(first << 24 | (int)input.ReadBigEndian(3));
    }

    public static void WriteDouble(IndexOutput output, double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var integer = (int)value;
        if (BitConverter.DoubleToInt64Bits(integer) == bits && integer is >= -1 and <= 124)
        {
            output.WriteByte((byte)(0x80 + 1 + integer));
            return;
        }

        if (BitConverter.DoubleToInt64Bits((float)value) == bits)
        {
            output.WriteByte(AsFloat);
            output.WriteInt32(BitConverter.SingleToInt32Bits((float)value));
            return;
        }

        if (bits < 0) output.WriteByte(Full);
        output.WriteInt64(bits);
    }

    public static double ReadDouble(ref StoredBytes input)
    {
        int first = input.ReadByte();
        if (first == Full) return BitConverter.Int64BitsToDouble(input.ReadBigEndian(8));
        if (first == AsFloat) return BitConverter.Int32BitsToSingle((int)input.ReadBigEndian(4));
        return first >= 0x80 ? first - 0x81
            : BitConverter.Int64BitsToDouble((long)first << 56 | input.ReadBigEndian(7));
    }

    public static void WriteLong(IndexOutput output, long value)
    {
        var (header, unit) = value % Second != 0 ? (0x00, 1L)
            : value % Day == 0 ? (0xC0, Day) : value % Hour == 0 ? (0x80, Hour) : (0x40, Second);
        value /= unit;
        var zigzag = (ulong)(value << 1 ^ value >> 63);
        var more = zigzag >> 5;
        output.WriteByte((byte)(header | (more != 0 ? 0x20 : 0) | (int)(zigzag & 0x1F)));
        if (more != 0) output.WriteVLong((long)more);
    }

    public static long ReadLong(ref StoredBytes input)
    {
        int header = input.ReadByte();
        var zigzag = (ulong)(header & 0x1F);
        if ((header & 0x20) != 0) zigzag |= (ulong)input.ReadVLong() << 5;
        var unit = (header & 0xC0) switch
        {
            0x40 => Second,
            0x80 => Hour,
            0xC0 => Day,
            _ => 1,
        };
        return ((long)(zigzag >> 1) ^ -(long)(zigzag & 1)) * unit;
    }
}
