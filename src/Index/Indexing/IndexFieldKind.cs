namespace Dateline.Index.Indexing;

/// <summary>What one <see cref="IndexField"/> adds to the index.</summary>
internal enum IndexFieldKind
{
    /// <summary>Analyzed text with positions, offsets and norms.</summary>
    Text,

    /// <summary>Analyzed text with positions and norms.</summary>
    TextWithoutOffsets,

    /// <summary>One term, documents only, no norms.</summary>
    Keyword,

    /// <summary>Numeric doc value.</summary>
    Numeric,

    /// <summary>Sorted-numeric doc value.</summary>
    SortedNumeric,

    /// <summary>Binary doc value.</summary>
    Binary,

    /// <summary>Sorted doc value.</summary>
    Sorted,

    /// <summary>Sorted-set doc value.</summary>
    SortedSet,

    /// <summary>Point of one 8-byte dimension.</summary>
    LongPoint,

    /// <summary>Stored value only.</summary>
    StoredOnly,

    /// <summary>Facet label (LUCENE87 section 18).</summary>
    Facet,
}
