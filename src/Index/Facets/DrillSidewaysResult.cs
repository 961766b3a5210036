using System.Collections.Concurrent;
using Dateline.Index.Collecting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>Hits of a search with filters and the documents to count each dimension over.</summary>
public sealed class DrillSidewaysResult
{
    private readonly IndexSearcher _searcher;
    private readonly IReadOnlyDictionary<string, DocIdSet> _ignoring;
    private readonly ConcurrentDictionary<(string Field, DocIdSet Documents), FacetCounts> _counts = new();

    internal DrillSidewaysResult(
        IndexSearcher searcher, TopDocs top, DocIdSet documents, IReadOnlyDictionary<string, DocIdSet> ignoring)
    {
        _searcher = searcher;
        Top = top;
        Documents = documents;
        _ignoring = ignoring;
    }

    /// <summary>The hits, all filters applied.</summary>
    public TopDocs Top { get; }

    /// <summary>All matching documents, all filters applied.</summary>
    public DocIdSet Documents { get; }

    /// <summary>Matching documents with every filter but this dimension's own.</summary>
    public DocIdSet DocumentsFor(string dimension) => _ignoring.GetValueOrDefault(dimension, Documents);

    /// <summary>Counts to show for a dimension; ask the result for that dimension's labels only.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="field">The sorted-set field that holds it.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public FacetCounts CountsFor(
        string dimension, string field = IndexField.FacetsName, CancellationToken cancellation = default)
    {
        var documents = DocumentsFor(dimension);
        return _counts.GetOrAdd((field, documents), key => _searcher.Facets(key.Field).Count(key.Documents, cancellation));
    }
}
