using Dateline.Index.Collecting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>
/// One sorted-set field over all segments: a global dictionary in byte order and, per segment, the global ord of each of its
/// ords. In <c>$facets</c> a dimension is the contiguous range of entries that start with its name and U+001F (LUCENE87 section
/// 18). Thread-safe; made once per view of an index (<see cref="IndexSearcher.Facets"/>).
/// </summary>
public sealed class FacetIndex
{
    private readonly IReadOnlyList<SegmentContext> _segments;
    private readonly int[]?[] _globalOrds;

    private FacetIndex(string field, IReadOnlyList<SegmentContext> segments)
    {
        Field = field;
        _segments = segments;
        _globalOrds = new int[segments.Count][];
        Labels = new LabelTable();
        Merge();
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>Number of different labels, those of deleted documents included.</summary>
    public int LabelCount => Labels.Count;

    internal LabelTable Labels { get; }

    internal static FacetIndex Build(string field, IReadOnlyList<SegmentContext> segments) => new(field, segments);

    /// <summary>Counts the labels of a set of documents; a document counts once for each label it has.</summary>
    public FacetCounts Count(DocIdSet documents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var counts = new int[LabelCount];
        for (var k = 0; k < _segments.Count; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_globalOrds[k] is not { } globalOrds || _segments[k].Reader.SortedSet(Field) is not { } column) continue;
            var local = CountSegment(column, documents.Segments[k], globalOrds.Length);
            for (var ord = 0; ord < local.Length; ord++) counts[globalOrds[ord]] += local[ord];
        }

        return new FacetCounts(this, counts);
    }

    /// <summary>The global ords of a dimension of <c>$facets</c>: from Start up to, not including, End.</summary>
    internal (int Start, int End) RangeOf(string dimension) => Between(DimensionPrefix(dimension));

    /// <summary>The global ords of the labels that start with some bytes.</summary>
    internal (int Start, int End) Between(ReadOnlySpan<byte> prefix)
    {
        var start = Labels.FirstFrom(prefix);
        var end = start;
        for (var step = 1; step > 0;) // gallop, then narrow
        {
            if (end + step <= LabelCount && Labels[end + step - 1].StartsWith(prefix))
            {
                end += step;
                step = Math.Min(step * 2, LabelCount);
            }
            else step /= 2;
        }

        return (start, end);
    }

    internal static byte[] DimensionPrefix(string dimension) =>
        [.. System.Text.Encoding.UTF8.GetBytes(FacetLabel.EncodePart(dimension)), 0x1F];

    private static int[] CountSegment(SortedSetColumn column, DocBits documents, int ordCount)
    {
        var counts = new int[ordCount];
        for (var docId = documents.NextFrom(0); docId != int.MaxValue; docId = documents.NextFrom(docId + 1))
        {
            if (!column.AdvanceExact(docId)) continue;
            for (var left = column.OrdCount; left > 0; left--) counts[column.NextOrd()]++;
        }

        return counts;
    }

    private void Merge()
    {
        var open = new PriorityQueue<DictionaryWalk, byte[]>(ByteOrder.Comparer);
        for (var k = 0; k < _segments.Count; k++)
        {
            if (_segments[k].Reader.SortedSet(Field)?.Dictionary is not { } dictionary) continue;
            _globalOrds[k] = new int[dictionary.ValueCount];
            var walk = new DictionaryWalk(dictionary, _globalOrds[k]!);
            if (walk.Next()) open.Enqueue(walk, walk.Label);
        }

        while (open.TryDequeue(out var walk, out var label))
        {
            if (Labels.Count == 0 || !Labels[Labels.Count - 1].SequenceEqual(label)) Labels.Add(label);
            walk.SetGlobalOrd(Labels.Count - 1);
            if (walk.Next()) open.Enqueue(walk, walk.Label);
        }
    }
}
