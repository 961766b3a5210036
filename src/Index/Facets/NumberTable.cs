using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>A numeric column of a segment, unpacked for any order of access; 8 bytes a document. Immutable.</summary>
internal sealed class NumberTable
{
    private readonly long[] _values;
    private readonly ulong[]? _present; // null when every document has a value

    private NumberTable(NumericColumn column, int maxDoc)
    {
        _values = new long[maxDoc];
        var present = new ulong[(maxDoc + 63) / 64];
        var count = 0;
        for (var docId = 0; docId < maxDoc; docId++)
        {
            if (!column.AdvanceExact(docId))
                continue;
            _values[docId] = column.Value;
            present[docId >> 6] |= 1UL << docId;
            count++;
        }

        _present = count == maxDoc ? null : present;
    }

    /// <summary>
    /// The table of a column, unpacked once for all readers of the segment's files; null when the segment has no such
    /// column.
    /// </summary>
    public static NumberTable? Of(SegmentReader segment, string field) => TableCache<NumberTable>.Get(
        segment, field,
        static (reader, name) => reader.Numeric(name) is { } column ? new NumberTable(column, reader.MaxDoc) : null);

    public bool TryGet(int docId, out long value)
    {
        value = _values[docId];
        return _present is null || (_present[docId >> 6] >> docId & 1) != 0;
    }
}
