using Dateline.Index.Facets;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive.Json;

/// <summary>The answer to a search as the command line and the API write it.</summary>
public sealed record SearchJson
{
    /// <summary>The query as given and as understood.</summary>
    public required QueryJson Query { get; init; }

    /// <summary>Remarks on how it was read.</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>Articles found, or stories where the query counts those.</summary>
    public required int Total { get; init; }

    /// <summary>The hits asked for.</summary>
    public required IReadOnlyList<HitJson> Hits { get; init; }

    /// <summary>Values by dimension: <c>place</c>, <c>actor</c>, <c>source</c>, <c>date</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; }

    /// <summary>Articles without a value, by dimension.</summary>
    public required IReadOnlyDictionary<string, int> Missing { get; init; }

    /// <summary>Counts by publication period.</summary>
    public required IReadOnlyList<HistogramJson> Histogram { get; init; }

    /// <summary>The period: <c>day</c>, <c>month</c> or <c>year</c>.</summary>
    public required DatePeriod HistogramBy { get; init; }

    /// <summary>Found articles without publication date.</summary>
    public required int Undated { get; init; }

    /// <summary>Version of the archive that answered.</summary>
    public required long Version { get; init; }

    /// <summary>Number of the last curation record heeded; 0 for none.</summary>
    public required long CurationVersion { get; init; }

    /// <summary>The response as JSON names it.</summary>
    /// <param name="text">The query text as given.</param>
    /// <param name="parsed">What came of parsing it; its warnings go before those of the search.</param>
    /// <param name="response">The answer.</param>
    public static SearchJson From(string text, QueryParseResult parsed, SearchResponse response)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(response);
        return new SearchJson
        {
            Query = new QueryJson(text, response.CanonicalQuery),
            Warnings = AllWarnings(parsed, response),
            Total = response.Total,
            Hits = [.. response.Hits.Select(HitJson.From)],
            Facets = response.Facets.ToDictionary(Name, static facet => facet.Values),
            Missing = response.Facets.ToDictionary(Name, static facet => facet.Missing),
            Histogram = [.. response.Histogram.Select(static bucket => new HistogramJson(bucket.Period, bucket.Count))],
            HistogramBy = response.HistogramBy,
            Undated = response.Undated,
            Version = response.Version,
            CurationVersion = response.CurationVersion,
        };
    }

    private static string Name(FacetResult facet) => EnumNames.Kebab(facet.Dimension);

    /// <summary>The warnings of parser and search together.</summary>
    public static IReadOnlyList<SearchWarning> AllWarnings(QueryParseResult parsed, SearchResponse response)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(response);
        return
        [
            .. parsed.Warnings.Select(static warning => new SearchWarning(warning.Code, warning.Message)),
            .. response.Warnings,
        ];
    }
}

/// <summary>A query as given and as understood.</summary>
/// <param name="Text">As given.</param>
/// <param name="Canonical">Canonical text.</param>
public sealed record QueryJson(string Text, string Canonical);

/// <summary>Articles published in one period.</summary>
/// <param name="Period">ISO text at the histogram's granularity.</param>
/// <param name="Count">How many.</param>
public sealed record HistogramJson(DateRange Period, int Count);

/// <summary>One found article.</summary>
/// <param name="Id">Article id.</param>
/// <param name="Title">Headline.</param>
/// <param name="TitleMatches">Matched ranges of the headline.</param>
/// <param name="Outlet">Publisher.</param>
/// <param name="Published">Publication date at its precision; null when undated.</param>
/// <param name="Score">BM25 score.</param>
/// <param name="Snippet">Passages of the body, joined by " … ".</param>
/// <param name="Snippets">The passages with their places in the body and matched ranges.</param>
/// <param name="Story">Its story; null when no other article is of it.</param>
/// <param name="EstimatedPublished">Where undated: the days it was probably published on, an estimate; else
/// null.</param>
public sealed record HitJson(
    string Id,
    string Title,
    IReadOnlyList<HighlightSpan> TitleMatches,
    string? Outlet,
    DateRange? Published,
    float Score,
    string Snippet,
    IReadOnlyList<Snippet> Snippets,
    StorySummary? Story,
    DateRange? EstimatedPublished = null)
{
    /// <summary>The hit as JSON names it.</summary>
    public static HitJson From(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return new(
            hit.Id,
            hit.Title,
            hit.TitleMatches,
            hit.Outlet,
            hit.Published,
            hit.Score,
            string.Join(" … ", hit.Snippets.Select(static snippet => snippet.Text)),
            hit.Snippets,
            hit.Story,
            hit.Estimated);
    }
}

/// <summary>One dimension's counts.</summary>
public sealed record FacetJson
{
    /// <summary>The query as given and as understood.</summary>
    public required QueryJson Query { get; init; }

    /// <summary>Remarks on how it was read.</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>The dimension.</summary>
    public required FacetDimension Dimension { get; init; }

    /// <summary>Articles counted: those the query finds without its own selection in this dimension.</summary>
    public required int Total { get; init; }

    /// <summary>Those without a value.</summary>
    public required int Missing { get; init; }

    /// <summary>Distinct values, listed or not.</summary>
    public required int DistinctValues { get; init; }

    /// <summary>The values.</summary>
    public required IReadOnlyList<FacetValue> Values { get; init; }

    /// <summary>The counts as JSON names them.</summary>
    public static FacetJson From(QueryJson query, IReadOnlyList<SearchWarning> warnings, FacetResult facet)
    {
        ArgumentNullException.ThrowIfNull(facet);
        return new FacetJson
        {
            Query = query,
            Warnings = warnings,
            Dimension = facet.Dimension,
            Total = facet.Total,
            Missing = facet.Missing,
            DistinctValues = facet.DistinctValues,
            Values = facet.Values,
        };
    }
}

/// <summary>Why a text is no query.</summary>
/// <param name="Query">The text.</param>
/// <param name="Errors">What is wrong.</param>
public sealed record QueryErrorsJson(string Query, IReadOnlyList<QueryError> Errors);
