using System.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>Writes packed values, most significant bit first (LUCENE87 section 6).</summary>
internal static class DirectPackedWriter
{
    // Bit w is set when w (1..63) is a width random access knows; 64 is one as well.
    private const ulong Widths = 1UL << 1 | 1UL << 2 | 1UL << 4 | 1UL << 8 | 1UL << 12 | 1UL << 16 | 1UL << 20
        | 1UL << 24
        | 1UL << 28 | 1UL << 32 | 1UL << 40 | 1UL << 48 | 1UL << 56;

    /// <summary>True for 1 2 4 8 12 16 20 24 28 32 40 48 56 64.</summary>
    public static bool IsWidth(int bits) => bits == 64 || (bits is > 0 and < 64 && (Widths >> bits & 1) != 0);

    /// <summary>The smallest such width that holds values up to <paramref name="max"/>; 1 for 0.</summary>
    public static int WidthFor(ulong max)
    {
        var bits = Math.Max(1, 64 - BitOperations.LeadingZeroCount(max));
        while (!IsWidth(bits)) bits++;
        return bits;
    }

    /// <summary>Values, then the 3 zero bytes random access relies on.</summary>
    public static void Write(IndexOutput output, ReadOnlySpan<long> values, int bits)
    {
        if (!IsWidth(bits))
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "Not a width of random-access packing.");
        var packer = new MsbPacker(output, bits);
        foreach (var value in values) packer.Add((ulong)value);
        packer.Finish();
        Pad(output);
    }

    /// <summary>As for longs; values must not be negative.</summary>
    public static void Write(IndexOutput output, ReadOnlySpan<int> values, int bits)
    {
        if (!IsWidth(bits))
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "Not a width of random-access packing.");
        var packer = new MsbPacker(output, bits);
        foreach (var value in values) packer.Add((uint)value);
        packer.Finish();
        Pad(output);
    }

    /// <summary>The 3 zero bytes behind packed values.</summary>
    public static void Pad(IndexOutput output)
    {
        output.WriteInt16(0);
        output.WriteByte(0);
    }
}
