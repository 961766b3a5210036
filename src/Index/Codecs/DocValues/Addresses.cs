using System.Diagnostics.CodeAnalysis;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>Start of each document's values, or of each byte string, and the end of the last. Immutable.</summary>
internal sealed class Addresses
{
    private readonly IndexInput _data;
    private readonly DirectMonotonic _starts;

    private Addresses(IndexInput data, DirectMonotonic starts, long limit)
    {
        _data = data;
        _starts = starts;
        Limit = limit;
    }

    /// <summary>No range ends behind this.</summary>
    public long Limit { get; }

    /// <summary>
    /// Reads position, shift, block descriptions and length; <paramref name="limit"/> -1 means the last start.
    /// </summary>
    public static Addresses Read(IndexInput meta, IndexInput data, long ranges, long limit = -1)
    {
        var offset = meta.ReadInt64();
        var shift = meta.ReadVInt();
        var starts = DirectMonotonic.Read(meta, data, offset, ranges + 1, shift);
        meta.ReadInt64(); // length; every block was checked to lie inside the file
        var last = starts.Get(ranges);
        if (limit < 0) limit = last;
        if (last < 0 || last > limit)
            throw meta.Corrupt($"the last of {ranges} ranges ends at {last}, expected at most {limit}");
        return new Addresses(data, starts, limit);
    }

    /// <summary>Start of a range and its length.</summary>
    public long Range(long index, out int length)
    {
        var start = _starts.Get(index);
        var end = _starts.Get(index + 1);
        if (start < 0 || end < start || end > Limit || end - start > int.MaxValue) ThrowRange(index, start, end);
        length = (int)(end - start);
        return start;
    }

    [DoesNotReturn]
    private void ThrowRange(long index, long start, long end) =>
        throw new CorruptIndexException(_data.Name, -1,
            $"range {index} goes from {start} to {end}, expected within {Limit}");
}
