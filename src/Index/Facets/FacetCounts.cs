using System.Text;

namespace Dateline.Index.Facets;

/// <summary>A label and the number of documents that have it.</summary>
public readonly record struct FacetValue(string Label, int Count);

/// <summary>
/// Counts of every label of one field over one set of documents. Methods with a dimension are for <c>$facets</c>, those
/// without for any other sorted-set field. Labels without documents are left out; an unknown dimension has none.
/// </summary>
public sealed class FacetCounts : IDisposable
{
    private const byte Escape = 0x1E;

    private readonly FacetIndex _index;
    private readonly OrdCounts _counts;

    internal FacetCounts(FacetIndex index, OrdCounts counts)
    {
        _index = index;
        _counts = counts;
    }

    /// <summary>The <paramref name="count"/> labels with most documents, ties in byte order.</summary>
    public IReadOnlyList<FacetValue> Top(string dimension, int count) =>
        Top(_index.RangeOf(dimension), Skip(dimension), count);

    /// <inheritdoc cref="Top(string, int)"/>
    public IReadOnlyList<FacetValue> Top(int count) => Top((0, _index.LabelCount), 0, count);

    /// <summary>All labels of a dimension in byte order.</summary>
    public IReadOnlyList<FacetValue> All(string dimension) => All(_index.RangeOf(dimension), Skip(dimension));

    /// <summary>All labels in byte order.</summary>
    public IReadOnlyList<FacetValue> All() => All((0, _index.LabelCount), 0);

    /// <summary>Labels of a dimension that start with some text, most documents first, ties in byte order.</summary>
    public IReadOnlyList<FacetValue> StartingWith(string dimension, string prefix, int count) =>
        Top(_index.Between([.. FacetIndex.DimensionPrefix(dimension), .. Escaped(prefix)]), Skip(dimension), count);

    /// <summary>Labels that start with some text, most documents first, ties in byte order.</summary>
    public IReadOnlyList<FacetValue> StartingWith(string prefix, int count) =>
        Top(_index.Between(Encoding.UTF8.GetBytes(prefix)), 0, count);

    /// <summary>
    /// Labels of a dimension that contain some text in any case, most documents first, ties in byte order.
    /// </summary>
    public IReadOnlyList<FacetValue> Containing(string dimension, string text, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Choose(All(dimension), value => value.Label.Contains(text, StringComparison.OrdinalIgnoreCase), count);
    }

    /// <summary>
    /// Labels directly below a path, most documents first, ties in byte order; for dimensions where everything a path
    /// lies in is a label too, as in <see cref="FacetIndex.Tree"/>. Deeper labels are not looked at.
    /// </summary>
    /// <param name="dimension">The tree's dimension.</param>
    /// <param name="path">The path above, or "" for the first level.</param>
    /// <param name="count">How many labels.</param>
    /// <param name="separator">The tree's separator, in ASCII.</param>
    public IReadOnlyList<FacetValue> Children(string dimension, string path, int count, char separator = '/')
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Values(_counts.Top(Below(dimension, path, separator), count), Skip(dimension));
    }

    /// <summary>Number of labels directly below a path; see <see cref="Children"/>.</summary>
    public int ChildCount(string dimension, string path, char separator = '/') =>
        _counts.CountPresent(Below(dimension, path, separator));

    /// <summary>Number of labels of a dimension.</summary>
    public int LabelCount(string dimension)
    {
        var (start, end) = _index.RangeOf(dimension);
        return _counts.CountPresent(start, end);
    }

    /// <summary>Documents with one label of a dimension.</summary>
    public int CountOf(string dimension, string label) =>
        CountOf([.. FacetIndex.DimensionPrefix(dimension), .. Escaped(label)]);

    /// <summary>Documents with one label.</summary>
    public int CountOf(string label) => CountOf(Encoding.UTF8.GetBytes(label));

    /// <summary>Gives memory back for the next counting; optional. Nothing may be asked afterwards.</summary>
    public void Dispose() => _counts.Dispose();

    private static FacetValue[] Choose(IReadOnlyList<FacetValue> values, Func<FacetValue, bool> accept, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        // The sort is stable: ties stay in byte order.
        return [.. values.Where(accept).OrderByDescending(static value => value.Count).Take(count)];
    }

    private int CountOf(byte[] label) => OrdOf(label) is { } ord ? _counts[ord] : 0;

    private int? OrdOf(byte[] label)
    {
        var ord = _index.Labels.FirstFrom(label);
        return ord < _index.LabelCount && _index.Labels[ord].SequenceEqual(label) ? ord : null;
    }

    private ReadOnlySpan<int> Below(string dimension, string path, char separator)
    {
        ArgumentNullException.ThrowIfNull(path);
        var levels = _index.Levels(dimension, separator);
        if (path.Length == 0) return levels.Top;
        return OrdOf([.. FacetIndex.DimensionPrefix(dimension), .. Escaped(path)]) is { } ord
            ? levels.Below(ord) : default;
    }

    private FacetValue[] Top((int Start, int End) range, int skip, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Values(_counts.Top(range.Start, range.End, count), skip);
    }

    private FacetValue[] Values((int Ord, int Count)[] top, int skip)
    {
        var values = new FacetValue[top.Length];
        for (var k = 0; k < top.Length; k++) values[k] = Value(top[k].Ord, top[k].Count, skip);
        return values;
    }

    private FacetValue[] All((int Start, int End) range, int skip)
    {
        var ords = new List<int>();
        _counts.AddPresent(range.Start, range.End, ords);
        var values = new FacetValue[ords.Count];
        for (var k = 0; k < values.Length; k++) values[k] = Value(ords[k], _counts[ords[k]], skip);
        return values;
    }

    private FacetValue Value(int ord, int count, int skip)
    {
        var label = _index.Labels[ord];
        return new FacetValue(skip == 0 || !label.Contains(Escape)
            ? Encoding.UTF8.GetString(label[skip..])
            : Indexing.FacetLabel.Decode(_index.Labels.Text(ord, 0))!.Value.Label, count);
    }

    private static int Skip(string dimension) => FacetIndex.DimensionPrefix(dimension).Length;

    private static byte[] Escaped(string part) => Encoding.UTF8.GetBytes(Indexing.FacetLabel.EncodePart(part));
}
