using System.Text.Json.Serialization;

namespace Dateline.Search.Articles;

/// <summary>A place an article mentions.</summary>
public sealed record ArticlePlace
{
    /// <summary>
    /// Path in the tree, lower-case ASCII slugs from country down: <c>syria/homs/talkalakh</c>. This is the facet
    /// value.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Display names along <see cref="Path"/>, one a segment: <c>["Syria", "Homs", "Talkalakh"]</c>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Level.</summary>
    public required PlaceKind Kind { get; init; }

    /// <summary>GeoNames id; null for unlisted places.</summary>
    public int? GeoNamesId { get; init; }

    /// <summary>Degrees north; null when unknown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null when unknown.</summary>
    public double? Longitude { get; init; }

    /// <summary>True when no gazetteer lists it and only the text situates it.</summary>
    public bool Unlisted { get; init; }

    /// <summary>What the article has to do with it.</summary>
    public PlaceSetting Setting { get; init; }

    /// <summary>
    /// The words that tell <see cref="Setting"/>, from the event or statement to the place; null where it is only
    /// mentioned.
    /// </summary>
    public Evidence? SettingEvidence { get; init; }

    /// <summary>Why the name means this place and no namesake: the best reason among its mentions.</summary>
    public PlaceConfidence Confidence { get; init; }

    /// <summary>Every mention, in text order (title before body).</summary>
    public required IReadOnlyList<Evidence> Mentions { get; init; }

    /// <summary>
    /// Numbers of the curation records that made it what it is here; null when none did. Never stored.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? CuratedBy { get; init; }
}

/// <summary>What an article has to do with a place.</summary>
public enum PlaceSetting
{
    /// <summary>It is named, and no more is told.</summary>
    Mentioned,

    /// <summary>Something was said or written there: datelines, news conferences, "told reporters in …".</summary>
    Reported,

    /// <summary>What the article tells of happened there, or in a place within it.</summary>
    Happened,
}

/// <summary>Why a name was taken for a place and no namesake, surest first.</summary>
public enum PlaceConfidence
{
    /// <summary>No other place known, of a fiftieth of its size or more, goes by this name.</summary>
    Unambiguous,

    /// <summary>The text names what contains it right beside it: "Paris, Texas".</summary>
    Contained,

    /// <summary>A phrase says where it lies: "near Homs", "the Damascus neighbourhood of Tadamon".</summary>
    Situated,

    /// <summary>Namesakes exist; the article's other places lie near this one, or in its region or country.</summary>
    Context,

    /// <summary>Namesakes exist, and nothing but its size speaks for this one.</summary>
    Population,
}
