namespace Dateline.Search.Archive;

/// <summary>
/// Names and forms of the index fields that hold an article. Days are <see cref="DateOnly.DayNumber"/>. Text fields
/// hold title and body in English analysis; everything below is exact.
/// </summary>
internal static class ArticleFields
{
    /// <summary>Version of this mapping; an index with another one must be built anew.</summary>
    public const string MappingVersion = "3";

    /// <summary>
    /// Keyword: article id. Also a number column, the id's 16 hex digits as a big-endian number with the sign bit
    /// flipped.
    /// </summary>
    public const string Id = "id";

    /// <summary>Text: headline.</summary>
    public const string Title = "title";

    /// <summary>Text: body.</summary>
    public const string Body = "body";

    /// <summary>Stored: the whole article as JSON.</summary>
    public const string Json = "json";

    /// <summary>
    /// Keyword: id of the article's story. Also a number column, the id as in <see cref="Id"/>, and stored, the
    /// <see cref="Dateline.Search.Stories.StoryLink"/> as JSON.
    /// </summary>
    public const string Story = "story";

    /// <summary>Keyword: anchors of the body (<see cref="Dateline.Search.Stories.TextShingles.Anchors"/>).</summary>
    public const string Anchor = "anchor";

    /// <summary>Keyword: paths of the article's places and of everything above them.</summary>
    public const string Place = "place";

    /// <summary>Keyword: actor ids.</summary>
    public const string Actor = "actor";

    /// <summary>Keyword: slug of the outlet.</summary>
    public const string Source = "source";

    /// <summary>
    /// Keyword: names of the fields without a value (<c>place</c>, <c>actor</c>, <c>source</c>, <c>published</c>,
    /// <c>event</c>).
    /// </summary>
    public const string Missing = "missing";

    /// <summary>Number column: first day of publication; the histogram counts by it.</summary>
    public const string PublishedFirst = "published_first";

    /// <summary>Number column: last day of publication.</summary>
    public const string PublishedLast = "published_last";

    /// <summary>Keyword: precision of the publication date where it is coarser than a day.</summary>
    public const string PublishedCoarse = "published_coarse";

    /// <summary>Sorted-number column: first days of the event dates.</summary>
    public const string EventFirst = "event_first";

    /// <summary>Sorted-number column: last days of the event dates.</summary>
    public const string EventLast = "event_last";

    /// <summary>Keyword: calendar units of the event dates, see <see cref="CalendarUnits"/>.</summary>
    public const string EventUnits = "event_units";

    /// <summary>Number column: day (UTC) it entered the archive.</summary>
    public const string Added = "added";

    /// <summary>
    /// Keyword: what values are called. <c>value U+001F kind U+001F name</c>; the kind is empty where the article does
    /// not tell.
    /// </summary>
    public const string LabelSuffix = "_label";

    /// <summary>
    /// Keyword: by what words values are found. <c>slug U+001F value</c>, once for the slug of every name; for actors
    /// also for each tail of it that starts at a word, so that a look-up of any word sequence is a prefix walk.
    /// </summary>
    public const string NameSuffix = "_name";

    /// <summary>
    /// Keyword, for places and actors: how values are spelled in the text. <c>value U+001F key</c>, once for each key
    /// that an article's mentions of the value have (see <see cref="Dateline.Search.Curation.Values"/>), at least once;
    /// of a place only for itself, not for what it lies in. What curation that speaks of spellings looks up.
    /// </summary>
    public const string SpellingSuffix = "_spelling";

    /// <summary>Between the parts of a label or name term; sorts before every character of a slug.</summary>
    public const char Separator = '\u001F';

    /// <summary>Facet label of articles without a value; no slug or date has this form.</summary>
    public const string NoValue = "-";

    /// <summary>
    /// Name of a facet dimension in the index; for places, actors and sources also of the keyword field.
    /// </summary>
    public static string Name(FacetDimension dimension) => dimension switch
    {
        FacetDimension.Place => Place,
        FacetDimension.Actor => Actor,
        FacetDimension.Source => Source,
        FacetDimension.Date => "date",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };
}
