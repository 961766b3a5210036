using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>
/// Random access to n values of b bits, most significant bit first (LUCENE87 section 6, "DirectWriter"), straight from
/// mapped bytes and for every width by the same code: load 8 bytes big-endian, shift, mask. Width 0 is n zeros.
/// </summary>
internal readonly unsafe struct DirectPacked
{
    private readonly IndexInput _input; // keeps the memory alive
    private readonly byte* _start;
    private readonly long _offset;
    private readonly ulong _mask;
    private readonly int _bits;

    /// <summary>
    /// Values at <paramref name="offset"/> of a whole file (or compound member). The 8-byte load of the last value may
    /// reach up to 7 bytes behind it; the 3 padding bytes and the 16 footer bytes every file ends with cover that.
    /// </summary>
    public DirectPacked(IndexInput input, long offset, long count, int bits)
    {
        if (bits != 0 && !DirectPackedWriter.IsWidth(bits)) throw Bad(input, offset, $"packed width is {bits} bits");
        if (bits == 0) offset = 0;
        var room = input.Length - offset;
        if (count < 0 || offset < 0 || room < 8 || (bits != 0 && count > (room - 8) * 8 / bits))
            throw Bad(input, offset, $"{count} packed values of {bits} bits do not fit in {input.Length} bytes");
        // Safety: the span is memory the input keeps mapped or pinned, so its address is stable while _input is
        // reachable;
        // Get reads 8 bytes at most count * bits / 8 behind it, checked above to lie inside.
        _start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(input.Span(offset, 8)));
        _input = input;
        _offset = offset;
        Count = count;
        _bits = bits;
        _mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
    }

    /// <summary>Number of values.</summary>
    public long Count { get; }

    /// <summary>
    /// Value number <paramref name="index"/>; an index from damaged bytes is a <see cref="CorruptIndexException"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Get(long index)
    {
        if ((ulong)index >= (ulong)Count) ThrowIndex(index);
        var bit = index * _bits;
        // Safety: 0 <= index < Count, see the constructor.
        var word = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(_start + (bit >> 3)));
        return (long)((word >> ((64 - _bits - (int)(bit & 7)) & 63)) & _mask);
    }

    [DoesNotReturn]
    private void ThrowIndex(long index) =>
        throw Bad(_input, _offset, $"value {index} of {Count} packed values was asked for");

    private static CorruptIndexException Bad(IndexInput input, long offset, string what) =>
        new(input.Name, offset, what);
}
