namespace Dateline.Index.Facets;

/// <summary>
/// The labels of a dimension of paths by the label directly above them, so that a level is listed without looking at
/// what lies deeper. 8 bytes a label. Immutable.
/// </summary>
internal sealed class FacetLevels
{
    private readonly int _first; // global ord of the dimension's first label
    private readonly int[] _starts; // of the children in _children: 0 for the first level, k + 1 for label k
    private readonly int[] _children;

    public FacetLevels(FacetIndex index, string dimension, char separator)
    {
        var (start, end) = index.RangeOf(dimension);
        var skip = FacetIndex.DimensionPrefix(dimension).Length;
        _first = start;
        var above = new int[end - start];
        _starts = new int[above.Length + 2];
        for (var k = 0; k < above.Length; k++)
        {
            above[k] = Above(index.Labels, start + k, skip, separator);
            _starts[above[k] + 1]++;
        }

        for (var k = 1; k < _starts.Length; k++) _starts[k] += _starts[k - 1];
        var next = _starts.ToArray();
        _children = new int[above.Length];
        for (var k = 0; k < above.Length; k++) _children[next[above[k]]++] = start + k;
    }

    /// <summary>Global ords of the first level, ascending.</summary>
    public ReadOnlySpan<int> Top => Group(0);

    /// <summary>Global ords of the labels directly below one, ascending.</summary>
    public ReadOnlySpan<int> Below(int ord) => Group(ord - _first + 1);

    private ReadOnlySpan<int> Group(int group) => _children.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    // Group of the label above; a label of which what lies above is no label belongs to the first level.
    private int Above(LabelTable labels, int ord, int skip, char separator)
    {
        var label = labels[ord];
        var end = label[skip..].LastIndexOf((byte)separator);
        if (end <= 0) return 0;
        var parent = label[..(skip + end)];
        var at = labels.FirstFrom(parent);
        return at >= _first && at < ord && labels[at].SequenceEqual(parent) ? at - _first + 1 : 0;
    }
}
