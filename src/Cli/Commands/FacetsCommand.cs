using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Output;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline facets</c>.</summary>
internal static class FacetsCommand
{
    public static Command Create(CliIo io)
    {
        var query = QueryInput.Argument();
        var dimension = new Option<FacetDimension[]>("--dimension")
        {
            Description = "place, actor, source or date; all of them when left out.",
            AllowMultipleArgumentsPerToken = true,
        };
        var limit = new Option<int>("--limit", "-n") { Description = "Most values a level.", DefaultValueFactory = _ => 20 };
        var find = new Option<string?>("--find") { Description = "Only values whose name starts with or contains this.", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a dimension." };
        limit.Validators.Add(result => Options.RequireNotNegative(result, limit));
        var command = new Command("facets", "Count articles by place, actor, source and date.") { query, dimension, limit, find, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                if (QueryInput.Read(parsed, query, io, parsed.GetValue(json)) is not var (text, result))
                    return ExitCode.Usage;
                using var archive = DataOption.OpenArchive(parsed);
                var request = new SearchRequest
                {
                    Query = result.Query!,
                    Limit = 0,
                    Facets = parsed.GetValue(dimension) is { Length: > 0 } chosen ? chosen : Enum.GetValues<FacetDimension>(),
                    FacetLimit = parsed.GetValue(limit),
                };
                var response = archive.Search(request, cancellationToken);
                var warnings = SearchJson.AllWarnings(result, response);
                if (!parsed.GetValue(json))
                    QueryInput.Warn(warnings, io);
                foreach (var facet in response.Facets)
                {
                    var shown = parsed.GetValue(find) is { } wanted
                        ? facet with { Values = archive.FindFacetValues(result.Query!, facet.Dimension, wanted, request.FacetLimit, cancellationToken) }
                        : facet;
                    if (parsed.GetValue(json))
                        io.Out.WriteLine(JsonSerializer.Serialize(
                            Json(new QueryJson(text, response.CanonicalQuery), warnings, shown), ArchiveJson.Indented.FacetJson));
                    else
                        FacetPrinter.Print(io.Out, shown);
                }

                return response.Facets.All(static facet => facet.Total == 0) ? ExitCode.NoMatch : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static FacetJson Json(QueryJson query, IReadOnlyList<SearchWarning> warnings, FacetResult facet) => new()
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
