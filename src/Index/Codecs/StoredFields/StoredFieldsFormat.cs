namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// Names, versions and sizes of <c>.fdt</c>, <c>.fdx</c> and <c>.fdm</c> (LUCENE87 sections 2 and 10).
/// </summary>
internal static class StoredFieldsFormat
{
    public const string FastDataCodec = "Lucene87StoredFieldsFastData";
    public const string HighDataCodec = "Lucene87StoredFieldsHighData";
    public const string IndexCodec = "Lucene85FieldsIndexIdx";
    public const string MetaCodec = "Lucene85FieldsIndexMeta";
    public const int DataVersion = 3;
    public const int IndexVersion = 0;
    public const int MetaVersion = 3;

    /// <summary>Value of the segment attribute for LZ4 chunks.</summary>
    public const string BestSpeed = "BEST_SPEED";

    /// <summary>Value of the segment attribute for deflate chunks.</summary>
    public const string BestCompression = "BEST_COMPRESSION";

    /// <summary>Raw bytes at which a chunk is closed.</summary>
    public const int ChunkBytes = 614400;

    /// <summary>Documents at which a chunk is closed.</summary>
    public const int ChunkDocs = 1024;

    /// <summary>More documents than any writer puts in a chunk; protects the reader.</summary>
    public const int MaxChunkDocs = 1 << 16;

    public const int PackedIntsVersion = 2;
    public const int IndexBlockShift = 10;

    /// <summary>Type in the low 3 bits of a field's key.</summary>
    public enum ValueType
    {
        String = 0,
        Bytes = 1,
        Int = 2,
        Float = 3,
        Long = 4,
        Double = 5,
    }
}
