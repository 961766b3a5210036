using Dateline.Index.Schema;

namespace Dateline.Index.Indexing;

/// <summary>
/// The fields of the whole index: one number, one doc values type and one point geometry a name, over all segments.
/// Refuses documents that would break that. Thread-safe.
/// </summary>
internal sealed class FieldRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _fields = new(StringComparer.Ordinal);
    private int _nextNumber;

    private sealed class Entry(int number)
    {
        public int Number { get; } = number;

        public DocValuesType DocValues { get; set; }

        public IndexOptions? Indexed { get; set; } // as this writer indexes it; segments of others may differ

        public int PointDimensions { get; set; }

        public int PointBytes { get; set; }
    }

    /// <summary>Number of the field, new or known.</summary>
    public int Number(string name)
    {
        lock (_gate) return Find(name).Number;
    }

    /// <summary>Learns the fields of an existing segment.</summary>
    public void Learn(FieldInfos fields)
    {
        lock (_gate) LearnAll(fields);
    }

    private void LearnAll(FieldInfos fields)
    {
        foreach (var field in fields)
        {
            if (!_fields.TryGetValue(field.Name, out var entry))
            {
                var taken = _fields.Values.Any(other => other.Number == field.Number);
                _fields.Add(field.Name, entry = new Entry(taken ? FreeNumber(fields) : field.Number));
                _nextNumber = Math.Max(_nextNumber, entry.Number + 1);
            }

            if (field.DocValues != DocValuesType.None) entry.DocValues = field.DocValues;
            if (field.PointDimensions > 0)
                (entry.PointDimensions, entry.PointBytes) = (field.PointDimensions, field.PointBytes);
        }
    }

    /// <summary>Checks that a field fits what is known of its name, and remembers it.</summary>
    public void Admit(IndexField field)
    {
        lock (_gate) AdmitOne(field);
    }

    private void AdmitOne(IndexField field)
    {
        var entry = Find(field.Name);
        var indexed = IndexOptionsOf(field.Kind);
        if (indexed != IndexOptions.None)
        {
            if (entry.Indexed is { } before && before != indexed)
                throw Conflict(field, $"indexed with {before}", $"{indexed}");
            entry.Indexed = indexed;
        }

        var column = DocValuesOf(field.Kind);
        if (column != DocValuesType.None)
        {
            if (entry.DocValues != DocValuesType.None && entry.DocValues != column)
                throw Conflict(field, $"a {entry.DocValues} column", $"{column}");
            entry.DocValues = column;
        }

        if (field.Kind != IndexFieldKind.LongPoint) return;
        if (entry.PointDimensions > 0 && (entry.PointDimensions, entry.PointBytes) != (1, sizeof(long)))
            throw Conflict(field, $"{entry.PointDimensions} point dimensions of {entry.PointBytes} bytes", "one of 8");
        (entry.PointDimensions, entry.PointBytes) = (1, sizeof(long));
    }

    public static IndexOptions IndexOptionsOf(IndexFieldKind kind) => kind switch
    {
        IndexFieldKind.Text => IndexOptions.DocsFreqsPositionsAndOffsets,
        IndexFieldKind.TextWithoutOffsets => IndexOptions.DocsFreqsAndPositions,
        IndexFieldKind.Keyword or IndexFieldKind.Facet => IndexOptions.Docs,
        _ => IndexOptions.None,
    };

    public static DocValuesType DocValuesOf(IndexFieldKind kind) => kind switch
    {
        IndexFieldKind.Numeric => DocValuesType.Numeric,
        IndexFieldKind.SortedNumeric => DocValuesType.SortedNumeric,
        IndexFieldKind.Binary => DocValuesType.Binary,
        IndexFieldKind.Sorted => DocValuesType.Sorted,
        IndexFieldKind.SortedSet or IndexFieldKind.Facet => DocValuesType.SortedSet,
        _ => DocValuesType.None,
    };

    private Entry Find(string name)
    {
        if (!_fields.TryGetValue(name, out var entry)) _fields.Add(name, entry = new Entry(_nextNumber++));
        return entry;
    }

    private int FreeNumber(FieldInfos fields) => Math.Max(_nextNumber, fields.Max(field => field.Number) + 1);

    private static ArgumentException Conflict(IndexField field, string before, string now) => new(
        $"Field \"{field.Name}\" is {before} in this index and cannot be {now} too; use another name.");
}
