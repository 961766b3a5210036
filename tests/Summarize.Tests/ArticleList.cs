using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Summarize.Tests;

/// <summary>
/// A plain list behind the archive interface: finds articles that contain any word of the query, more words first.
/// </summary>
internal sealed class ArticleList(params IReadOnlyList<Article> articles) : IArticleArchive
{
    public ArchiveInfo Info => new(articles.Count, 1);

    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        var words = request.Query.Terms().Select(term => term.ToString().Trim('"')).ToList();
        var hits = articles
            .Select(article => (Article: article, Score: words.Count(word => Contains(article, word))))
            .Where(pair => pair.Score > 0 || words.Count == 0)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Article.Id, StringComparer.Ordinal)
            .ToList();
        return new SearchResponse
        {
            CanonicalQuery = request.Query.Canonical,
            Warnings = [],
            Total = hits.Count,
            Hits = [.. hits.Take(request.Limit).Select(pair => new SearchHit
            {
                Id = pair.Article.Id, Title = pair.Article.Title, Score = pair.Score,
            })],
            Version = 1,
        };
    }

    public Article? Find(string id) => articles.FirstOrDefault(article => article.Id == id);

    public IEnumerable<Article> Export(ArchiveQuery query, CancellationToken cancellationToken = default) => articles;

    public IReadOnlyList<FacetValue> FindFacetValues(
        ArchiveQuery query, FacetDimension dimension, string text, int limit,
        CancellationToken cancellationToken = default) => [];

    public IReadOnlyList<FacetValue> FacetValuesBelow(
        ArchiveQuery query, FacetDimension dimension, string path, int limit,
        CancellationToken cancellationToken = default) => [];

    public IReadOnlyList<Suggestion> Suggest(string text, int limit, CancellationToken cancellationToken = default) =>
        [];

    private static bool Contains(Article article, string word) =>
        article.Body.Contains(word, StringComparison.OrdinalIgnoreCase)
            || article.Title.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Short ways to make articles.</summary>
internal static class Make
{
    public static Article Article(string id, string body, string? outlet = null, string? published = null,
        string title = "A headline")
    {
        DateRange? date = DateRange.TryParse(published, out var range) ? range : null;
        return new Article
        {
            Id = id,
            Origin = id + ".txt",
            Title = title,
            Body = body,
            Outlet = outlet,
            Published = date is { } known ? new PublishedDate(known, null, "test") : null,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n\n" + body))),
        };
    }

    /// <summary>Adds a date mention for every occurrence of the words.</summary>
    public static Article DatedEach(this Article article, string words, string date)
    {
        Assert.True(DateRange.TryParse(date, out var range));
        List<EventDate> dates = [.. article.EventDates];
        for (var at = article.Body.IndexOf(words, StringComparison.Ordinal); at >= 0;
            at = article.Body.IndexOf(words, at + 1, StringComparison.Ordinal))
            dates.Add(
                new EventDate(
                    range, new Search.Articles.Evidence(EvidenceField.Body, at, at + words.Length, words, "test")));
        return article with { EventDates = dates };
    }

    /// <summary>Adds a date mention for the first occurrence of the words.</summary>
    public static Article Dated(this Article article, string words, string date)
    {
        var at = article.Body.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, string.Create(CultureInfo.InvariantCulture, $"\"{words}\" is not in the body"));
        Assert.True(DateRange.TryParse(date, out var range));
        var evidence = new Search.Articles.Evidence(EvidenceField.Body, at, at + words.Length, words, "test");
        return article with { EventDates = [.. article.EventDates, new EventDate(range, evidence)] };
    }

    /// <summary>Adds an actor with a mention for every occurrence of the name and its aliases.</summary>
    public static Article Naming(
        this Article article, string name, ActorKind kind, string? role = null, params IEnumerable<string> aliases)
    {
        List<Search.Articles.Evidence> mentions = [];
        foreach (var words in aliases.Prepend(name))
            for (var at = article.Body.IndexOf(words, StringComparison.Ordinal); at >= 0;
                at = article.Body.IndexOf(words, at + words.Length, StringComparison.Ordinal))
                if (!mentions.Exists(known => known.Start <= at && at < known.End))
                    mentions.Add(
                        new Search.Articles.Evidence(EvidenceField.Body, at, at + words.Length, words, "test"));
        Assert.NotEmpty(mentions);
        var actor = new ArticleActor
        {
            Id = name.ToLowerInvariant().Replace(' ', '-'),
            Name = name,
            Kind = kind,
            Role = role,
            Mentions = [.. mentions.OrderBy(mention => mention.Start)],
        };
        return article with { Actors = [.. article.Actors, actor] };
    }
}
