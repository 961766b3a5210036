namespace Dateline.Index.Reading;

/// <summary>Length bytes of one field in one segment.</summary>
public abstract class NormValues
{
    /// <summary>
    /// The norm byte, 0 to 255, of any document; 0 when the document has no value. Any order of calls.
    /// </summary>
    public abstract int Get(int docId);

    /// <summary>
    /// One byte a document when stored that way (the usual case), else empty; lets scorers read without a call.
    /// </summary>
    public abstract ReadOnlySpan<byte> Dense { get; }
}

/// <summary>Common to all columns: forward-only positioning by document.</summary>
public abstract class ColumnCursor
{
    /// <summary>
    /// True when <paramref name="docId"/> has a value. Document ids must not decrease from call to call.
    /// </summary>
    public abstract bool AdvanceExact(int docId);

    /// <summary>Documents with a value.</summary>
    public abstract int DocCount { get; }
}

/// <summary>One number a document.</summary>
public abstract class NumericColumn : ColumnCursor
{
    /// <summary>The value of the document last found.</summary>
    public abstract long Value { get; }
}

/// <summary>An ascending list of numbers a document.</summary>
public abstract class SortedNumericColumn : ColumnCursor
{
    /// <summary>How many values the document last found has.</summary>
    public abstract int ValueCount { get; }

    /// <summary>Its next value.</summary>
    public abstract long NextValue();
}

/// <summary>One byte string a document.</summary>
public abstract class BinaryColumn : ColumnCursor
{
    /// <summary>The value of the document last found; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Value { get; }
}

/// <summary>A sorted dictionary of byte strings behind a column; ords are positions in it.</summary>
public interface IOrdDictionary
{
    /// <summary>Number of entries.</summary>
    int ValueCount { get; }

    /// <summary>The entry; valid until the next look-up on this object.</summary>
    ReadOnlySpan<byte> Lookup(int ord);

    /// <summary>The ord of the entry, or -(insertion point) - 1.</summary>
    int Find(ReadOnlySpan<byte> value);
}

/// <summary>One dictionary entry a document.</summary>
public abstract class SortedColumn : ColumnCursor
{
    /// <summary>The dictionary; belongs to this cursor.</summary>
    public abstract IOrdDictionary Dictionary { get; }

    /// <summary>The ord of the document last found.</summary>
    public abstract int Ord { get; }
}

/// <summary>A set of dictionary entries a document.</summary>
public abstract class SortedSetColumn : ColumnCursor
{
    /// <summary>The dictionary; belongs to this cursor.</summary>
    public abstract IOrdDictionary Dictionary { get; }

    /// <summary>How many ords the document last found has.</summary>
    public abstract int OrdCount { get; }

    /// <summary>Its next ord, ascending.</summary>
    public abstract int NextOrd();
}
