using System.Text.Json.Serialization;
using Dateline.Index.Facets;
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

/// <summary>What an archive holds.</summary>
/// <param name="Articles">Number of articles.</param>
/// <param name="Version">Commit generation of the index: grows with every change, so that a result can be
/// dated.</param>
public sealed record ArchiveInfo(int Articles, long Version);

/// <summary>
/// The facet dimensions; the JSON and query names are <c>date</c>, <c>place</c>, <c>actor</c>, <c>source</c>.
/// </summary>
public enum FacetDimension
{
    /// <summary>Place tree, values are paths.</summary>
    Place,

    /// <summary>Actors, values are ids.</summary>
    Actor,

    /// <summary>Outlets, values are names in lower-case slug form.</summary>
    Source,

    /// <summary>
    /// Publication date: year, month and day values (<c>2012</c>, <c>2012-07</c>, <c>2012-07-16</c>).
    /// </summary>
    Date,
}

/// <summary>Order of hits.</summary>
public enum SortOrder
{
    /// <summary>Best first; equal scores by id order in the index.</summary>
    Relevance,

    /// <summary>Newest publication first, undated last.</summary>
    Newest,

    /// <summary>Oldest publication first, undated last.</summary>
    Oldest,
}

/// <summary>One search.</summary>
public sealed record SearchRequest
{
    /// <summary>The query.</summary>
    public required ArchiveQuery Query { get; init; }

    /// <summary>Hits to skip.</summary>
    public int Offset { get; init; }

    /// <summary>Hits to return; 0 for counts only.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Order.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Dimensions to count; empty for none.</summary>
    public IReadOnlyList<FacetDimension> Facets { get; init; } = [];

    /// <summary>Most values a dimension lists (place: at each opened level).</summary>
    public int FacetLimit { get; init; } = 10;

    /// <summary>Whether to count hits by publication day, month or year.</summary>
    public bool Histogram { get; init; }

    /// <summary>By which; null for what gives a readable number of buckets.</summary>
    public DatePeriod? HistogramBy { get; init; }

    /// <summary>Whether to make snippets.</summary>
    public bool Snippets { get; init; } = true;
}

/// <summary>
/// The answer. Counting contract: <see cref="Total"/> = sum of <see cref="HistogramBucket.Count"/> +
/// <see cref="Undated"/> = number of records <see cref="IArticleArchive.Export"/> yields.
/// </summary>
public sealed record SearchResponse
{
    /// <summary>Canonical text of the query as understood.</summary>
    public required string CanonicalQuery { get; init; }

    /// <summary>What a careful user should know: values matched loosely, nothing known of a value …</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>All articles that match.</summary>
    public required int Total { get; init; }

    /// <summary>The page of hits asked for.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts by dimension, in the order asked for.</summary>
    public IReadOnlyList<FacetResult> Facets { get; init; } = [];

    /// <summary>Counts by publication period, ascending, without empty ends; empty unless asked for.</summary>
    public IReadOnlyList<HistogramBucket> Histogram { get; init; } = [];

    /// <summary>The histogram's period.</summary>
    public DatePeriod HistogramBy { get; init; }

    /// <summary>Periods that give a histogram of readable size.</summary>
    public IReadOnlyList<DatePeriod> HistogramChoices { get; init; } = [];

    /// <summary>Matching articles without publication date.</summary>
    public int Undated { get; init; }

    /// <summary>The archive's version that answered.</summary>
    public long Version { get; init; }

    /// <summary>Time spent, in milliseconds.</summary>
    public double ElapsedMs { get; init; }
}

/// <summary>A machine-readable remark.</summary>
/// <param name="Code">Stable kebab-case code, e.g. <c>unknown-value</c>, <c>value-expanded</c>.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Query">Canonical text of the query that was perhaps meant; null when none is proposed.</param>
public sealed record SearchWarning(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Query = null);

/// <summary>One found article.</summary>
public sealed record SearchHit
{
    /// <summary>Article id.</summary>
    public required string Id { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Matched ranges of the headline.</summary>
    public IReadOnlyList<HighlightSpan> TitleMatches { get; init; } = [];

    /// <summary>Publisher.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication date.</summary>
    public DateRange? Published { get; init; }

    /// <summary>Where undated: the days it was probably published on, an estimate; else null.</summary>
    public DateRange? Estimated { get; init; }

    /// <summary>BM25 score.</summary>
    public float Score { get; init; }

    /// <summary>Its story; null when no other article is of it.</summary>
    public StorySummary? Story { get; init; }

    /// <summary>Best passages of the body; the first lines when only the headline or filters matched.</summary>
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];
}

/// <summary>A story of several articles, over the whole archive, whatever was searched for.</summary>
/// <param name="Id">What <c>story:</c> finds it by.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Texts">
/// How many independent texts they hold: copies are left out, and texts of one agency or outlet count once.
/// </param>
/// <param name="First">When the earliest of them was published; null when none is dated.</param>
/// <param name="FirstOutlet">Who published that.</param>
public sealed record StorySummary(string Id, int Articles, int Texts, DateRange? First, string? FirstOutlet);

/// <summary>A passage of the body.</summary>
/// <param name="Start">Its first unit in the body.</param>
/// <param name="Text">Its text, verbatim.</param>
/// <param name="Matches">Matched ranges relative to <paramref name="Text"/>.</param>
public sealed record Snippet(int Start, string Text, IReadOnlyList<HighlightSpan> Matches);

/// <summary>A matched range, UTF-16 units.</summary>
public readonly record struct HighlightSpan(int Start, int End);

/// <summary>Counts of one dimension under the query without its own selection (drill-sideways).</summary>
public sealed record FacetResult
{
    /// <summary>Dimension.</summary>
    public required FacetDimension Dimension { get; init; }

    /// <summary>Values by count descending, then label; selected values are always present, even at zero.</summary>
    public required IReadOnlyList<FacetValue> Values { get; init; }

    /// <summary>Articles that have no value here.</summary>
    public required int Missing { get; init; }

    /// <summary>Articles counted (the total without this dimension's own selection).</summary>
    public required int Total { get; init; }

    /// <summary>Number of distinct values there are, shown or not.</summary>
    public int DistinctValues { get; init; }
}

/// <summary>One value of a dimension.</summary>
public sealed record FacetValue
{
    /// <summary>
    /// The value as the query language writes it: <c>syria/homs</c>, <c>sergey-lavrov</c>, <c>cnn</c>, <c>2012-07</c>.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>For people.</summary>
    public required string Label { get; init; }

    /// <summary>Articles with it.</summary>
    public required int Count { get; init; }

    /// <summary>True when the query selects it.</summary>
    public bool Selected { get; init; }

    /// <summary>True when the query excludes it.</summary>
    public bool Excluded { get; init; }

    /// <summary>
    /// Where the query selects or excludes it: how the query text writes it (<c>homs</c> for <c>syria/homs</c>), which
    /// is what to take out of the query; else null.
    /// </summary>
    public string? WrittenAs { get; init; }

    /// <summary>Actor type in kebab case, place kind, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>How many values with articles there are directly below it (places, dates), listed here or
    /// not.</summary>
    public int ChildCount { get; init; }

    /// <summary>Values below it (places, dates).</summary>
    public IReadOnlyList<FacetValue> Children { get; init; } = [];
}

/// <summary>Articles published in one period.</summary>
/// <param name="Period">The day, month or year. Articles dated less precisely are counted at their first day.</param>
/// <param name="Count">How many.</param>
public sealed record HistogramBucket(DateRange Period, int Count);
