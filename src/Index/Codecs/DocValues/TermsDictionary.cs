using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>A sorted dictionary as its meta describes it (LUCENE87 section 14). Immutable.</summary>
internal sealed class TermsDictionary
{
    private readonly IndexInput _terms;

    private TermsDictionary(IndexInput terms, DirectMonotonic blockStarts, int count, int blockShift, int longest)
    {
        _terms = terms;
        BlockStarts = blockStarts;
        Count = count;
        BlockShift = blockShift;
        Longest = longest;
    }

    /// <summary>Number of terms.</summary>
    public int Count { get; }

    /// <summary>log2 of the terms in a block.</summary>
    public int BlockShift { get; }

    /// <summary>Where each block starts in the terms data.</summary>
    public DirectMonotonic BlockStarts { get; }

    /// <summary>Length in bytes of the longest term.</summary>
    public int Longest { get; }

    /// <summary>A cursor over the terms data.</summary>
    public IndexInput Terms() => _terms.Clone();

    /// <summary>
    /// Reads the meta of a dictionary. The reverse index is passed over: look-ups search the blocks' first terms.
    /// </summary>
    public static TermsDictionary Read(IndexInput meta, IndexInput data)
    {
        var count = meta.ReadVLong();
        if (count is < 0 or > int.MaxValue) throw meta.Corrupt($"dictionary size is {count}");
        var blockShift = meta.ReadInt32();
        if (blockShift is < 1 or > 16) throw meta.Corrupt($"dictionary blocks are of 2^{blockShift} terms");
        var monotonicShift = meta.ReadInt32();
        var blocks = (count + (1L << blockShift) - 1) >> blockShift;
        var starts = Skip(meta, blocks, monotonicShift);
        var longest = meta.ReadInt32();
        var terms = ReadPart(meta, data, "terms");
        var addresses = ReadPart(meta, data, "term addresses");
        if (longest < 0 || longest > terms.Length || count > terms.Length)
            throw meta.Corrupt($"{count} terms of up to {longest} bytes do not fit in {terms.Length} bytes");
        var blockStarts = DirectMonotonic.Read(starts, data, addresses.Offset, blocks, monotonicShift);
        SkipReverseIndex(meta, data, count, monotonicShift);
        return new TermsDictionary(data.Slice(terms.Offset, terms.Length), blockStarts, (int)count, blockShift,
            longest);
    }

    private static void SkipReverseIndex(IndexInput meta, IndexInput data, long count, int monotonicShift)
    {
        var step = meta.ReadInt32();
        if (step is < 1 or > 30) throw meta.Corrupt($"reverse index step is 2^{step}");
        Skip(meta, 1 + ((count + (1L << step) - 1) >> step), monotonicShift);
        ReadPart(meta, data, "reverse index");
        ReadPart(meta, data, "reverse index addresses");
    }

    /// <summary>Passes over block descriptions and gives a cursor at them.</summary>
    private static IndexInput Skip(IndexInput meta, long count, int shift)
    {
        if (shift is < 1 or > 22) throw meta.Corrupt($"block shift is {shift}, expected 1 to 22");
        var start = meta.Clone();
        meta.Position += DirectMonotonic.MetaLength(count, shift);
        return start;
    }

    private static (long Offset, long Length) ReadPart(IndexInput meta, IndexInput data, string what)
    {
        var offset = meta.ReadInt64();
        var length = meta.ReadInt64();
        if (offset < 0 || length < 0 || offset > data.Length - length)
            throw meta.Corrupt($"{what} lie at {offset}, {length} bytes, in a file of {data.Length}");
        return (offset, length);
    }
}
