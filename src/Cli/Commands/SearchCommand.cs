using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Output;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline search</c>.</summary>
internal static class SearchCommand
{
    private const int PageSize = 1000;

    public static Command Create(CliIo io)
    {
        var query = QueryInput.Argument();
        var json = new Option<bool>("--json") { Description = "Print one JSON object: query, warnings, total, hits, facets, histogram." };
        var lines = new Option<bool>("--jsonl") { Description = "Print one JSON object a hit, as they come." };
        var limit = new Option<int>("--limit", "-n") { Description = "Hits to print; 0 means all.", DefaultValueFactory = _ => 10 };
        var offset = new Option<int>("--offset") { Description = "Hits to skip." };
        var sort = new Option<SortOrder>("--sort") { Description = "relevance, newest or oldest (undated last)." };
        limit.Validators.Add(result => Options.RequireNotNegative(result, limit));
        offset.Validators.Add(result => Options.RequireNotNegative(result, offset));
        var command = new Command("search", "Find articles.") { query, json, lines, limit, offset, sort };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                if (QueryInput.Read(parsed, query, io, parsed.GetValue(json)) is not var (text, result))
                    return ExitCode.Usage;
                using var archive = DataOption.OpenArchive(parsed);
                var request = new SearchRequest
                {
                    Query = result.Query!,
                    Limit = parsed.GetValue(limit),
                    Offset = parsed.GetValue(offset),
                    Sort = parsed.GetValue(sort),
                };
                if (parsed.GetValue(lines))
                    return PrintLines(archive, request, io, cancellationToken);
                if (request.Limit == 0)
                    request = request with { Limit = int.MaxValue };
                var asJson = parsed.GetValue(json);
                if (asJson)
                    request = request with { Facets = Enum.GetValues<FacetDimension>(), Histogram = true };
                var response = archive.Search(request, cancellationToken);
                var warnings = SearchJson.AllWarnings(result, response);
                if (asJson)
                    io.Out.WriteLine(JsonSerializer.Serialize(SearchJson.From(text, result, response), ArchiveJson.Indented.SearchJson));
                else
                    new HitPrinter(io).Print(response, request.Offset);
                if (!asJson)
                    QueryInput.Warn(warnings, io);
                return response.Total == 0 ? ExitCode.NoMatch : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    // Page by page, so that the first lines come at once and memory stays bounded.
    private static int PrintLines(LuceneArchive archive, SearchRequest request, CliIo io, CancellationToken cancellationToken)
    {
        var left = request.Limit == 0 ? int.MaxValue : request.Limit;
        long? version = null;
        while (true)
        {
            var page = archive.Search(request with { Limit = Math.Min(left, PageSize) }, cancellationToken);
            if (version is null)
                QueryInput.Warn(page.Warnings, io);
            if (version is { } first && first != page.Version)
                throw new IOException("The archive changed while it was being printed; run the search again.");
            version = page.Version;
            foreach (var hit in page.Hits)
                io.Out.WriteLine(JsonSerializer.Serialize(HitJson.From(hit), ArchiveJson.Compact.HitJson));
            left -= page.Hits.Count;
            request = request with { Offset = request.Offset + page.Hits.Count };
            if (page.Hits.Count == 0 || left == 0 || request.Offset >= page.Total)
                return page.Total == 0 ? ExitCode.NoMatch : ExitCode.Ok;
        }
    }
}
