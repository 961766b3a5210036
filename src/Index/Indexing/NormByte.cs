using System.Numerics;

namespace Dateline.Index.Indexing;

/// <summary>
/// The one byte that stands for a field's length in tokens (LUCENE87 section 9): exact up to 40, then with four
/// significant bits. The order of bytes is the order of lengths.
/// </summary>
public static class NormByte
{
    private const int Exact = 24; // 255 minus the code of int.MaxValue

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(Expand)];

    /// <summary>The byte of a length of at least 0.</summary>
    public static byte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return length < Exact ? (byte)length : (byte)(Exact + Shrink(length - Exact));
    }

    /// <summary>The smallest length that has this byte.</summary>
    public static int Decode(byte code) => Lengths[code];

    private static int Shrink(int value)
    {
        if (value < 8) return value;
        var shift = 28 - BitOperations.LeadingZeroCount((uint)value);
        return ((value >> shift) & 7) | ((shift + 1) << 3);
    }

    private static int Expand(int code)
    {
        if (code < Exact) return code;
        var rest = code - Exact;
        var shift = (rest >> 3) - 1;
        return Exact + (shift < 0 ? rest : ((rest & 7) | 8) << shift);
    }
}
