using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// Writes the values of a numeric body after its documents (LUCENE87 section 14): constant, table of up to 256 values,
/// blocks of 16384 with a width each, or one width with the common divisor taken out; whichever is smallest by the
/// rules there.
/// </summary>
internal sealed class NumericValuesWriter(IndexOutput meta, IndexOutput data)
{
    private const int BlockSize = 1 << DocValuesFormat.NumericBlockShift;

    public void Write(ReadOnlySpan<long> values)
    {
        meta.WriteInt64(values.Length);
        var summary = NumericSummary.Of(values);
        if (values.Length == 0 || summary.Span == 0)
        {
            WriteEntry([], -1, 0, summary.Min, 0, data.Position, -1);
            return;
        }

        var width = DirectPackedWriter.WidthFor(summary.Span / (ulong)summary.Gcd);
        if (summary.Distinct is { } table && DirectPackedWriter.WidthFor((ulong)table.Length - 1) < width)
            WriteTable(values, table);
        else if (BlockBits(values, summary) <= 0.9 * width * values.Length) WriteBlocks(values, summary);
        else WritePlain(values, summary, width);
    }

    private void WriteEntry(ReadOnlySpan<long> table, int tableSize, int bits, long min, long gcd, long start,
        long jump)
    {
        meta.WriteInt32(tableSize);
        foreach (var value in table) meta.WriteInt64(value);
        meta.WriteByte((byte)bits);
        meta.WriteInt64(min);
        meta.WriteInt64(gcd);
        meta.WriteInt64(start);
        meta.WriteInt64(data.Position - start);
        meta.WriteInt64(jump);
    }

    private void WriteTable(ReadOnlySpan<long> values, long[] table)
    {
        var start = data.Position;
        var bits = DirectPackedWriter.WidthFor((ulong)table.Length - 1);
        var positions = new Dictionary<long, ulong>(table.Length);
        foreach (var value in table) positions.Add(value, (ulong)positions.Count);
        var packer = new MsbPacker(data, bits);
        foreach (var value in values) packer.Add(positions[value]);
        packer.Finish();
        DirectPackedWriter.Pad(data);
        WriteEntry(table, table.Length, bits, 0, 1, start, -1);
    }

    private void WritePlain(ReadOnlySpan<long> values, NumericSummary summary, int width)
    {
        var start = data.Position;
        var min = summary.Min;
        if (summary.Gcd == 1 && min > 0 && DirectPackedWriter.WidthFor((ulong)summary.Max) == width) min = 0;
        Pack(values, min, summary.Gcd, width);
        WriteEntry([], -1, width, min, summary.Gcd, start, -1);
    }

    private void Pack(ReadOnlySpan<long> values, long min, long gcd, int width)
    {
        var packer = new MsbPacker(data, width);
        if (gcd == 1) foreach (var value in values) packer.Add((ulong)(value - min));
        else foreach (var value in values) packer.Add((ulong)(value - min) / (ulong)gcd);
        packer.Finish();
        DirectPackedWriter.Pad(data);
    }

    private static long BlockBits(ReadOnlySpan<long> values, NumericSummary summary)
    {
        var total = 0L;
        for (var from = 0; from < values.Length; from += BlockSize)
        {
            var block = values[from..Math.Min(values.Length, from + BlockSize)];
            total += (long)block.Length * BlockWidth(NumericSummary.Range(block), summary.Gcd);
        }

        return total;
    }

    private static int BlockWidth((long Min, long Max) range, long gcd) => range.Min == range.Max
        ? 0
        : DirectPackedWriter.WidthFor(((ulong)range.Max - (ulong)range.Min) / (ulong)gcd);

    private void WriteBlocks(ReadOnlySpan<long> values, NumericSummary summary)
    {
        var start = data.Position;
        var positions = new List<long>();
        for (var from = 0; from < values.Length; from += BlockSize)
        {
            var block = values[from..Math.Min(values.Length, from + BlockSize)];
            var range = NumericSummary.Range(block);
            var width = BlockWidth(range, summary.Gcd);
            positions.Add(data.Position);
            data.WriteByte((byte)width);
            data.WriteInt64(range.Min);
            if (width == 0) continue;
            data.WriteInt32((int)(((long)block.Length * width + 7) / 8) + 3);
            Pack(block, range.Min, summary.Gcd, width);
        }

        var jump = data.Position;
        foreach (var position in positions) data.WriteInt64(position);
        data.WriteInt64(jump);
        WriteEntry([], -2 - DocValuesFormat.NumericBlockShift, 0xFF, summary.Min, summary.Gcd, start, jump);
    }
}
