using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>
/// Which documents have a value: none, all, or those of an IndexedDISI structure (LUCENE87 section 8). Immutable.
/// </summary>
internal sealed class DocsWithField
{
    /// <summary>Documents in one block of the structure.</summary>
    public const int BlockSize = 65536;

    /// <summary>Blocks with this many documents or more are bit sets.</summary>
    public const int DenseFrom = 4096;

    /// <summary>Block number of the sentinel behind the last block.</summary>
    public const int SentinelBlock = 32767;

    private DocsWithField(IndexInput? blocks, int maxDoc, int jumps, int rankPower)
    {
        Blocks = blocks;
        MaxDoc = maxDoc;
        Jumps = jumps;
        RankPower = rankPower;
    }

    /// <summary>The structure, or null when no or every document has a value.</summary>
    public IndexInput? Blocks { get; }

    /// <summary>
    /// Documents with an id below this can have a value: the segment's count, or 0 when none has one.
    /// </summary>
    public int MaxDoc { get; }

    /// <summary>True when every document has a value, so that ordinals are document ids.</summary>
    public bool IsAll => Blocks is null && MaxDoc > 0;

    /// <summary>Entries of the jump table, 0 when there is none.</summary>
    public int Jumps { get; }

    /// <summary>A rank entry covers 2 to this power documents; -1 when there are none.</summary>
    public int RankPower { get; }

    /// <summary>A cursor of its own.</summary>
    public DocsWithFieldCursor Cursor() => new(this);

    /// <summary>Reads the four meta fields: Long offset, Long length, Short jump entries, Byte rank power.</summary>
    public static DocsWithField Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        var offset = meta.ReadInt64();
        var length = meta.ReadInt64();
        var jumps = meta.ReadInt16();
        var rankPower = (sbyte)meta.ReadByte();
        if (offset is -1 or -2) return new DocsWithField(null, offset == -1 ? maxDoc : 0, 0, -1);
        if (offset < 0 || length < 0 || offset > data.Length - length)
            throw meta.Corrupt($"documents with a value lie at {offset}, {length} bytes, in a file of {data.Length}");
        if (rankPower is not -1 and not (>= 7 and <= 15)) throw meta.Corrupt($"rank power is {rankPower}");
        if (jumps < -1 || jumps * 8L > length) throw meta.Corrupt($"{jumps} jump entries do not fit in {length} bytes");
        return new DocsWithField(data.Slice(offset, length), maxDoc, Math.Max((int)jumps, 0), rankPower);
    }
}
