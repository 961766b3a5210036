using System.Text.Json.Serialization;
using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive.Json;

/// <summary>
/// An article as the command line and the API write it: the values of <see cref="Article"/> laid flat.
/// </summary>
public sealed record ArticleJson
{
    /// <summary>Article id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Origin { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Body.</summary>
    public required string Body { get; init; }

    /// <summary>Publisher.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Authors.</summary>
    public required string? Byline { get; init; }

    /// <summary>Own address.</summary>
    public required string? Url { get; init; }

    /// <summary>Publication date at its precision; null when undated.</summary>
    public required DateRange? Published { get; init; }

    /// <summary>The moment, where known.</summary>
    public required DateTimeOffset? PublishedInstant { get; init; }

    /// <summary>How the date is known.</summary>
    public required string? PublishedRule { get; init; }

    /// <summary>Its story; null for articles that were only extracted.</summary>
    public required StoryLink? Story { get; init; }

    /// <summary>Where undated: an estimate with its reasons, never a publication date; else null.</summary>
    public EstimatedDate? EstimatedPublished { get; init; }

    /// <summary>When it entered the archive; null for articles that were only extracted.</summary>
    public required DateTimeOffset? Added { get; init; }

    /// <summary>SHA-256 of title and body.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Version of extraction.</summary>
    public required string ExtractionVersion { get; init; }

    /// <summary>Evidence of single values by their names here.</summary>
    public required IReadOnlyDictionary<string, Evidence> Evidence { get; init; }

    /// <summary>Dates in the text.</summary>
    public required IReadOnlyList<EventDateJson> EventDates { get; init; }

    /// <summary>Places.</summary>
    public required IReadOnlyList<PlaceJson> Places { get; init; }

    /// <summary>Actors.</summary>
    public required IReadOnlyList<ArticleActor> Actors { get; init; }

    /// <summary>The article laid flat.</summary>
    public static ArticleJson From(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleJson
        {
            Id = article.Id,
            Origin = article.Origin,
            Title = article.Title,
            Body = article.Body,
            Outlet = article.Outlet,
            Byline = article.Byline,
            Url = article.Url,
            Published = article.Published?.Date,
            PublishedInstant = article.Published?.Instant,
            PublishedRule = article.Published?.Rule,
            Story = article.Story,
            EstimatedPublished = article.Estimated,
            Added = article.Added == default ? null : article.Added,
            ContentHash = article.ContentHash,
            ExtractionVersion = article.ExtractionVersion,
            Evidence = article.Evidence,
            EventDates = [.. article.EventDates.Select(EventDateJson.From)],
            Places = [.. article.Places.Select(PlaceJson.From)],
            Actors = article.Actors,
        };
    }
}

/// <summary>A date in the text with its evidence in line.</summary>
/// <param name="Date">ISO text at its precision.</param>
/// <param name="Precision">day, days, month or year.</param>
/// <param name="Field">title or body.</param>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Quote">The expression.</param>
/// <param name="Rule">The rule that resolved it.</param>
public sealed record EventDateJson(
    DateRange Date, DatePrecision Precision, EvidenceField Field, int Start, int End, string Quote, string Rule)
{
    /// <summary>The date laid flat.</summary>
    public static EventDateJson From(EventDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var evidence = date.Evidence;
        return new(
            date.Date, date.Date.Precision, evidence.Field, evidence.Start, evidence.End, evidence.Quote,
            evidence.Rule);
    }
}

/// <summary>A place and its mentions.</summary>
/// <param name="Path">Path in the tree.</param>
/// <param name="Names">Display names along the path.</param>
/// <param name="Kind">Level.</param>
/// <param name="GeonamesId">GeoNames id.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Unlisted">True when only the text situates it.</param>
/// <param name="Setting">Whether it happened there, was reported there, or neither.</param>
/// <param name="SettingEvidence">The words that tell so, or null.</param>
/// <param name="Confidence">Why the name means this place and no namesake.</param>
/// <param name="Mentions">Where it is mentioned.</param>
public sealed record PlaceJson(
    string Path,
    IReadOnlyList<string> Names,
    PlaceKind Kind,
    int? GeonamesId,
    double? Latitude,
    double? Longitude,
    bool Unlisted,
    PlaceSetting Setting,
    Evidence? SettingEvidence,
    PlaceConfidence Confidence,
    IReadOnlyList<Evidence> Mentions)
{
    /// <summary>Numbers of the curation records that made it what it is here; null when none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? CuratedBy { get; init; }

    /// <summary>The place as JSON names it.</summary>
    public static PlaceJson From(ArticlePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new(
            place.Path,
            place.Names,
            place.Kind,
            place.GeoNamesId,
            place.Latitude,
            place.Longitude,
            place.Unlisted,
            place.Setting,
            place.SettingEvidence,
            place.Confidence,
            place.Mentions)
        {
            CuratedBy = place.CuratedBy,
        };
    }
}
