using System.Collections.Concurrent;
using System.Text;
using Dateline.Index.Facets;
using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Runs queries over a fixed view of an index. Thread-safe.</summary>
public sealed partial class IndexSearcher
{
    private readonly SegmentContext[] _segments;
    private readonly ConcurrentDictionary<string, FieldStatistics> _statistics = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, float[]> _inverseLengths = new(StringComparer.Ordinal);

    /// <summary>Searches a view of an index, which has to stay open as long as this object is used.</summary>
    /// <param name="reader">The view.</param>
    /// <param name="filters">What is remembered of filters, or null for nothing; may be shared with searchers over
    /// earlier and later views.</param>
    public IndexSearcher(IndexReader reader, FilterCache? filters = null)
        : this(Segmented(reader), filters)
    {
    }

    internal IndexSearcher(IEnumerable<SegmentReader> segments, FilterCache? filters = null)
    {
        Filters = filters;
        var docBase = 0;
        _segments = [.. segments.Select((segment, ordinal) =>
        {
            var context = new SegmentContext(ordinal, docBase, segment);
            docBase += segment.MaxDoc;
            return context;
        })];
        MaxDoc = docBase;
        _statistics = new ConcurrentDictionary<string, FieldStatistics>(StringComparer.Ordinal);
        _inverseLengths = new ConcurrentDictionary<string, float[]>(StringComparer.Ordinal);
        _facets = new ConcurrentDictionary<string, Lazy<FacetIndex>>(StringComparer.Ordinal);
        _days = new ConcurrentDictionary<string, Lazy<DayIndex>>(StringComparer.Ordinal);
        _groups = new ConcurrentDictionary<string, Lazy<GroupIndex>>(StringComparer.Ordinal);
    }

    // The same view for one search, which can be cancelled.
    private IndexSearcher(IndexSearcher shared, CancellationToken cancellation)
    {
        (_segments, _statistics, _inverseLengths) = (shared._segments, shared._statistics, shared._inverseLengths);
        (_facets, _days, _groups) = (shared._facets, shared._days, shared._groups);
        Filters = shared.Filters;
        (MaxDoc, Cancellation) = (shared.MaxDoc, cancellation);
    }

    /// <summary>What is remembered of filters.</summary>
    internal FilterCache? Filters { get; }

    /// <summary>Cancels the search that a query is bound for; to be looked at in long loops.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Documents in the index, deleted ones included; ids are below this.</summary>
    public int MaxDoc { get; }

    /// <summary>The segments in document order.</summary>
    public IReadOnlyList<SegmentContext> Segments => _segments;

    /// <summary>Statistics of a field over all segments; zeros when no segment has it.</summary>
    public FieldStatistics Statistics(string field) => _statistics.GetOrAdd(field, static (name, segments) =>
    {
        long documents = 0, tokens = 0;
        foreach (var segment in segments)
        {
            if (segment.Reader.Terms(name) is not { } terms) continue;
            documents += terms.DocCount;
            tokens += terms.SumTotalTermFreq >= 0 ? terms.SumTotalTermFreq : terms.SumDocFreq;
        }

        return new FieldStatistics(documents, tokens);
    }, _segments);

    /// <summary>The segment that holds a document, and the document's id there.</summary>
    public (SegmentContext Segment, int DocId) Locate(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        var at = Array.FindLastIndex(_segments, segment => segment.DocBase <= docId);
        return (_segments[at], docId - _segments[at].DocBase);
    }

    /// <summary>BM25 over a field, sharing the field's table of lengths between queries.</summary>
    internal Bm25 Similarity(string field, float idf, float boost) => new(
        _inverseLengths.GetOrAdd(
            field, static (name, searcher) => Bm25.InverseLengths(searcher.Statistics(name).AverageLength), this),
        idf, boost);

    internal TermStates FindTerm(string field, string term) => FindTerm(field, Encoding.UTF8.GetBytes(term));

    internal TermStates FindTerm(string field, byte[] bytes)
    {
        var states = new TermState?[_segments.Length];
        for (var k = 0; k < states.Length; k++)
        {
            if (_segments[k].Reader.Terms(field) is { } terms && terms.TryFind(bytes, out var state)) states[k] = state;
        }

        return new TermStates(states);
    }

    private static IReadOnlyList<SegmentReader> Segmented(IndexReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Segments;
    }

    private Weight Bind(Query query, bool scored, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellation.ThrowIfCancellationRequested();
        var searcher = cancellation.CanBeCanceled ? new IndexSearcher(this, cancellation) : this;
        return query.SimplifyFully().Bind(searcher, scored, 1);
    }
}
