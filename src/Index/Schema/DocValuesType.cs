namespace Dateline.Index.Schema;

/// <summary>Column storage of a field; the numbers are those of <c>.fnm</c> (LUCENE87 section 5).</summary>
public enum DocValuesType : byte
{
    /// <summary>No column.</summary>
    None = 0,

    /// <summary>One 64-bit number a document.</summary>
    Numeric = 1,

    /// <summary>One byte string a document.</summary>
    Binary = 2,

    /// <summary>One byte string a document, through a sorted dictionary.</summary>
    Sorted = 3,

    /// <summary>A set of byte strings a document, through a sorted dictionary.</summary>
    SortedSet = 4,

    /// <summary>A sorted list of 64-bit numbers a document.</summary>
    SortedNumeric = 5,
}
