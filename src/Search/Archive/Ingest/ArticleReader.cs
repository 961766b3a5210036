using System.Security.Cryptography;
using System.Text;
using Dateline.Search.Actors;
using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;
using Dateline.Search.Names;
using Dateline.Search.Places;
using Dateline.Search.Text;

namespace Dateline.Search.Archive.Ingest;

/// <summary>What an input holds: an article, or the reason there is none.</summary>
/// <param name="Article">Null when there is none; not yet dated as added.</param>
/// <param name="Reason">Kebab-case reason; null with an article.</param>
/// <param name="Message">The reason for people; null with an article.</param>
public sealed record ReadArticle(Article? Article, string? Reason, string? Message);

/// <summary>
/// From a decoded input to an article with places, actors and event dates. Stateless, thread-safe, deterministic.
/// </summary>
public static class ArticleReader
{
    // Of the article's id; enough that two articles with one surname in an archive practically never share them.
    private const int BoundDigits = 8;

    private const string ListedRule = "list";

    /// <summary>Reads one input.</summary>
    /// <param name="item">The input.</param>
    /// <param name="gazetteer">The places known; null for those that ship.</param>
    public static ReadArticle Read(InputItem item, Gazetteer? gazetteer = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        var result = ArticleExtractor.Extract(item);
        return result.Text is { } text
            ? new ReadArticle(Compose(item, text, gazetteer), null, null)
            : new ReadArticle(null, result.Reason, result.Message);
    }

    /// <summary>The article of a text that is extracted already.</summary>
    internal static Article Compose(InputItem item, ExtractedText text, Gazetteer? gazetteer = null)
    {
        var names = ArticleNames.Of(text);
        var places = new PlaceAnnotator(gazetteer ?? GazetteerFiles.Default).Analyze(text, names);
        return new Article
        {
            Id = item.Id,
            Origin = item.Origin,
            Title = text.Title,
            Body = text.Body,
            Outlet = text.Outlet,
            Byline = text.Byline,
            Url = text.Url,
            Published = text.Published,
            Evidence = text.Evidence,
            EventDates = EventDateFinder.Find(text),
            Places = places.Places,
            Actors =
            [
                .. ActorAnnotator.Annotate(
                    text, names, Toponyms(places, EvidenceField.Title), Toponyms(places, EvidenceField.Body),
                    places.Places).Select(actor => Bound(actor, item.Id)),
            ],
            ContentHash = ContentHash(text.Title, text.Body),
        };
    }

    // One bare name does not make two people of two articles one: such an actor belongs to its article alone.
    private static ArticleActor Bound(ArticleActor actor, string article) =>
        actor.Kind == ActorKind.Person && !actor.Id.Contains('-', StringComparison.Ordinal)
        && actor.Mentions.All(static mention => mention.Rule != ListedRule)
            ? actor with { Id = $"{actor.Id}-{article[..BoundDigits]}" }
            : actor;

    // What is read as a place is not also read as a person.
    private static List<TextSpan> Toponyms(PlaceAnalysis places, EvidenceField field)
    {
        List<TextSpan> spans = [];
        var all = places.Mentions.Select(static mention => mention.Evidence).Concat(places.Unresolved);
        var inField = all.Where(evidence => evidence.Field == field);
        foreach (var evidence in inField.OrderBy(static evidence => evidence.Start))
        {
            if (spans.Count == 0 || evidence.Start >= spans[^1].End)
                spans.Add(new TextSpan(evidence.Start, evidence.End));
        }

        return spans;
    }

    /// <summary>See <see cref="Article.ContentHash"/>.</summary>
    public static string ContentHash(string title, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n\n{body}")));
}
