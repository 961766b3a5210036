using System.Text;

namespace Dateline.Index.Indexing;

/// <summary>
/// One field of a document: a name, a value and what the index is to keep of it. Made by the factories. Names are not
/// empty; values are not null. Lone surrogates in text become U+FFFD.
/// </summary>
public sealed class IndexField
{
    /// <summary>The field that holds facet labels.</summary>
    public const string FacetsName = "$facets";

    private IndexField(string name, IndexFieldKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Kind = kind;
    }

    /// <summary>Field name.</summary>
    public string Name { get; }

    internal IndexFieldKind Kind { get; }

    /// <summary>Value of text, keyword and facet fields.</summary>
    internal string Characters { get; private init; } = "";

    /// <summary>Facet dimension.</summary>
    internal string Dimension { get; private init; } = "";

    /// <summary>Value of binary, sorted and sorted-set fields.</summary>
    internal byte[] Bytes { get; private init; } = [];

    /// <summary>Value of numeric fields and points.</summary>
    internal long Number { get; private init; }

    /// <summary>What is stored: string, byte[], int, long, float, double, or null.</summary>
    internal object? StoredValue { get; private init; }

    /// <summary>Analyzed text, searchable with positions, offsets (UTF-16 units) and length norms.</summary>
    public static IndexField Text(string name, string value, bool stored = false) =>
        new(name, IndexFieldKind.Text) { Characters = NotNull(value), StoredValue = stored ? value : null };

    /// <summary>
    /// Analyzed text as <see cref="Text"/> keeps it, but without offsets: smaller by about a third, and matches in it
    /// cannot be marked.
    /// </summary>
    public static IndexField TextWithoutOffsets(string name, string value, bool stored = false) =>
        new(name, IndexFieldKind.TextWithoutOffsets)
        {
            Characters = NotNull(value),
            StoredValue = stored ? value : null,
        };

    /// <summary>One term exactly as given; documents only, no norms. At most 32,766 bytes of UTF-8.</summary>
    public static IndexField Keyword(string name, string value, bool stored = false) =>
        new(name, IndexFieldKind.Keyword) { Characters = NotNull(value), StoredValue = stored ? value : null };

    /// <summary>A value of a sorted set per document.</summary>
    public static IndexField SortedSet(string name, string value) =>
        SortedSet(name, Encoding.UTF8.GetBytes(NotNull(value)));

    /// <summary>A value of a sorted set per document.</summary>
    public static IndexField SortedSet(string name, byte[] value) =>
        new(name, IndexFieldKind.SortedSet) { Bytes = NotNull(value) };

    /// <summary>The one value of a sorted column.</summary>
    public static IndexField Sorted(string name, string value) => Sorted(name, Encoding.UTF8.GetBytes(NotNull(value)));

    /// <summary>The one value of a sorted column.</summary>
    public static IndexField Sorted(string name, byte[] value) =>
        new(name, IndexFieldKind.Sorted) { Bytes = NotNull(value) };

    /// <summary>The one value of a binary column.</summary>
    public static IndexField Binary(string name, byte[] value) =>
        new(name, IndexFieldKind.Binary) { Bytes = NotNull(value) };

    /// <summary>The one value of a numeric column.</summary>
    public static IndexField Numeric(string name, long value) => new(name, IndexFieldKind.Numeric) { Number = value };

    /// <summary>A value of a sorted list of numbers per document.</summary>
    public static IndexField SortedNumeric(string name, long value) =>
        new(name, IndexFieldKind.SortedNumeric) { Number = value };

    /// <summary>A number for range queries; several per document are allowed.</summary>
    public static IndexField LongPoint(string name, long value) =>
        new(name, IndexFieldKind.LongPoint) { Number = value };

    /// <summary>A value kept for display only.</summary>
    public static IndexField Stored(string name, string value) => StoredOnly(name, NotNull(value));

    /// <summary>A value kept for display only.</summary>
    public static IndexField Stored(string name, long value) => StoredOnly(name, value);

    /// <summary>A value kept for display only.</summary>
    public static IndexField Stored(string name, int value) => StoredOnly(name, value);

    /// <summary>A value kept for display only.</summary>
    public static IndexField Stored(string name, double value) => StoredOnly(name, value);

    /// <summary>A value kept for display only.</summary>
    public static IndexField Stored(string name, float value) => StoredOnly(name, value);

    /// <summary>A value kept for display only.</summary>
    public static IndexField Stored(string name, byte[] value) => StoredOnly(name, NotNull(value));

    /// <summary>A facet label in a dimension; neither may be empty. Equal labels in one document count once.</summary>
    public static IndexField Facet(string dimension, string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        ArgumentException.ThrowIfNullOrEmpty(label);
        return new(FacetsName, IndexFieldKind.Facet) { Dimension = dimension, Characters = label };
    }

    private static IndexField StoredOnly(string name, object value) =>
        new(name, IndexFieldKind.StoredOnly) { StoredValue = value };

    private static T NotNull<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
