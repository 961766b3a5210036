using System.Text;
using Dateline.Index.Indexing;

namespace Dateline.Index.Facets;

/// <summary>Makes the index of a dimension of paths in which everything a path lies in is a label too.</summary>
internal sealed class FacetTree
{
    private readonly FacetIndex _flat;
    private readonly (int Start, int End) _range;
    private readonly LabelTable _labels = new();
    private readonly int[][] _nodes; // per flat ord of the dimension: the path's node and all above

    private FacetTree(FacetIndex flat, string dimension, char separator)
    {
        if (FacetLabel.EncodePart(separator.ToString()).Length > 1)
            throw new ArgumentException("A separator must not be U+001E or U+001F.", nameof(separator));
        _flat = flat;
        _range = flat.RangeOf(dimension);
        _nodes = new int[_range.End - _range.Start][];
        var prefix = FacetIndex.DimensionPrefix(dimension);
        var paths = new List<byte[]>[_nodes.Length];
        var all = new SortedSet<byte[]>(Comparer<byte[]>.Create(static (x, y) => x.AsSpan().SequenceCompareTo(y)));
        for (var k = 0; k < paths.Length; k++)
        {
            paths[k] = [.. SelfAndAbove(flat.Labels.Text(_range.Start + k, prefix.Length), separator)
                .Select(path => (byte[])[.. prefix, .. Encoding.UTF8.GetBytes(path)])];
            all.UnionWith(paths[k]);
        }

        foreach (var path in all) _labels.Add(path);
        for (var k = 0; k < paths.Length; k++) _nodes[k] = [.. paths[k].Select(path => _labels.FirstFrom(path))];
    }

    public static FacetIndex Build(FacetIndex flat, FacetCounter counter, string dimension, char separator)
    {
        var tree = new FacetTree(flat, dimension, separator);
        var tables = new OrdTable?[counter.Segments.Count];
        var same = new int[]?[tables.Length];
        for (var k = 0; k < tables.Length; k++)
        {
            if (counter.Segment(k) is not var (table, globalOrds)) continue;
            tables[k] = tree.Nodes(table, globalOrds, counter.Segments[k].Reader.MaxDoc);
            same[k] = [];
        }

        var nodes = new FacetCounter(tree._labels.Count, counter.Segments, tables, same);
        return new FacetIndex(tree._flat.Field, tree._labels, nodes);
    }

    private static IEnumerable<string> SelfAndAbove(string path, char separator)
    {
        for (var at = path.IndexOf(separator); at >= 0; at = path.IndexOf(separator, at + 1))
        {
            if (at > 0) yield return path[..at];
        }

        yield return path;
    }

    private OrdTable Nodes(OrdTable table, int[] globalOrds, int maxDoc)
    {
        var starts = new int[maxDoc + 1];
        var nodes = new List<int>(table.OrdCount);
        var lastDoc = new int[_labels.Count]; // document + 1 in which a node was last added
        for (var docId = 0; docId < maxDoc; docId++)
        {
            foreach (var ord in table.OrdsOf(docId))
            {
                var flat = (globalOrds.Length == 0 ? ord : globalOrds[ord]) - _range.Start;
                if ((uint)flat >= (uint)_nodes.Length) continue;
                foreach (var node in _nodes[flat])
                {
                    if (lastDoc[node] == docId + 1) continue;
                    lastDoc[node] = docId + 1;
                    nodes.Add(node);
                }
            }

            starts[docId + 1] = nodes.Count;
        }

        return new OrdTable(starts, [.. nodes]);
    }
}
