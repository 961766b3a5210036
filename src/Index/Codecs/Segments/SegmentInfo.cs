namespace Dateline.Index.Codecs.Segments;

/// <summary>What <c>_X.si</c> says about a segment (LUCENE87 section 4).</summary>
internal sealed record SegmentInfo
{
    public const string StoredModeKey = "Lucene87StoredFieldsFormat.mode";
    public const string FastMode = "BEST_SPEED";

    /// <summary>Segment name, e.g. <c>_3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>16 random bytes that every file of the segment repeats.</summary>
    public required ReadOnlyMemory<byte> Id { get; init; }

    /// <summary>Version of the code that wrote the segment.</summary>
    public LuceneVersion Version { get; init; } = LuceneVersion.Written;

    /// <summary>Smallest version that contributed documents through merging.</summary>
    public LuceneVersion MinVersion { get; init; } = LuceneVersion.Written;

    /// <summary>Documents, deleted ones included.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>True when the files are inside <c>.cfs</c>.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Free text about how the segment came to be.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of all its files but <c>.liv</c>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Codec attributes; the stored-fields mode is one.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The fields Lucene keeps the segment's documents sorted by, most important first; empty when in no special order.
    /// </summary>
    public IReadOnlyList<IndexSortField> Sort { get; init; } = [];

    /// <summary>Stored-fields mode: BEST_SPEED or BEST_COMPRESSION.</summary>
    public string StoredMode => Attributes.TryGetValue(StoredModeKey, out var mode)
        ? mode
        : throw new CorruptIndexException(Name + ".si", -1, $"attribute {StoredModeKey} is missing");
}
