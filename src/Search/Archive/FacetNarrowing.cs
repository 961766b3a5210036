using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Other values of a facet than those of most articles, with the counts of the whole facet beside them.
/// </summary>
public static class FacetNarrowing
{
    /// <summary>
    /// The facet with the values whose name starts with or contains a text, or with those directly below one; as it is
    /// when neither is given.
    /// </summary>
    public static FacetResult Narrow(
        this IArticleArchive archive, SearchRequest request, FacetResult facet, string? find, string? below,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(facet);
        var (query, limit) = (request.Query, request.FacetLimit);
        if (find is not null)
            return facet with
            {
                Values = archive.FindFacetValues(query, facet.Dimension, find, limit, cancellationToken),
            };
        return below is null
            ? facet
            : facet with { Values = archive.FacetValuesBelow(query, facet.Dimension, below, limit, cancellationToken) };
    }
}
