using System.Collections.Concurrent;
using Dateline.Index.Collecting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>
/// One sorted-set field over all segments: a global dictionary in byte order and, per segment, the global ord of each
/// of its ords. In <c>$facets</c> a dimension is the contiguous range of entries that start with its name and U+001F
/// (LUCENE87 section 18). Thread-safe; made once per view of an index (<see cref="IndexSearcher.Facets"/>).
/// </summary>
public sealed class FacetIndex
{
    private readonly FacetCounter _counter;
    private readonly ConcurrentDictionary<string, (int Start, int End)> _ranges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Dimension, char Separator), Lazy<FacetIndex>> _trees = new();
    private readonly ConcurrentDictionary<(string Dimension, char Separator), Lazy<FacetLevels>> _levels = new();

    internal FacetIndex(string field, LabelTable labels, FacetCounter counter)
    {
        Field = field;
        Labels = labels;
        _counter = counter;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>Number of different labels, those of deleted documents included.</summary>
    public int LabelCount => Labels.Count;

    internal LabelTable Labels { get; }

    internal static FacetIndex Build(string field, IReadOnlyList<SegmentContext> segments)
    {
        var (labels, globalOrds) = LabelMerger.Merge(field, segments);
        var tables = new OrdTable?[segments.Count];
        for (var k = 0; k < tables.Length; k++)
            tables[k] = globalOrds[k] is null ? null : OrdTable.Of(segments[k].Reader, field);
        return new FacetIndex(field, labels, new FacetCounter(labels.Count, segments, tables, globalOrds));
    }

    /// <summary>
    /// Counts the labels of a set of documents that are not deleted; a document counts once for each label it has.
    /// </summary>
    public FacetCounts Count(DocIdSet documents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new FacetCounts(this, _counter.Count(documents, [], cancellation));
    }

    /// <summary>
    /// Counts the labels of groups of documents; a group counts once for each label any of its documents has.
    /// </summary>
    public FacetCounts Count(DocGroups groups, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return new FacetCounts(this, _counter.Count(groups, cancellation));
    }

    /// <summary>
    /// As <see cref="Count(DocIdSet, CancellationToken)"/>, where some dimensions of <c>$facets</c> have further
    /// documents, none of them in the set, that only their own labels count.
    /// </summary>
    internal FacetCounts Count(
        DocIdSet documents, IReadOnlyDictionary<string, DocIdSet> further, CancellationToken cancellation)
    {
        FurtherDocs[] ranges = [.. further.Select(pair => new FurtherDocs(pair.Value, RangeOf(pair.Key)))];
        return new FacetCounts(this, _counter.Count(documents, ranges, cancellation));
    }

    /// <summary>How many documents of a set have no label in a dimension.</summary>
    public int CountMissing(DocIdSet documents, string dimension, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var (start, end) = RangeOf(dimension);
        return _counter.CountWithout(documents, start, end, cancellation);
    }

    /// <summary>
    /// The same index for a dimension whose labels are paths: everything a path lies in is a label too, and a document
    /// counts once for it however many paths it has below. Only that dimension is in it. Built on first use and kept.
    /// </summary>
    /// <param name="dimension">A dimension of <c>$facets</c>.</param>
    /// <param name="separator">Between the parts of a path.</param>
    public FacetIndex Tree(string dimension, char separator = '/') => _trees.GetOrAdd(
        (dimension, separator),
        key => new Lazy<FacetIndex>(() => FacetTree.Build(this, _counter, key.Dimension, key.Separator))).Value;

    /// <summary>The levels of a dimension whose labels are paths; built on first use and kept.</summary>
    internal FacetLevels Levels(string dimension, char separator)
    {
        if (!char.IsAscii(separator)) throw new ArgumentException("A separator must be ASCII.", nameof(separator));
        return _levels.GetOrAdd(
            (dimension, separator),
            key => new Lazy<FacetLevels>(() => new FacetLevels(this, key.Dimension, key.Separator))).Value;
    }

    /// <summary>The global ords of a dimension of <c>$facets</c>: from Start up to, not including, End.</summary>
    internal (int Start, int End) RangeOf(string dimension)
    {
        if (_ranges.TryGetValue(dimension, out var known)) return known;
        var range = Between(DimensionPrefix(dimension));
        if (range.End > range.Start) _ranges.TryAdd(dimension, range); // names nobody indexed would pile up
        return range;
    }

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
}
