using Dateline.Index.Codecs.Postings;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>One field's row of <c>.tmd</c> (LUCENE87 section 12.1).</summary>
internal sealed record FieldMeta
{
    public required FieldInfo Field { get; init; }

    public long TermCount { get; private init; }

    public byte[] RootCode { get; private init; } = [];

    /// <summary>-1 without frequencies.</summary>
    public long SumTotalTermFreq { get; private init; }

    public long SumDocFreq { get; private init; }

    public int DocCount { get; private init; }

    public byte[] MinTerm { get; private init; } = [];

    public byte[] MaxTerm { get; private init; } = [];

    /// <summary>Position of the FST in <c>.tip</c>.</summary>
    public long IndexPointer { get; private init; }

    /// <summary>Bytes of the FST.</summary>
    public int IndexLength { get; private init; }

    /// <summary>Address of the FST's first node; 0 when it has none.</summary>
    public int RootNode { get; private init; }

    /// <summary>Reads a row.</summary>
    public static FieldMeta Read(IndexInput meta, FieldInfos fields, int maxDoc)
    {
        var number = meta.ReadVInt();
        var field = fields.Find(number);
        if (field is null || field.IndexOptions == IndexOptions.None)
            throw meta.Corrupt($"terms of field number {number}, which is not an indexed field");
        var row = new FieldMeta
        {
            Field = field,
            TermCount = meta.ReadVLong(),
            RootCode = ReadBytes(meta, BlockGroup.MaxCodeBytes, "root code length"),
            SumTotalTermFreq = field.HasFreqs ? meta.ReadVLong() : -1,
            SumDocFreq = meta.ReadVLong(),
            DocCount = meta.ReadCount(maxDoc, "number of documents with the field"),
            MinTerm = ReadBytes(meta, PostingsFormat.MaxTermBytes, "smallest term's length"),
            MaxTerm = ReadBytes(meta, PostingsFormat.MaxTermBytes, "largest term's length"),
            IndexPointer = meta.ReadVLong(),
        };
        if (row.TermCount < 1 || row.SumDocFreq < row.TermCount || row.SumDocFreq < row.DocCount || row.DocCount < 1)
            throw meta.Corrupt(
                $"field \"{field.Name}\" has {row.TermCount} terms and {row.SumDocFreq} postings in "
                    + $"{row.DocCount} documents");
        return row.ReadFst(meta);
    }

    private FieldMeta ReadFst(IndexInput meta)
    {
        CodecHeader.ReadPlain(meta, FstReader.Codec, FstReader.Version, FstReader.Version);
        if (meta.ReadByte() != 1) throw meta.Corrupt("the terms index has no root block");
        ReadBytes(meta, BlockGroup.MaxCodeBytes + 2, "empty output's length");
        var labelType = meta.ReadByte();
        if (labelType != 0) throw meta.Corrupt($"the terms index has label type {labelType}, expected 0 (bytes)");
        var start = meta.ReadVLong();
        var length = meta.ReadVLong();
        if (length < 1 || length > int.MaxValue || start < 0 || start >= length)
            throw meta.Corrupt($"the terms index has {length} bytes and starts at {start}");
        return this with { RootNode = (int)start, IndexLength = (int)length };
    }

    private static byte[] ReadBytes(IndexInput meta, int max, string what) =>
        meta.ReadSpan(meta.ReadCount(max, what)).ToArray();
}
