using System.Buffers.Binary;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// A numeric body as its meta describes it (LUCENE87 section 14). Immutable; <see cref="Values"/> gives accessors.
/// </summary>
internal sealed class NumericEntry
{
    private NumericEntry(IndexInput data, DocsWithField docs, long count)
    {
        Data = data;
        Docs = docs;
        Count = count;
    }

    public IndexInput Data { get; }

    public DocsWithField Docs { get; }

    /// <summary>Number of values.</summary>
    public long Count { get; }

    /// <summary>Ascending distinct values when packed numbers point into a table, else null.</summary>
    public long[]? Table { get; private init; }

    /// <summary>Packed numbers of the constant, plain and table forms.</summary>
    public DirectPacked Packed { get; private init; }

    public long Min { get; private init; }

    public long Gcd { get; private init; }

    /// <summary>log2 of the values in a block; 0 when the column is not in blocks.</summary>
    public int BlockShift { get; private init; }

    /// <summary>Where the positions of the blocks are.</summary>
    public long JumpTable { get; private init; }

    /// <summary>An accessor for one thread.</summary>
    public NumericValues Values() => new(this);

    public static NumericEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        var docs = DocsWithField.Read(meta, data, maxDoc);
        var count = meta.ReadInt64();
        if (count < 0) throw meta.Corrupt($"number of values is {count}");
        var form = meta.ReadInt32();
        var table = form >= 0 ? ReadTable(meta, form) : null;
        int bits = meta.ReadByte();
        var min = meta.ReadInt64();
        var gcd = meta.ReadInt64();
        var offset = meta.ReadInt64();
        meta.ReadInt64(); // length of the values; what is read of them is checked by itself
        var jump = meta.ReadInt64();
        if (form >= -1)
            return new NumericEntry(data, docs, count)
            {
                Table = table,
                Min = min,
                Gcd = gcd,
                Packed = new DirectPacked(data, offset, count, bits),
            };

        var shift = -2L - form;
        if (shift is < 1 or > 24 || bits != 0xFF)
            throw meta.Corrupt($"form {form} with {bits} bits is none of numeric values");
        var blocks = count == 0 ? 0 : ((count - 1) >> (int)shift) + 1;
        if (jump < 0 || jump > data.Length || blocks > (data.Length - jump) / 8)
            throw meta.Corrupt(
                $"positions of {blocks} blocks lie at {jump}, outside the {data.Length} bytes of the file");
        return new NumericEntry(data, docs, count) { Gcd = gcd, BlockShift = (int)shift, JumpTable = jump };
    }

    private static long[] ReadTable(IndexInput meta, int size)
    {
        if (size > DocValuesFormat.MaxTable)
            throw meta.Corrupt($"value table has {size} entries, at most 256 are legal");
        var table = new long[size];
        foreach (ref var value in table.AsSpan()) value = meta.ReadInt64();
        return table;
    }

    /// <summary>Minimum and packed numbers of one block.</summary>
    public (long Min, DirectPacked Packed) Block(long block)
    {
        var position = BinaryPrimitives.ReadInt64BigEndian(Data.Span(JumpTable + 8 * block, 8));
        var header = Data.Span(position, 13);
        int bits = header[0];
        var min = BinaryPrimitives.ReadInt64BigEndian(header[1..]);
        var inBlock = Math.Min(1L << BlockShift, Count - (block << BlockShift));
        return (min, new DirectPacked(Data, position + 13, inBlock, bits)); // 13: width, minimum, byte length
    }
}
