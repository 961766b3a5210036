using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// An archive of articles that can be searched. Reading is thread-safe and sees the last commit at the time of the
/// call. One engine implements it today (<c>LuceneArchive</c>, over <c>Dateline.Index</c>); callers need no other.
/// </summary>
public interface IArticleArchive
{
    /// <summary>Size and version of what a search sees now.</summary>
    ArchiveInfo Info { get; }

    /// <summary>Where people repair its places and actors; null for an archive that keeps no such log.</summary>
    CurationDesk? Desk => null;

    /// <summary>
    /// Runs a parsed query. Never widens it: what was ignored or expanded is in <see cref="SearchResponse.Warnings"/>.
    /// </summary>
    SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ways to go on with a query that is being typed: actors, places and outlets with a word that begins as the text
    /// ends, those of most articles first, and headlines with all its words.
    /// </summary>
    IReadOnlyList<Suggestion> Suggest(string text, int limit, CancellationToken cancellationToken = default);

    /// <summary>The article of that id, or null.</summary>
    Article? Find(string id);

    /// <summary>
    /// The article of that id as it was when it had that content (see <see cref="Article.ContentHash"/>), if its input
    /// has changed since and the archive keeps the earlier version; else null.
    /// </summary>
    Article? FindEarlier(string id, string contentHash) => null;

    /// <summary>
    /// Every article that matches, in the order of <see cref="Article.Id"/>; streams. Where the query counts stories,
    /// of each the earliest article that matches.
    /// </summary>
    IEnumerable<Article> Export(ArchiveQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Facet values for one dimension whose label or alias starts with or contains <paramref name="text"/>; those with
    /// most articles, of a tree the first level, when it is empty.
    /// </summary>
    IReadOnlyList<FacetValue> FindFacetValues(
        ArchiveQuery query, FacetDimension dimension, string text, int limit,
        CancellationToken cancellationToken = default);

    /// <summary>Who occurs with whom, where and when, in the articles of a query.</summary>
    /// <exception cref="NotSupportedException">This archive cannot tell.</exception>
    TogetherResponse Together(TogetherRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("This archive does not count what occurs together.");

    /// <summary>Facet values directly below one of a place or date tree, most articles first.</summary>
    /// <param name="query">The query.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="path">The value above, as the index has it (<c>syria/homs</c>, <c>2012-07</c>); "" for the first
    /// level.</param>
    /// <param name="limit">Most values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IReadOnlyList<FacetValue> FacetValuesBelow(
        ArchiveQuery query, FacetDimension dimension, string path, int limit,
        CancellationToken cancellationToken = default);
}
