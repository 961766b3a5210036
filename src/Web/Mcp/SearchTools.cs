using System.Text.Json.Nodes;
using Dateline.Index.Facets;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;
using Dateline.Web.Api;
using Dateline.Web.Markup;

namespace Dateline.Web.Mcp;

/// <summary>Searching, counting, completing.</summary>
internal static class SearchTools
{
    private const int MostHits = 100;
    private const int MostValues = 100;

    /// <summary>The tools.</summary>
    public static IEnumerable<ArchiveTool> Of(ArchiveSources sources) =>
    [
        new ArchiveTool(
            "search", "Search articles",
            "Finds articles: id, headline, outlet, publication date, matching passages. Gives the query as "
            + "understood, warnings "
            + "(values not known, words read loosely, what was perhaps meant), the total, and how many of the found "
            + "are undated.",
            [
                CommonParameters.Query(),
                new(ParameterKind.Choice, "sort", "Order; undated articles come last by date.")
                {
                    Names = Names<SortOrder>(), Default = "relevance",
                },
                CommonParameters.Limit("articles", 0, MostHits, 10),
                CommonParameters.Offset("articles"),
                CommonParameters.Flag(
                    "counts", "Whether to add counts by place, actor, source and date, and a histogram over time."),
                new(ParameterKind.Choice, "histogramBy", "Period of the histogram; what is readable when left out.")
                {
                    Names = Names<DatePeriod>(),
                },
            ],
            (given, stop) => Task.FromResult(Search(given, sources, stop))),
        new ArchiveTool(
            "facets", "Count by facet",
            "Counts the articles of a query by the values of one facet. Each value can be put into the query: "
            + "place:VALUE, actor:VALUE, "
            + "source:VALUE, published:VALUE. The counts disregard what the query itself selects in this facet and "
            + "respect all else.",
            [
                new(ParameterKind.Choice, "dimension", "The facet.")
                {
                    Names = Names<FacetDimension>(), Required = true,
                },
                CommonParameters.Query("Which articles to count"),
                new(ParameterKind.Text, "find",
                    "Only values whose name starts with or contains this; not together with below."),
                new(ParameterKind.Text, "below",
                    "Only values directly below this one, such as syria or 2012-07; places and dates alone."),
                CommonParameters.Limit("values of a level", 1, MostValues, 10),
            ],
            (given, stop) => Task.FromResult(Facets(given, sources.Archive, stop))),
        new ArchiveTool(
            "suggest", "Complete a query",
            "Ways to go on with the end of a query: actors, places, outlets and headlines that the archive has. "
            + "Finds how a name is "
            + "written here.",
            [
                CommonParameters.Query("The beginning of a query, such as lavr or place:ho") with { Required = true },
                CommonParameters.Limit("suggestions", 1, 50, 10),
            ],
            (given, stop) => Task.FromResult(Suggest(given, sources.Archive, stop))),
    ];

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(EnumNames.Kebab)];

    private static ToolAnswer Search(ToolArguments given, ArchiveSources sources, CancellationToken cancellationToken)
    {
        var parameters = new SearchParameters
        {
            Q = given.Text("query"),
            Offset = given.Whole("offset"),
            Limit = given.Whole("limit"),
            Sort = given.Text("sort"),
            HistogramBy = given.Text("histogramBy"),
        };
        var answer = SearchApi.Search(parameters, sources.Archive, cancellationToken);
        if (ToolAnswer.DataOf(answer, out var error) is not { } data) return error;
        if (!given.Flag("counts"))
        {
            foreach (var name in (string[])["facets", "missing", "histogram", "histogramBy"])
                data.Remove(name);
        }

        return ToolAnswer.Page(data, "hits", parameters.Offset ?? 0, (int)data["total"]!);
    }

    private static ToolAnswer Facets(ToolArguments given, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var limit = given.Whole("limit")!.Value;
        if (Facets(given, limit, archive, out var error, cancellationToken) is not { } data)
            return error;
        // One more than shown tells whether there are more, without counting them all.
        var more = Facets(given, limit + 1, archive, out _, cancellationToken);
        data["more"] = more?["values"]!.AsArray().Count > limit;
        return ToolAnswer.Of(data);
    }

    private static JsonObject? Facets(
        ToolArguments given, int limit, IArticleArchive archive, out ToolAnswer error,
        CancellationToken cancellationToken) =>
        ToolAnswer.DataOf(
            SearchApi.Facets(
                given.Text("dimension")!, given.Text("query"), given.Text("find"), given.Text("below"), limit, archive,
                cancellationToken),
            out error);

    private static ToolAnswer Suggest(ToolArguments given, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var suggestions = archive.Suggest(given.Text("query")!, given.Whole("limit")!.Value, cancellationToken);
        return ToolAnswer.Of(new JsonObject { ["suggestions"] = ToolAnswer.NodeOf(suggestions) });
    }
}
