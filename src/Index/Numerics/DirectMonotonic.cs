using System.Diagnostics.CodeAnalysis;
using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>
/// Random access to non-decreasing longs stored as a line per block plus packed residues (LUCENE87 section 6).
/// Immutable. Values come from disk: callers check their range.
/// </summary>
internal sealed class DirectMonotonic
{
    private const int MetaBytes = 21;
    private readonly IndexInput _data;
    private readonly Block[] _blocks;
    private readonly int _shift;

    private DirectMonotonic(IndexInput data, Block[] blocks, long count, int shift)
    {
        _data = data;
        _blocks = blocks;
        Count = count;
        _shift = shift;
    }

    /// <summary>Number of values.</summary>
    public long Count { get; }

    /// <summary>Bytes the block descriptions take in the meta file.</summary>
    public static long MetaLength(long count, int shift) => count == 0 ? 0 : (((count - 1) >> shift) + 1) * MetaBytes;

    /// <summary>
    /// Reads the block descriptions at the meta's position and checks that every block lies inside
    /// <paramref name="data"/>, whose values start at <paramref name="offset"/>.
    /// </summary>
    public static DirectMonotonic Read(IndexInput meta, IndexInput data, long offset, long count, int shift)
    {
        if (shift is < 1 or > 22) throw meta.Corrupt($"block shift is {shift}, expected 1 to 22");
        if (count < 0 || MetaLength(count, shift) > meta.Remaining || MetaLength(count, shift) < 0)
            throw meta.Corrupt($"{count} monotonic values need more meta bytes than there are");
        if ((ulong)offset > (ulong)data.Length)
            throw meta.Corrupt($"monotonic data starts at {offset} of {data.Length} bytes");
        var blocks = new Block[MetaLength(count, shift) / MetaBytes];
        for (var k = 0; k < blocks.Length; k++)
        {
            var min = meta.ReadInt64();
            var slope = BitConverter.Int32BitsToSingle(meta.ReadInt32());
            var at = meta.ReadInt64();
            var bits = meta.ReadByte();
            if ((ulong)at > (ulong)data.Length)
                throw meta.Corrupt($"monotonic block {k} lies at {at}, outside the data");
            var inBlock = Math.Min(1L << shift, count - ((long)k << shift));
            blocks[k] = new Block(min, slope, new DirectPacked(data, offset + at, inBlock, bits));
        }

        return new DirectMonotonic(data, blocks, count, shift);
    }

    /// <summary>Value number <paramref name="index"/>.</summary>
    public long Get(long index)
    {
        if ((ulong)index >= (ulong)Count) ThrowIndex(index);
        ref readonly var block = ref _blocks[index >> _shift];
        var inBlock = index & ((1L << _shift) - 1);
        return block.Min + Expected(block.Slope, inBlock) + block.Residues.Get(inBlock);
    }

    /// <summary>
    /// The line's height: a product rounded to 32-bit float, then cut towards zero, as the writer computed it.
    /// </summary>
    internal static long Expected(float slope, long inBlock) => (long)(float)(slope * (float)inBlock);

    [DoesNotReturn]
    private void ThrowIndex(long index) =>
        throw new CorruptIndexException(_data.Name, -1, $"entry {index} of {Count} monotonic values was asked for");

    private readonly record struct Block(long Min, float Slope, DirectPacked Residues);
}
