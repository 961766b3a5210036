using Dateline.Index.Store;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;
using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Archive;

/// <summary>Articles made in code, and archives of them in memory.</summary>
internal static class ArticleSamples
{
    public static readonly DateTimeOffset Added = new(2024, 3, 1, 23, 30, 0, TimeSpan.FromHours(-5));

    public static Article Make(
        string origin,
        string title = "Title",
        string body = "Body.",
        string? outlet = null,
        string? published = null,
        string[]? events = null,
        string[]? places = null,
        string[]? actors = null) => new()
        {
            Id = InputResult.IdOf(origin),
            Origin = origin,
            Title = title,
            Body = body,
            Outlet = outlet,
            Published = published is null ? null : new PublishedDate(Range(published), null, "test"),
            EventDates = [.. (events ?? []).Select(date => new EventDate(Range(date), Mention("date")))],
            Places = [.. (places ?? []).Select(Place)],
            Actors = [.. (actors ?? []).Select(Actor)],
            Evidence = new Dictionary<string, Evidence> { ["title"] = Mention("Title") },
            Added = Added,
            ContentHash = ArticleReader.ContentHash(title, body),
        };

    public static LuceneArchive Archive(params IEnumerable<Article> articles) => Archive(segments: 3, articles);

    public static LuceneArchive Archive(int segments, IEnumerable<Article> articles)
    {
        var directory = new MemoryDirectory();
        var list = articles.ToList();
        using (var writer = ArchiveWriter.Open(directory))
        {
            foreach (var part in list.Chunk(Math.Max(1, (list.Count + segments - 1) / segments)))
            {
                foreach (var article in part)
                    writer.Put(article);
                writer.Commit();
            }

            writer.Commit();
        }

        return LuceneArchive.Open(directory, Known);
    }

    public static ArchiveQuery Query(string text)
    {
        var parsed = ArchiveQuery.Parse(text);
        Assert.True(parsed.Query is not null, $"{text}: {string.Join("; ", parsed.Errors)}");
        return parsed.Query;
    }

    /// <summary>The origins found, in ordinal order.</summary>
    public static string[] Origins(LuceneArchive archive, string query) =>
        [.. archive.Export(Query(query)).Select(article => article.Origin).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Known(string text) => text switch
    {
        "daraya" => ["syria/rif-dimashq/daraya"],
        "deir-ezzor" => ["syria/deir-ez-zor"],
        _ => [],
    };

    private static DateRange Range(string text) =>
        DateRange.TryParse(text, out var range) ? range : throw new ArgumentException(text);

    private static Evidence Mention(string quote) => new(EvidenceField.Body, 0, quote.Length, quote, "test");

    private static ArticlePlace Place(string path) => new()
    {
        Path = path,
        Names = [.. path.Split('/').Select(Name)],
        Kind = path.Split('/').Length switch { 1 => PlaceKind.Country, 2 => PlaceKind.Region, _ => PlaceKind.City },
        Mentions = [Mention(Name(path.Split('/')[^1]))],
    };

    // "Sergey Lavrov|Lavrov": the name, then further aliases.
    private static ArticleActor Actor(string names)
    {
        var aliases = names.Split('|');
        return new ArticleActor
        {
            Id = Slug.Of(aliases[0]),
            Name = aliases[0],
            Kind = ActorKind.Person,
            Aliases = aliases,
            Mentions = [Mention(aliases[0])],
        };
    }

    private static string Name(string slug) =>
        string.Join(' ', slug.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
