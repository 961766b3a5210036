using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Eval.Background;

/// <summary>
/// An event's updates behind the archive interface: every query finds all, so that only the briefing's own rules
/// choose.
/// </summary>
internal sealed class UpdateList(IReadOnlyList<Article> articles) : IArticleArchive
{
    private readonly Dictionary<string, Article> _byId =
        articles.ToDictionary(static article => article.Id, StringComparer.Ordinal);

    public ArchiveInfo Info => new(articles.Count, 1);

    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default) => new()
    {
        CanonicalQuery = request.Query.Canonical,
        Warnings = [],
        Total = articles.Count,
        Hits =
        [
            .. articles.Take(request.Limit).Select(static article =>
                new SearchHit { Id = article.Id, Title = "", Score = 1 }),
        ],
        Version = 1,
    };

    public Article? Find(string id) => _byId.GetValueOrDefault(id);

    public IEnumerable<Article> Export(ArchiveQuery query, CancellationToken cancellationToken = default) => articles;

    public IReadOnlyList<FacetValue> FindFacetValues(
        ArchiveQuery query, FacetDimension dimension, string text, int limit,
        CancellationToken cancellationToken = default) => [];

    public IReadOnlyList<FacetValue> FacetValuesBelow(
        ArchiveQuery query, FacetDimension dimension, string path, int limit,
        CancellationToken cancellationToken = default) => [];

    public IReadOnlyList<Suggestion> Suggest(string text, int limit, CancellationToken cancellationToken = default) =>
        [];
}
