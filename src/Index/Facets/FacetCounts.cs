using System.Text;

namespace Dateline.Index.Facets;

/// <summary>A label and the number of documents that have it.</summary>
public readonly record struct FacetValue(string Label, int Count);

/// <summary>
/// Counts of every label of one field over one set of documents. Methods with a dimension are for <c>$facets</c>, those without
/// for any other sorted-set field. Labels without documents are left out; an unknown dimension has none.
/// </summary>
public sealed class FacetCounts
{
    private readonly FacetIndex _index;
    private readonly int[] _counts;

    internal FacetCounts(FacetIndex index, int[] counts)
    {
        _index = index;
        _counts = counts;
    }

    /// <summary>The <paramref name="count"/> labels with most documents, ties in byte order.</summary>
    public IReadOnlyList<FacetValue> Top(string dimension, int count) => Top(_index.RangeOf(dimension), Skip(dimension), count);

    /// <inheritdoc cref="Top(string, int)"/>
    public IReadOnlyList<FacetValue> Top(int count) => Top((0, _counts.Length), 0, count);

    /// <summary>All labels of a dimension in byte order.</summary>
    public IReadOnlyList<FacetValue> All(string dimension) => All(_index.RangeOf(dimension), Skip(dimension));

    /// <summary>All labels in byte order.</summary>
    public IReadOnlyList<FacetValue> All() => All((0, _counts.Length), 0);

    /// <summary>Labels of a dimension that start with some text, most documents first, ties in byte order.</summary>
    public IReadOnlyList<FacetValue> StartingWith(string dimension, string prefix, int count) =>
        Top(_index.Between([.. FacetIndex.DimensionPrefix(dimension), .. Escaped(prefix)]), Skip(dimension), count);

    /// <summary>Labels that start with some text, most documents first, ties in byte order.</summary>
    public IReadOnlyList<FacetValue> StartingWith(string prefix, int count) =>
        Top(_index.Between(Encoding.UTF8.GetBytes(prefix)), 0, count);

    /// <summary>Documents with one label of a dimension.</summary>
    public int CountOf(string dimension, string label) =>
        CountOf([.. FacetIndex.DimensionPrefix(dimension), .. Escaped(label)]);

    /// <summary>Documents with one label.</summary>
    public int CountOf(string label) => CountOf(Encoding.UTF8.GetBytes(label));

    private int CountOf(byte[] label)
    {
        var ord = _index.Labels.FirstFrom(label);
        return ord < _counts.Length && _index.Labels[ord].SequenceEqual(label) ? _counts[ord] : 0;
    }

    private FacetValue[] Top((int Start, int End) range, int skip, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var heap = new Collecting.TopHeap<int>(Math.Min(count, range.End - range.Start));
        for (var ord = range.Start; ord < range.End; ord++)
        {
            if (_counts[ord] > 0) heap.Add(_counts[ord], ord);
        }

        return [.. heap.Drain().Select(entry => Value(entry.DocId, skip))];
    }

    private List<FacetValue> All((int Start, int End) range, int skip)
    {
        var values = new List<FacetValue>();
        for (var ord = range.Start; ord < range.End; ord++)
        {
            if (_counts[ord] > 0) values.Add(Value(ord, skip));
        }

        return values;
    }

    private FacetValue Value(int ord, int skip) => new(skip == 0
        ? _index.Labels.Text(ord, 0)
        : Indexing.FacetLabel.Decode(_index.Labels.Text(ord, 0))!.Value.Label, _counts[ord]);

    private static int Skip(string dimension) => FacetIndex.DimensionPrefix(dimension).Length;

    private static byte[] Escaped(string part) => Encoding.UTF8.GetBytes(Indexing.FacetLabel.EncodePart(part));
}
