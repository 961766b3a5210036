using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>
/// Search with one filter per dimension where a dimension's own counts leave its filter out, so that its other values
/// can still be chosen. Counts are exact.
/// </summary>
public static class DrillSideways
{
    /// <summary>Runs the query with all filters.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">What to find and how to score.</param>
    /// <param name="filters">The filter of each dimension that has one.</param>
    /// <param name="count">How many documents to return.</param>
    /// <param name="sort">Order, or null for scores.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static DrillSidewaysResult Search(
        IndexSearcher searcher, Query query, IReadOnlyDictionary<string, Query> filters, int count, NumericSort? sort = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(filters);
        var narrowed = filters.Count == 0 ? query : new BooleanQuery(
            filters.Values.Select(filter => new BooleanClause(filter, Occur.Filter)).Prepend(new BooleanClause(query, Occur.Must)));
        var top = sort is null
            ? searcher.Search(narrowed, count, cancellation)
            : searcher.Search(narrowed, count, sort, cancellation);

        var matches = searcher.Collect(query, cancellation);
        var sets = filters.ToDictionary(pair => pair.Key, pair => searcher.Collect(pair.Value, cancellation));
        var ignoring = sets.Keys.ToDictionary(dimension => dimension, dimension => Intersect(
            matches, sets.Where(pair => pair.Key != dimension).Select(pair => pair.Value)));
        return new DrillSidewaysResult(searcher, top, Intersect(matches, sets.Values), ignoring);
    }

    private static DocIdSet Intersect(DocIdSet matches, IEnumerable<DocIdSet> filters)
    {
        var documents = matches.Clone();
        foreach (var filter in filters) documents.IntersectWith(filter);
        return documents;
    }
}
