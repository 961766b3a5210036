using Dateline.Index.Collecting;
using Dateline.Index.Schema;

namespace Dateline.Index.Reading;

/// <summary>
/// One immutable segment as queries see it. Thread-safe; the cursors and columns it hands out belong to one thread
/// each. Asking for a field the segment does not have, or not in that form, gives null.
/// </summary>
public abstract class SegmentReader
{
    /// <summary>
    /// A number that readers of the same segment share, whatever is deleted in it, and no others in this process; -1
    /// when there is none.
    /// </summary>
    internal virtual long CoreNumber => -1;

    /// <summary>Segment name, e.g. <c>_3</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Documents including deleted ones; ids are 0 to MaxDoc - 1.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Documents that are not deleted.</summary>
    public abstract int LiveCount { get; }

    /// <summary>The segment's fields.</summary>
    public abstract FieldInfos Fields { get; }

    /// <summary>One bit a document, bit d % 64 of word d / 64, 1 = live; empty when nothing is deleted.</summary>
    public abstract ReadOnlySpan<ulong> LiveBits { get; }

    /// <summary>True when a document of the segment is not deleted.</summary>
    public bool IsLive(int docId) => LiveDocs.IsLive(LiveBits, docId);

    /// <summary>The inverted index of a field.</summary>
    public abstract FieldTerms? Terms(string field);

    /// <summary>The norms of a field.</summary>
    public abstract NormValues? Norms(string field);

    /// <summary>A numeric column.</summary>
    public abstract NumericColumn? Numeric(string field);

    /// <summary>A sorted numeric column.</summary>
    public abstract SortedNumericColumn? SortedNumeric(string field);

    /// <summary>A binary column.</summary>
    public abstract BinaryColumn? Binary(string field);

    /// <summary>A sorted column.</summary>
    public abstract SortedColumn? Sorted(string field);

    /// <summary>A sorted-set column.</summary>
    public abstract SortedSetColumn? SortedSet(string field);

    /// <summary>
    /// Sets the bits (document d is bit d % 64 of word d / 64) of the documents that have a long point from
    /// <paramref name="min"/> to <paramref name="max"/>, both included. False, with no bit set, when the field has no
    /// such points.
    /// </summary>
    public virtual bool TryCollectLongRange(string field, long min, long max, ulong[] bits) => false;

    /// <summary>
    /// About how many documents <see cref="TryCollectLongRange"/> would set, never fewer than it does, without looking
    /// at each; -1 when the field has no such points.
    /// </summary>
    public virtual long EstimateLongRange(string field, long min, long max) => -1;

    /// <summary>The stored fields of a document, in the order they were added.</summary>
    public abstract IReadOnlyList<StoredField> Stored(int docId);
}

/// <summary>One stored value: <see cref="Value"/> is a string, byte[], int, long, float or double.</summary>
public readonly record struct StoredField(string Name, object Value);
