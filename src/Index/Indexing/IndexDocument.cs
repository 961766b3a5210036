namespace Dateline.Index.Indexing;

/// <summary>
/// One document to be indexed: a list of fields. Several fields of one name are combined into one field.
/// </summary>
public sealed class IndexDocument
{
    private readonly List<IndexField> _fields = [];

    /// <summary>The fields in the order they were added.</summary>
    public IReadOnlyList<IndexField> Fields => _fields;

    /// <summary>Adds a field.</summary>
    public void Add(IndexField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _fields.Add(field);
    }
}
