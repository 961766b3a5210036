using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Index.Numerics;

/// <summary>
/// Frame-of-reference blocks: 128 integers of one bit width, transposed so that every 64-bit word holds one bit field
/// of each of its lanes (LUCENE87 section 11.1). A block of width b takes 16 * b bytes, whatever the lane width.
/// </summary>
internal static class ForBlock
{
    /// <summary>Integers in a block.</summary>
    public const int Size = 128;

    /// <summary>Widest field; values are then any 32 bits.</summary>
    public const int MaxWidth = 32;

    private const int MaxRows = 64;

    /// <summary>Bytes of a block of that width.</summary>
    public static int ByteCount(int width) => 16 * width;

    /// <summary>Bits of a lane: the smallest of 8, 16 and 32 that holds the width.</summary>
    public static int LaneBits(int width) => width <= 8 ? 8 : width <= 16 ? 16 : 32;

    /// <summary>Bits needed by the largest of the values, taken as unsigned; at least 1.</summary>
    public static int WidthOf(ReadOnlySpan<int> values)
    {
        var all = 1u;
        foreach (var value in values) all |= (uint)value;
        return 32 - System.Numerics.BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Unpacks one block.</summary>
    /// <param name="packed">At least <see cref="ByteCount"/> bytes.</param>
    /// <param name="width">1 to <see cref="MaxWidth"/>.</param>
    /// <param name="values">Receives <see cref="Size"/> integers.</param>
    [SkipLocalsInit]
    public static void Decode(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        Check(packed.Length, width, values.Length);
        var lane = LaneBits(width);
        Span<ulong> rows = stackalloc ulong[MaxRows];
        if (BitConverter.IsLittleEndian)
        {
            UnpackRows(MemoryMarshal.Cast<byte, ulong>(packed[..ByteCount(width)]), width, lane, rows);
        }
        else
        {
            Span<ulong> words = stackalloc ulong[MaxRows];
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ulong>(packed[..ByteCount(width)]), words);
            UnpackRows(words[..(2 * width)], width, lane, rows);
        }

        ForBlockLanes.Spread(rows[..(2 * lane)], lane, values[..Size]);
    }

    /// <summary>Packs one block; only the low <paramref name="width"/> bits of the values are kept.</summary>
    /// <param name="values">At least <see cref="Size"/> integers.</param>
    /// <param name="width">1 to <see cref="MaxWidth"/>.</param>
    /// <param name="packed">Receives <see cref="ByteCount"/> bytes.</param>
    public static void Encode(ReadOnlySpan<int> values, int width, Span<byte> packed)
    {
        Check(packed.Length, width, values.Length);
        var lane = LaneBits(width);
        Span<ulong> rows = stackalloc ulong[MaxRows];
        Span<ulong> words = stackalloc ulong[MaxRows];
        ForBlockLanes.Gather(values[..Size], lane, rows[..(2 * lane)]);
        var mask = Repeat(width, lane);
        foreach (ref var row in rows[..(2 * lane)]) row &= mask;
        PackRows(rows[..(2 * lane)], width, lane, words[..(2 * width)]);
        for (var k = 0; k < 2 * width; k++) BinaryPrimitives.WriteUInt64LittleEndian(packed[(8 * k)..], words[k]);
    }

    private static void Check(int bytes, int width, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxWidth);
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, ByteCount(width));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Size);
    }

    /// <summary>A field of that many low bits in every lane.</summary>
    private static ulong Repeat(int bits, int lane) => ((1ul << bits) - 1) * lane switch
    {
        8 => 0x0101010101010101ul,
        16 => 0x0001000100010001ul,
        _ => 0x0000000100000001ul,
    };

    // Shifting whole words moves bits across lane borders; the repeated mask removes them again, so lanes stay
    // independent.
    private static void UnpackRows(ReadOnlySpan<ulong> words, int width, int lane, Span<ulong> rows)
    {
        var full = lane / width;
        var mask = Repeat(width, lane);
        for (var field = 0; field < full; field++)
            ShiftAndMask(words, lane - (field + 1) * width, mask, rows.Slice(field * words.Length, words.Length));
        if (full * words.Length < 2 * lane) UnpackRest(words, width, lane, rows[(full * words.Length)..(2 * lane)]);
    }

    private static void ShiftAndMask(ReadOnlySpan<ulong> words, int shift, ulong mask, Span<ulong> rows)
    {
        ref var from = ref MemoryMarshal.GetReference(words);
        ref var to = ref MemoryMarshal.GetReference(rows);
        var k = 0;
        // Safety: k + 4 and k + 2 stay within words.Length, which is even and equals rows.Length.
        for (; k + 4 <= words.Length; k += 4)
            ((Vector256.LoadUnsafe(ref from, (nuint)k) >>> shift) & Vector256.Create(mask))
                .StoreUnsafe(ref to, (nuint)k);
        for (; k < words.Length; k += 2)
            ((Vector128.LoadUnsafe(ref from, (nuint)k) >>> shift) & Vector128.Create(mask))
                .StoreUnsafe(ref to, (nuint)k);
    }

    // The low `rest` bits of the words form one bit string that holds the last 2 * rest rows. With g = gcd(rest, width)
    // the cuts repeat every width / g words and rest / g rows, 2 * g times; one pass over the cuts of a period serves
    // all repeats.
    private static void UnpackRest(ReadOnlySpan<ulong> words, int width, int lane, Span<ulong> rows)
    {
        var rest = lane % width;
        var periods = words.Length / width * Gcd(rest, width);
        int wordStep = words.Length / periods, rowStep = rows.Length / periods;
        rows.Clear();
        int word = 0, have = rest;
        for (var row = 0; row < rowStep; row++)
        {
            for (var need = width; need > 0;)
            {
                var take = Math.Min(need, have);
                have -= take;
                need -= take;
                var mask = Repeat(take, lane);
                for (var k = 0; k < periods; k++)
                    rows[row + k * rowStep] |= ((words[word + k * wordStep] >> have) & mask) << need;
                if (have != 0) continue;
                have = rest;
                word++;
            }
        }
    }

    private static void PackRows(ReadOnlySpan<ulong> rows, int width, int lane, Span<ulong> words)
    {
        var full = lane / width;
        words.Clear();
        for (var field = 0; field < full; field++)
            for (var k = 0; k < words.Length; k++)
                words[k] |= rows[field * words.Length + k] << (lane - (field + 1) * width);
        int rest = lane % width, word = 0, have = rest;
        foreach (var row in rows[(full * words.Length)..])
        {
            for (var need = width; need > 0;)
            {
                var take = Math.Min(need, have);
                have -= take;
                need -= take;
                words[word] |= ((row >> need) & Repeat(take, lane)) << have;
                if (have != 0) continue;
                have = rest;
                word++;
            }
        }
    }

    private static int Gcd(int a, int b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
