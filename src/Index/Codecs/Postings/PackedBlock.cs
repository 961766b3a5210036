using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>Blocks of 128 integers as they stand in postings files (LUCENE87 sections 11.2 and 11.3).</summary>
internal static class PackedBlock
{
    private const int MaxExceptions = 3;
    private const int WidthMask = 31;
    private const int ExceptionShift = 5;

    /// <summary>Reads a doc deltas block: width byte (0 = all ones), then the packed differences.</summary>
    public static void ReadDeltas(IndexInput input, Span<int> values)
    {
        var width = ReadDeltaWidth(input);
        if (width == 0) values[..ForBlock.Size].Fill(1);
        else ForBlock.Decode(input.ReadSpan(ForBlock.ByteCount(width)), width, values);
    }

    private static int ReadDeltaWidth(IndexInput input)
    {
        var width = input.ReadByte();
        if (width > ForBlock.MaxWidth)
            throw input.Corrupt($"doc block width is {width}, expected 0 to {ForBlock.MaxWidth}");
        return width;
    }

    /// <summary>Writes a doc deltas block of non-negative differences.</summary>
    public static void WriteDeltas(IndexOutput output, ReadOnlySpan<int> deltas)
    {
        if (!deltas[..ForBlock.Size].ContainsAnyExcept(1))
        {
            output.WriteByte(0);
            return;
        }

        var width = ForBlock.WidthOf(deltas);
        output.WriteByte((byte)width);
        WritePacked(output, deltas, width);
    }

    /// <summary>
    /// Reads a patched block: packed low bits or one common value, then exceptions with their high bits.
    /// </summary>
    public static void ReadPatched(IndexInput input, Span<int> values)
    {
        var token = input.ReadByte();
        var width = token & WidthMask;
        if (width == 0) values[..ForBlock.Size].Fill(ReadCommon(input));
        else ForBlock.Decode(input.ReadSpan(ForBlock.ByteCount(width)), width, values);
        for (var left = token >> ExceptionShift; left > 0; left--)
        {
            int index = input.ReadByte(), high = input.ReadByte();
            if (index >= ForBlock.Size)
                throw input.Corrupt($"exception at value {index} of a block of {ForBlock.Size}");
            values[index] |= high << width;
        }
    }

    private static int ReadCommon(IndexInput input)
    {
        var value = input.ReadVLong();
        return (int)value == value ? (int)value : throw input.Corrupt($"common value {value} has more than 32 bits");
    }

    /// <summary>Moves past a patched block without unpacking it.</summary>
    public static void SkipPatched(IndexInput input)
    {
        var token = input.ReadByte();
        var width = token & WidthMask;
        if (width == 0) input.ReadVLong();
        input.ReadSpan(ForBlock.ByteCount(width) + 2 * (token >> ExceptionShift));
    }

    /// <summary>
    /// Writes a patched block of non-negative values with the narrowest width that leaves at most three exceptions,
    /// each of which keeps at most eight high bits aside.
    /// </summary>
    public static void WritePatched(IndexOutput output, ReadOnlySpan<int> values)
    {
        values = values[..ForBlock.Size];
        Span<int> largest = stackalloc int[MaxExceptions + 1];
        FindLargest(values, largest);
        var maxWidth = WidthOf(largest[0]);
        var width = Math.Max(WidthOf(largest[MaxExceptions]), maxWidth - 8);
        Span<int> low = stackalloc int[ForBlock.Size];
        Span<byte> exceptions = stackalloc byte[2 * MaxExceptions];
        var count = SplitExceptions(values, width, low, exceptions);
        if (maxWidth <= 8 && !low.ContainsAnyExcept(low[0]))
        {
            // With width 0 the reader shifts high bits by nothing, so they are stored in place.
            for (var k = 0; k < count; k++) exceptions[2 * k + 1] = (byte)(exceptions[2 * k + 1] << width);
            output.WriteByte((byte)(count << ExceptionShift));
            output.WriteVLong(low[0]);
        }
        else
        {
            output.WriteByte((byte)(count << ExceptionShift | width));
            WritePacked(output, low, width);
        }

        output.WriteBytes(exceptions[..(2 * count)]);
    }

    private static int SplitExceptions(ReadOnlySpan<int> values, int width, Span<int> low, Span<byte> exceptions)
    {
        var max = (int)((1L << width) - 1);
        var count = 0;
        for (var k = 0; k < values.Length; k++)
        {
            low[k] = values[k] & max;
            if (values[k] <= max) continue;
            exceptions[2 * count] = (byte)k;
            exceptions[2 * count + 1] = (byte)(values[k] >> width);
            count++;
        }

        return count;
    }

    private static void FindLargest(ReadOnlySpan<int> values, Span<int> largest)
    {
        largest.Clear();
        foreach (var value in values)
        {
            if (value <= largest[^1]) continue;
            var at = largest.Length - 1;
            for (; at > 0 && largest[at - 1] < value; at--) largest[at] = largest[at - 1];
            largest[at] = value;
        }
    }

    private static int WidthOf(int value) => 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)value | 1);

    private static void WritePacked(IndexOutput output, ReadOnlySpan<int> values, int width)
    {
        Span<byte> packed = stackalloc byte[ForBlock.ByteCount(width)];
        ForBlock.Encode(values, width, packed);
        output.WriteBytes(packed);
    }
}
