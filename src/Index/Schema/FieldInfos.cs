using System.Collections;

namespace Dateline.Index.Schema;

/// <summary>The fields of one segment, in number order.</summary>
public sealed class FieldInfos : IReadOnlyCollection<FieldInfo>
{
    private readonly FieldInfo[] _byOrder;
    private readonly Dictionary<string, FieldInfo> _byName;
    private readonly Dictionary<int, FieldInfo> _byNumber;

    /// <summary>Names and numbers must be unique; <see cref="ArgumentException"/> otherwise.</summary>
    public FieldInfos(IEnumerable<FieldInfo> fields)
    {
        _byOrder = [.. fields.OrderBy(field => field.Number)];
        _byName = _byOrder.ToDictionary(field => field.Name, StringComparer.Ordinal);
        _byNumber = _byOrder.ToDictionary(field => field.Number);
    }

    /// <inheritdoc/>
    public int Count => _byOrder.Length;

    /// <summary>The field of that name, or null.</summary>
    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field of that number, or null.</summary>
    public FieldInfo? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <inheritdoc/>
    public IEnumerator<FieldInfo> GetEnumerator() => ((IEnumerable<FieldInfo>)_byOrder).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _byOrder.GetEnumerator();
}
