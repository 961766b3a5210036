using System.ComponentModel;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;
using Dateline.Web.Markup;
using Microsoft.AspNetCore.Http.HttpResults;
using DatePeriod = Dateline.Index.Facets.DatePeriod;

namespace Dateline.Web.Api;

/// <summary>Parameters of a search.</summary>
public sealed record SearchParameters
{
    /// <summary>Most hits in one answer.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The query.</summary>
    [Description("Query, as in the search box; empty for everything")]
    public string? Q { get; init; }

    /// <summary>Hits to skip.</summary>
    [Description("Hits to skip, from 0")]
    public int? Offset { get; init; }

    /// <summary>Hits to return.</summary>
    [Description("Hits to return, 0 to 1000; 10 when left out. For more, use /api/export")]
    public int? Limit { get; init; }

    /// <summary>Order.</summary>
    [Description("relevance, newest or oldest")]
    public string? Sort { get; init; }

    /// <summary>Values a facet lists.</summary>
    [Description("Values listed a facet, 1 to 1000; 10 when left out")]
    public int? FacetLimit { get; init; }

    /// <summary>Period of the histogram.</summary>
    [Description("day, month or year: the histogram's period; what is readable when left out")]
    public string? HistogramBy { get; init; }

    /// <summary>The request, or what is wrong with it.</summary>
    internal (SearchRequest? Request, string? Problem) ToRequest(ArchiveQuery query)
    {
        if (Offset is < 0) return (null, $"offset is {Offset}: give 0 or more.");
        if (Limit is < 0 or > MaxLimit) return (null, $"limit is {Limit}: give 0 to {MaxLimit}.");
        if (FacetLimit is < 1 or > MaxLimit) return (null, $"facetLimit is {FacetLimit}: give 1 to {MaxLimit}.");
        if (Sort is not null && Parameters.Sort(Sort) is null)
            return (null, $"sort is '{Sort}': give one of {Parameters.Choices<SortOrder>()}.");
        if (HistogramBy is not null && Parameters.Period(HistogramBy) is null)
            return (null, $"histogramBy is '{HistogramBy}': give one of {Parameters.Choices<DatePeriod>()}.");
        return (new SearchRequest
        {
            Query = query,
            Offset = Offset ?? 0,
            Limit = Limit ?? 10,
            Sort = Parameters.Sort(Sort) ?? SortOrder.Relevance,
            Facets = Parameters.AllFacets,
            FacetLimit = FacetLimit ?? 10,
            Histogram = true,
            HistogramBy = Parameters.Period(HistogramBy),
        }, null);
    }
}

/// <summary>Search, facets, export.</summary>
internal static class SearchApi
{
    private const int MaxValues = 1000;
    private const int MaxSuggestions = 50;

    /// <summary>What the archive holds.</summary>
    public static Ok<ArchiveInfo> Info(IArticleArchive archive) => TypedResults.Ok(archive.Info);

    /// <summary>Hits, facets and histogram.</summary>
    public static Results<Ok<SearchJson>, ProblemHttpResult> Search(
        [AsParameters] SearchParameters parameters, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var text = parameters.Q ?? "";
        var parsed = ArchiveQuery.Parse(text);
        if (parsed.Query is not { } query) return ApiProblems.Query(text, parsed.Errors);
        var (request, problem) = parameters.ToRequest(query);
        if (request is null) return ApiProblems.Bad(problem!);
        return TypedResults.Ok(SearchJson.From(text, parsed, archive.Search(request, cancellationToken)));
    }

    /// <summary>Suggestions for the end of a query.</summary>
    public static Results<Ok<IReadOnlyList<Suggestion>>, ProblemHttpResult> Suggest(
        string? q, int? limit, IArticleArchive archive, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaxSuggestions) return ApiProblems.Bad($"limit is {limit}: give 1 to {MaxSuggestions}.");
        return TypedResults.Ok(archive.Suggest(q ?? "", limit ?? 10, cancellationToken));
    }

    /// <summary>Values of one dimension: most frequent ones, those with a name, or those directly below one.</summary>
    public static Results<Ok<FacetJson>, ProblemHttpResult> Facets(
        string dimension, string? q, string? find, string? below, int? limit, IArticleArchive archive,
        CancellationToken cancellationToken)
    {
        if (find is not null && below is not null) return ApiProblems.Bad("Give either find or below, not both.");
        if (Parameters.Dimension(dimension) is not { } known)
            return ApiProblems.Bad($"'{dimension}' is no facet: give one of {Parameters.Choices<FacetDimension>()}.");
        if (limit is < 1 or > MaxValues) return ApiProblems.Bad($"limit is {limit}: give 1 to {MaxValues}.");
        var parsed = ArchiveQuery.Parse(q ?? "");
        if (parsed.Query is not { } query) return ApiProblems.Query(q ?? "", parsed.Errors);
        var request = new SearchRequest { Query = query, Limit = 0, Facets = [known], FacetLimit = limit ?? 100 };
        var response = archive.Search(request, cancellationToken);
        var facet = archive.Narrow(request, response.Facets[0], find, below, cancellationToken);
        return TypedResults.Ok(FacetJson.From(
            new QueryJson(q ?? "", response.CanonicalQuery), SearchJson.AllWarnings(parsed, response), facet));
    }

    /// <summary>Every article found, streamed in the order of ids.</summary>
    public static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        string? q, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var parsed = ArchiveQuery.Parse(q ?? "");
        if (parsed.Query is not { } query) return ApiProblems.Query(q ?? "", parsed.Errors);
        return TypedResults.Stream(
            async stream =>
            {
                foreach (var article in archive.Export(query, cancellationToken))
                {
                    await JsonSerializer.SerializeAsync(
                        stream, ArticleJson.From(article), ArchiveJson.Compact.ArticleJson, cancellationToken);
                    await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
                }
            },
            "application/x-ndjson",
            "dateline-export.jsonl");
    }
}
