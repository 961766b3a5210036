using Dateline.Index.Querying;
using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive.Stories;

/// <summary>Sums stories up for the hits of one search; every story is read once.</summary>
internal sealed class StorySummaries(ArchiveSnapshot snapshot)
{
    // Beyond so many articles only their number is exact.
    private const int MostRead = 200;

    private readonly Dictionary<string, StorySummary?> _known = new(StringComparer.Ordinal);

    /// <summary>The story's summary; null when the article is its only one.</summary>
    public StorySummary? Of(string storyId)
    {
        if (!_known.TryGetValue(storyId, out var summary))
            _known[storyId] = summary = Read(storyId);
        return summary;
    }

    private StorySummary? Read(string storyId)
    {
        var found = snapshot.Searcher.Search(new TermQuery(ArticleFields.Story, storyId), MostRead);
        if (found.TotalHits < 2)
            return null;
        Article[] articles = [.. found.Hits.Select(hit => snapshot.Article(hit.DocId))];
        var first = articles.Where(static article => article.Published is not null)
            .MinBy(static article => (article.Published!.Date.First, article.Published.Instant, article.Id));
        return new StorySummary(
            storyId, checked((int)found.TotalHits), Texts(articles), first?.Published?.Date, first?.Outlet);
    }

    private static int Texts(IEnumerable<Article> articles) => Math.Max(1, articles
        .Where(static article => article.Story?.CopyOf is null)
        .Select(static article => TextOrigin.Of(article) ?? article.Id)
        .Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
