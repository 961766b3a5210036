using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Index.Numerics;

/// <summary>
/// Moves 128 integers between plain order and the lanes of 64-bit words: value v is lane v / rows of word v % rows,
/// lane 0 being the most significant (LUCENE87 section 11.1).
/// </summary>
internal static class ForBlockLanes
{
    /// <summary>
    /// Words to integers: vector path where the machine has 256-bit vectors, else <see cref="SpreadScalar"/>.
    /// </summary>
    /// <param name="rows">2 * lane words.</param>
    /// <param name="lane">8, 16 or 32 bits.</param>
    /// <param name="values">Receives 128 integers.</param>
    public static void Spread(ReadOnlySpan<ulong> rows, int lane, Span<int> values)
    {
        if (Vector256.IsHardwareAccelerated) SpreadVector(rows, lane, values);
        else SpreadScalar(rows, lane, values);
    }

    /// <summary>The plain form of <see cref="Spread"/>.</summary>
    public static void SpreadScalar(ReadOnlySpan<ulong> rows, int lane, Span<int> values)
    {
        var mask = (1ul << lane) - 1;
        for (int first = 0, shift = 64 - lane; shift >= 0; shift -= lane, first += rows.Length)
        {
            var part = values.Slice(first, rows.Length);
            for (var row = 0; row < part.Length; row++) part[row] = (int)((rows[row] >> shift) & mask);
        }
    }

    /// <summary>The vector form of <see cref="Spread"/>: eight words at a time, narrowed lane by lane.</summary>
    internal static void SpreadVector(ReadOnlySpan<ulong> rows, int lane, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, 2 * lane);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, ForBlock.Size);
        ref var from = ref MemoryMarshal.GetReference(rows);
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<int, uint>(values));
        var mask = Vector256.Create((1ul << lane) - 1);
        // Safety: rows.Length is 16, 32 or 64, so eight words from `row` on exist; lanes * rows.Length is 128 values.
        for (var row = 0; row < rows.Length; row += 8)
        {
            var low = Vector256.LoadUnsafe(ref from, (nuint)row);
            var high = Vector256.LoadUnsafe(ref from, (nuint)row + 4);
            for (int at = row, shift = 64 - lane; shift >= 0; shift -= lane, at += rows.Length)
                Vector256.Narrow((low >>> shift) & mask, (high >>> shift) & mask).StoreUnsafe(ref to, (nuint)at);
        }
    }

    /// <summary>Integers to words, the inverse of <see cref="Spread"/>; bits above the lane are dropped.</summary>
    public static void Gather(ReadOnlySpan<int> values, int lane, Span<ulong> rows)
    {
        var mask = (1ul << lane) - 1;
        rows.Clear();
        for (int first = 0, shift = 64 - lane; shift >= 0; shift -= lane, first += rows.Length)
            for (var row = 0; row < rows.Length; row++)
                rows[row] |= ((uint)values[first + row] & mask) << shift;
    }
}
