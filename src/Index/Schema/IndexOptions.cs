namespace Dateline.Index.Schema;

/// <summary>
/// What the inverted index keeps of a field; the numbers are those of <c>.fnm</c> (LUCENE87 section 5).
/// </summary>
public enum IndexOptions : byte
{
    /// <summary>Not searchable.</summary>
    None = 0,

    /// <summary>Document ids only.</summary>
    Docs = 1,

    /// <summary>And term frequencies.</summary>
    DocsAndFreqs = 2,

    /// <summary>And positions.</summary>
    DocsFreqsAndPositions = 3,

    /// <summary>And character offsets, in UTF-16 code units of the field's text.</summary>
    DocsFreqsPositionsAndOffsets = 4,
}
