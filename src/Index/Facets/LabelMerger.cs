using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>Merges the dictionaries of the segments into one table of labels.</summary>
internal static class LabelMerger
{
    /// <summary>
    /// The labels of all segments, each once, and per segment the global ord of each of its ords: null where the
    /// segment has no such field, empty where its ords are the global ones.
    /// </summary>
    public static (LabelTable Labels, int[]?[] GlobalOrds) Merge(string field, IReadOnlyList<SegmentContext> segments)
    {
        var labels = new LabelTable();
        var globalOrds = new int[segments.Count][];
        var open = new PriorityQueue<Walk, Walk>(segments.Count, Walk.ByLabel);
        for (var k = 0; k < segments.Count; k++)
        {
            if (segments[k].Reader.SortedSet(field)?.Dictionary is not { } dictionary) continue;
            globalOrds[k] = new int[dictionary.ValueCount];
            var walk = new Walk(dictionary, globalOrds[k]);
            if (walk.Next()) open.Enqueue(walk, walk);
        }

        while (open.TryDequeue(out var walk, out _))
        {
            if (labels.Count == 0 || !labels[labels.Count - 1].SequenceEqual(walk.Label)) labels.Add(walk.Label);
            walk.SetGlobalOrd(labels.Count - 1);
            if (walk.Next()) open.Enqueue(walk, walk);
        }

        for (var k = 0; k < globalOrds.Length; k++)
        {
            // Ascending and all of them: each maps to itself.
            if (globalOrds[k]?.Length == labels.Count) globalOrds[k] = [];
        }

        return (labels, globalOrds);
    }

    /// <summary>Reads one dictionary in order; its current label stays where it is until the walk goes on.</summary>
    private sealed class Walk(IOrdDictionary dictionary, int[] globalOrds)
    {
        private int _ord = -1;

        public static IComparer<Walk> ByLabel { get; } =
            Comparer<Walk>.Create(static (left, right) => left.Label.SequenceCompareTo(right.Label));

        public ReadOnlySpan<byte> Label => dictionary.Lookup(_ord);

        public bool Next() => ++_ord < globalOrds.Length;

        public void SetGlobalOrd(int globalOrd) => globalOrds[_ord] = globalOrd;
    }
}
