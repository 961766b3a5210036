using System.Collections.Concurrent;
using Dateline.Index.Collecting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>Hits of a search with filters and the documents to count each dimension over.</summary>
public sealed class DrillSidewaysResult : IDisposable
{
    private readonly IndexSearcher _searcher;
    private readonly IReadOnlyDictionary<string, DocIdSet> _nearMisses;
    private readonly ConcurrentDictionary<string, DocIdSet> _ignoring = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Field, string? Dimension), FacetCounts> _counts = new();

    /// <param name="searcher">The index.</param>
    /// <param name="top">The hits.</param>
    /// <param name="documents">Matches that pass all filters.</param>
    /// <param name="nearMisses">For each dimension with a filter the matches that this filter alone leaves out.</param>
    internal DrillSidewaysResult(
        IndexSearcher searcher, TopDocs top, DocIdSet documents, IReadOnlyDictionary<string, DocIdSet> nearMisses)
    {
        _searcher = searcher;
        Top = top;
        Documents = documents;
        _nearMisses = nearMisses;
    }

    /// <summary>The hits, all filters applied.</summary>
    public TopDocs Top { get; }

    /// <summary>All matching documents, all filters applied.</summary>
    public DocIdSet Documents { get; }

    /// <summary>Number of matching documents with every filter but this dimension's own.</summary>
    public long TotalFor(string dimension) =>
        Top.TotalHits + (_nearMisses.TryGetValue(dimension, out var missed) ? missed.Count : 0);

    /// <summary>Matching documents with every filter but this dimension's own.</summary>
    public DocIdSet DocumentsFor(string dimension) => _nearMisses.TryGetValue(dimension, out var missed)
        ? _ignoring.GetOrAdd(dimension, static (_, sets) => Union(sets.Documents, sets.missed), (Documents, missed))
        : Documents;

    /// <summary>
    /// The labels of <c>$facets</c>, those of each dimension counted over <see cref="DocumentsFor"/>; counted together,
    /// in one walk over the matches.
    /// </summary>
    public FacetCounts Counts(CancellationToken cancellation = default) => _counts.GetOrAdd(
        (IndexField.FacetsName, null), key => _searcher.Facets(key.Field).Count(Documents, _nearMisses, cancellation));

    /// <summary>Counts to show for a dimension that is a field of its own.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="field">The sorted-set field that holds it.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public FacetCounts CountsFor(string dimension, string field, CancellationToken cancellation = default) =>
        _counts.GetOrAdd(
            (field, _nearMisses.ContainsKey(dimension) ? dimension : null),
            key => _searcher.Facets(key.Field).Count(DocumentsFor(dimension), cancellation));

    /// <summary>Gives memory back for the next counting; optional. No counts may be asked afterwards.</summary>
    public void Dispose()
    {
        foreach (var counts in _counts.Values) counts.Dispose();
    }

    private static DocIdSet Union(DocIdSet documents, DocIdSet others)
    {
        var union = documents.Clone();
        for (var k = 0; k < union.Segments.Count; k++) union.Segments[k].UnionWith(others.Segments[k]);
        return union;
    }
}
