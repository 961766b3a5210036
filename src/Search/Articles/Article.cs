using System.Text.Json.Serialization;
using Dateline.Search.Stories;

namespace Dateline.Search.Articles;

/// <summary>
/// One article as it is indexed: what was extracted, what was derived, and the evidence for each derived value.
/// Immutable. Offsets are UTF-16 code units.
/// </summary>
public sealed record Article
{
    /// <summary>
    /// Version of extraction and annotation; part of every citation, so that old ones stay checkable.
    /// </summary>
    public const string CurrentExtractionVersion = "2";

    /// <summary>
    /// Stable id: 16 lower-case hex digits from the input's origin (path relative to the folder given, or record id).
    /// </summary>
    public required string Id { get; init; }

    /// <summary>
    /// Where it came from, as shown to people: path relative to the folder given, with <c>#record</c> inside a
    /// container.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>Headline; empty only when the input has none.</summary>
    public required string Title { get; init; }

    /// <summary>Body: paragraphs separated by one blank line (<c>\n\n</c>), no chrome, never empty.</summary>
    public required string Body { get; init; }

    /// <summary>Publisher, e.g. "CNN"; null when not told.</summary>
    public string? Outlet { get; init; }

    /// <summary>Authors as printed without "By", e.g. "Amir Ahmed and Hamdi Alkhshali"; null when not told.</summary>
    public string? Byline { get; init; }

    /// <summary>Address the input names as its own (canonical link, front matter); never fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Publication date; null means undated.</summary>
    public PublishedDate? Published { get; init; }

    /// <summary>
    /// When an undated article was probably published, as the archive sees it; never stored, null when dated or
    /// unknown.
    /// </summary>
    [JsonIgnore]
    public EstimatedDate? Estimated { get; init; }

    /// <summary>Dates mentioned in the text, resolved, in text order.</summary>
    public IReadOnlyList<EventDate> EventDates { get; init; } = [];

    /// <summary>Places, most mentioned first.</summary>
    public IReadOnlyList<ArticlePlace> Places { get; init; } = [];

    /// <summary>Actors, most mentioned first.</summary>
    public IReadOnlyList<ArticleActor> Actors { get; init; } = [];

    /// <summary>
    /// Evidence of single values by JSON name: <c>title</c>, <c>outlet</c>, <c>byline</c>, <c>url</c>,
    /// <c>published</c>.
    /// </summary>
    public IReadOnlyDictionary<string, Evidence> Evidence { get; init; } = new Dictionary<string, Evidence>();

    /// <summary>Its story; null for an article that is not in an archive.</summary>
    public StoryLink? Story { get; init; }

    /// <summary>When it first entered the archive, UTC.</summary>
    public DateTimeOffset Added { get; init; }

    /// <summary>Lower-case hex SHA-256 of UTF-8 <c>Title + "\n\n" + Body</c>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The version that made this record.</summary>
    public string ExtractionVersion { get; init; } = CurrentExtractionVersion;
}

/// <summary>When an article was published.</summary>
/// <param name="Date">Day (in the outlet's own time zone) or a coarser range.</param>
/// <param name="Instant">The moment, where the input tells time and zone.</param>
/// <param name="Rule">How it is known; the evidence is <c>Article.Evidence["published"]</c>.</param>
public sealed record PublishedDate(DateRange Date, DateTimeOffset? Instant, string Rule);

/// <summary>A date mentioned in the text.</summary>
/// <param name="Date">What it resolves to.</param>
/// <param name="Evidence">The expression and the rule that resolved it (<c>absolute</c>, <c>weekday</c>,
/// <c>relative-day</c> …).</param>
public sealed record EventDate(DateRange Date, Evidence Evidence);

/// <summary>Level of a place in the tree.</summary>
public enum PlaceKind
{
    /// <summary>A group of countries or a sea; top of the tree.</summary>
    Area,

    /// <summary>A country or territory.</summary>
    Country,

    /// <summary>First-order division.</summary>
    Region,

    /// <summary>City, town or village.</summary>
    City,

    /// <summary>Part of a city, camp or site.</summary>
    District,
}

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A government or one of its bodies.</summary>
    Government,

    /// <summary>Armed forces of a state.</summary>
    Military,

    /// <summary>Police and internal security.</summary>
    Police,

    /// <summary>Non-state armed group.</summary>
    ArmedGroup,

    /// <summary>Political party.</summary>
    Party,

    /// <summary>Opposition body.</summary>
    Opposition,

    /// <summary>International organisation.</summary>
    InternationalOrganisation,

    /// <summary>Non-governmental organisation.</summary>
    Ngo,

    /// <summary>Company.</summary>
    Company,

    /// <summary>News outlet, where it acts rather than reports.</summary>
    Media,

    /// <summary>A population group.</summary>
    Population,

    /// <summary>An organisation of unknown type.</summary>
    Organisation,
}

/// <summary>An actor an article mentions, its aliases joined within that article.</summary>
public sealed record ArticleActor
{
    /// <summary>
    /// Slug of the fullest name: <c>sergey-lavrov</c>. This is the facet value. A person of one bare name, whom no list
    /// knows, has digits of the article's id behind it and so is nobody else's.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Type.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Role as the text gives it ("Foreign Minister"), or null.</summary>
    public string? Role { get; init; }

    /// <summary>The body a person belongs to, as the text tells, or null.</summary>
    public ActorAffiliation? Affiliation { get; init; }

    /// <summary>
    /// CAMEO actor code, e.g. <c>RUSGOV</c>: from the lists, else from type and country; null where neither tells.
    /// </summary>
    public string? CameoCode { get; init; }

    /// <summary>The same in PLOVER's codes, e.g. <c>USAJRN</c> for CAMEO's <c>USAMED</c>.</summary>
    public string? PloverCode { get; init; }

    /// <summary>The same in ACLED's eight kinds.</summary>
    public AcledActorType? AcledType { get; init; }

    /// <summary>How well it is founded.</summary>
    public ActorConfidence Confidence { get; init; } = ActorConfidence.Medium;

    /// <summary>What founds it, in a few words: "list", "title, 3 mentions"; empty in articles read long ago.</summary>
    public string ConfidenceReason { get; init; } = "";

    /// <summary>Every spelling met in the article, the display name first.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Every mention, in text order (title before body).</summary>
    public required IReadOnlyList<Evidence> Mentions { get; init; }

    /// <summary>
    /// Numbers of the curation records that made it what it is here; null when none did. Never stored.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? CuratedBy { get; init; }
}
