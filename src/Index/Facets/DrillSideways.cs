using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>
/// Search with one filter per dimension where a dimension's own counts leave its filter out, so that its other values
/// can still be chosen. The matches of the query are walked once, whatever the number of filters. Counts are exact.
/// </summary>
public static class DrillSideways
{
    /// <summary>Runs the query with all filters.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">What to find and how to score.</param>
    /// <param name="filters">The filter of each dimension that has one.</param>
    /// <param name="count">How many documents to return; 0 for counts alone.</param>
    /// <param name="sort">Order, or null for scores.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static DrillSidewaysResult Search(
        IndexSearcher searcher, Query query, IReadOnlyDictionary<string, Query> filters, int count,
        NumericSort? sort = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(filters);
        string[] dimensions = [.. filters.Keys];
        var sets = Array.ConvertAll(dimensions, dimension => searcher.Collect(filters[dimension], cancellation));
        var accepted = sets.Length == 0 ? null : sets[0].Clone();
        foreach (var set in sets.Skip(1)) accepted!.IntersectWith(set);
        var hits = searcher.SearchAmong(query, accepted, count, sort, out var matches, cancellation);
        var nearMisses = NearMisses(matches, sets);
        if (accepted is not null) matches.IntersectWith(accepted);
        return new DrillSidewaysResult(
            searcher, new TopDocs(matches.Count, true, hits), matches,
            dimensions.Zip(nearMisses).ToDictionary(static pair => pair.First, static pair => pair.Second));
    }

    // For each filter the matches that it alone leaves out.
    private static DocIdSet[] NearMisses(DocIdSet matches, DocIdSet[] filters)
    {
        var missed = Array.ConvertAll(filters, _ => new DocBits[matches.Segments.Count]);
        var words = new ulong[filters.Length][];
        var target = new ulong[filters.Length][];
        for (var segment = 0; segment < matches.Segments.Count; segment++)
        {
            for (var k = 0; k < filters.Length; k++)
            {
                missed[k][segment] = new DocBits(matches.Segments[segment].MaxDoc);
                words[k] = filters[k].Segments[segment].WordArray;
                target[k] = missed[k][segment].WordArray;
            }

            MissExactlyOne(matches.Segments[segment].WordArray, words, target);
        }

        return Array.ConvertAll(missed, static segments => new DocIdSet(segments));
    }

    private static void MissExactlyOne(ulong[] matches, ulong[][] filters, ulong[][] missed)
    {
        for (var word = 0; word < matches.Length; word++)
        {
            if (matches[word] == 0) continue;
            var (once, twice) = (0UL, 0UL); // documents that at least one, at least two filters leave out
            foreach (var filter in filters)
            {
                twice |= once & ~filter[word];
                once |= ~filter[word];
            }

            var single = matches[word] & once & ~twice;
            for (var k = 0; k < filters.Length; k++) missed[k][word] = single & ~filters[k][word];
        }
    }
}
