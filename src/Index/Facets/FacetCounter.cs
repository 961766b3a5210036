using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>Documents that are counted for some labels only.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Range">The labels, as global ords from Start up to, not including, End.</param>
internal readonly record struct FurtherDocs(DocIdSet Documents, (int Start, int End) Range);

/// <summary>
/// Counts ords over sets of documents in the cheapest of three ways: few documents touch few counters, which are
/// remembered; most documents are all documents less the others; and the rest is one counter a label.
/// </summary>
internal sealed class FacetCounter
{
    private const int LabelsPerTouch = 8; // remembering pays off up to one ord to count in so many labels

    private readonly IReadOnlyList<SegmentContext> _segments;
    private readonly OrdTable?[] _tables;
    private readonly int[]?[] _globalOrds;
    private readonly int _labelCount;
    private readonly long _liveDocs;
    private readonly double _ordsPerDoc;
    private readonly Lazy<int[]> _totals;
    private Scratch? _scratch; // for the next count of few documents

    /// <param name="labelCount">Number of global ords.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="tables">Per segment its ords, or null.</param>
    /// <param name="globalOrds">Per segment the global ords of its ords; empty when they are the same.</param>
    public FacetCounter(
        int labelCount, IReadOnlyList<SegmentContext> segments, OrdTable?[] tables, int[]?[] globalOrds)
    {
        _segments = segments;
        _tables = tables;
        _globalOrds = globalOrds;
        _labelCount = labelCount;
        var (docs, ords) = (0L, 0L);
        for (var k = 0; k < segments.Count; k++)
        {
            docs += segments[k].Reader.MaxDoc;
            _liveDocs += segments[k].Reader.LiveCount;
            ords += tables[k]?.OrdCount ?? 0;
        }

        _ordsPerDoc = docs == 0 ? 0 : (double)ords / docs;
        _totals = new Lazy<int[]>(CountAll);
    }

    public IReadOnlyList<SegmentContext> Segments => _segments;

    /// <summary>Counts of all labels over a set of live documents, and of some labels over further ones.</summary>
    public OrdCounts Count(DocIdSet documents, ReadOnlySpan<FurtherDocs> further, CancellationToken cancellation)
    {
        var matching = documents.Count;
        var touching = matching;
        foreach (var (docs, _) in further) touching += docs.Count;
        if (touching * _ordsPerDoc * LabelsPerTouch < _labelCount) return CountFew(documents, further, cancellation);
        var counts = matching * 2 > _liveDocs
            ? CountMost(documents, cancellation) : CountDense(documents, cancellation);
        foreach (var (docs, range) in further) AddRange(docs, range, counts.Counters, cancellation);
        return counts;
    }

    /// <summary>Counts of all labels over groups of documents.</summary>
    public OrdCounts Count(DocGroups groups, CancellationToken cancellation)
    {
        var counts = new DenseCounts(_labelCount);
        var counters = counts.Counters;
        var lastGroup = new int[_labelCount]; // that counted the label, from 1
        for (var group = 0; group < groups.Count; group++)
        {
            if ((group & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            foreach (var doc in groups.DocsOf(group))
            {
                var segment = DocGroups.SegmentOf(doc);
                if (_tables[segment] is not { } table) continue;
                var map = MapOf(segment);
                foreach (var ord in table.OrdsOf(DocGroups.LocalOf(doc)))
                {
                    var global = map is null ? ord : map[ord];
                    if (lastGroup[global] == group + 1) continue;
                    lastGroup[global] = group + 1;
                    counters[global]++;
                }
            }
        }

        return counts;
    }

    /// <summary>How many documents of a set have no label from one global ord up to, not including, another.</summary>
    public int CountWithout(DocIdSet documents, int start, int end, CancellationToken cancellation)
    {
        var without = 0;
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_tables[k] is not { } table) without += documents.Segments[k].Count();
            else without += table.CountWithout(documents.Segments[k].Words, LocalFrom(k, start), LocalFrom(k, end));
        }

        return without;
    }

    /// <summary>
    /// The ords of a segment's documents, and what global ords they stand for; null when it has none.
    /// </summary>
    public (OrdTable Table, int[] GlobalOrds)? Segment(int k) =>
        _tables[k] is { } table ? (table, _globalOrds[k]!) : null;

    private SparseCounts CountFew(
        DocIdSet documents, ReadOnlySpan<FurtherDocs> further, CancellationToken cancellation)
    {
        var scratch = Interlocked.Exchange(ref _scratch, null) ?? new Scratch(_labelCount);
        var adder = new TouchAdder(scratch.Counts, scratch.Touched);
        Touch(documents, (0, _labelCount), ref adder, cancellation);
        foreach (var (docs, range) in further) Touch(docs, range, ref adder, cancellation);
        var ords = scratch.Touched.AsSpan(0, adder.TouchedCount).ToArray();
        var values = new int[ords.Length];
        for (var k = 0; k < ords.Length; k++)
        {
            values[k] = scratch.Counts[ords[k]];
            scratch.Counts[ords[k]] = 0;
        }

        _scratch = scratch; // only now: what a cancelled count leaves behind is not zero
        return new SparseCounts(ords, values);
    }

    private void Touch(
        DocIdSet documents, (int Start, int End) range, ref TouchAdder adder, CancellationToken cancellation)
    {
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            adder.Continue(MapOf(k), range);
            _tables[k]?.Visit(documents.Segments[k].Words, ref adder);
        }
    }

    private DenseCounts CountDense(DocIdSet documents, CancellationToken cancellation)
    {
        var counts = new DenseCounts(_labelCount);
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddSegment(k, documents.Segments[k].Words, counts.Counters, 1);
        }

        return counts;
    }

    private DenseCounts CountMost(DocIdSet documents, CancellationToken cancellation)
    {
        var counts = new DenseCounts(_labelCount, _totals.Value);
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var others = LiveBits(k);
            var words = documents.Segments[k].Words;
            for (var word = 0; word < others.Length; word++) others[word] &= ~words[word];
            AddSegment(k, others, counts.Counters, -1);
        }

        return counts;
    }

    private int[] CountAll()
    {
        var counts = new int[_labelCount];
        for (var k = 0; k < _tables.Length; k++) AddSegment(k, LiveBits(k), counts, 1);
        return counts;
    }

    private void AddRange(
        DocIdSet documents, (int Start, int End) range, int[] counts, CancellationToken cancellation)
    {
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var adder = new RangeAdder(counts, MapOf(k), range);
            _tables[k]?.Visit(documents.Segments[k].Words, ref adder);
        }
    }

    private void AddSegment(int segment, ReadOnlySpan<ulong> docs, int[] counts, int step)
    {
        if (_tables[segment] is not { } table) return;
        if (MapOf(segment) is { } map)
        {
            var mapped = new MappedAdder(counts, map, step);
            table.Visit(docs, ref mapped);
        }
        else
        {
            var dense = new DenseAdder(counts, step);
            table.Visit(docs, ref dense);
        }
    }

    // Null where a segment's ords are the global ones.
    private int[]? MapOf(int segment) => _globalOrds[segment] is { Length: > 0 } map ? map : null;

    private ulong[] LiveBits(int segment)
    {
        var reader = _segments[segment].Reader;
        if (!reader.LiveBits.IsEmpty) return reader.LiveBits[..((reader.MaxDoc + 63) / 64)].ToArray();
        var all = new ulong[(reader.MaxDoc + 63) / 64];
        Array.Fill(all, ulong.MaxValue);
        if (reader.MaxDoc % 64 != 0) all[^1] = (1UL << reader.MaxDoc) - 1;
        return all;
    }

    /// <summary>First ord of a segment whose global ord is not below one.</summary>
    private int LocalFrom(int segment, int globalOrd)
    {
        if (MapOf(segment) is not { } map) return globalOrd;
        var at = Array.BinarySearch(map, globalOrd);
        return at < 0 ? ~at : at;
    }

    /// <summary>Counters that are zero between counts, and room for the ords of those that are not.</summary>
    private sealed class Scratch(int labelCount)
    {
        public int[] Counts { get; } = new int[labelCount];

        public int[] Touched { get; } = new int[labelCount];
    }
}
