namespace Dateline.Index.Schema;

/// <summary>What one segment knows about one field (a row of <c>.fnm</c>, LUCENE87 section 5).</summary>
public sealed record FieldInfo
{
    /// <summary>Field name.</summary>
    public required string Name { get; init; }

    /// <summary>Number, unique in the segment and the same in every segment of an index Dateline writes.</summary>
    public required int Number { get; init; }

    /// <summary>What the inverted index holds.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Column type.</summary>
    public DocValuesType DocValues { get; init; }

    /// <summary>True when an indexed field keeps no length norms.</summary>
    public bool OmitsNorms { get; init; }

    /// <summary>True when positions carry payloads (Dateline writes none).</summary>
    public bool HasPayloads { get; init; }

    /// <summary>True when term vectors are stored (Dateline writes none and does not read them).</summary>
    public bool HasTermVectors { get; init; }

    /// <summary>True for Lucene's soft-deletes marker field.</summary>
    public bool IsSoftDeletes { get; init; }

    /// <summary>Point dimensions; 0 when the field has no points.</summary>
    public int PointDimensions { get; init; }

    /// <summary>Point dimensions that are indexed.</summary>
    public int PointIndexDimensions { get; init; }

    /// <summary>Bytes of one point dimension.</summary>
    public int PointBytes { get; init; }

    /// <summary>Generation of the column's update files; -1 when never updated.</summary>
    public long DocValuesGeneration { get; init; } = -1;

    /// <summary>Free attributes, among them which codec file holds postings and doc values.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the field has length norms.</summary>
    public bool HasNorms => IndexOptions != IndexOptions.None && !OmitsNorms;

    /// <summary>True when positions are indexed.</summary>
    public bool HasPositions => IndexOptions >= IndexOptions.DocsFreqsAndPositions;

    /// <summary>True when offsets are indexed.</summary>
    public bool HasOffsets => IndexOptions == IndexOptions.DocsFreqsPositionsAndOffsets;

    /// <summary>True when term frequencies are indexed.</summary>
    public bool HasFreqs => IndexOptions >= IndexOptions.DocsAndFreqs;
}
