using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Output;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline facets</c>.</summary>
internal sealed class FacetsCommand
{
    private readonly Argument<string[]> _query = QueryInput.Argument();
    private readonly Option<FacetDimension[]> _dimension =
        Options.Choices<FacetDimension>(
            "--dimension", "One or several; all of them when left out. The query goes before it.");

    private readonly Option<int> _limit = Options.Whole("--limit", "Most values a level.", 20, alias: "-n");

    private readonly Option<string?> _find = new("--find")
    {
        Description = "Only values whose name starts with or contains this.",
        HelpName = "TEXT",
    };

    private readonly Option<string?> _below = new("--below")
    {
        Description = "Only values directly below this one (places, dates).",
        HelpName = "VALUE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object a dimension." };
    private readonly CliIo _io;

    private FacetsCommand(CliIo io) => _io = io;

    public static Command Create(CliIo io)
    {
        var facets = new FacetsCommand(io);
        var command = new Command("facets", "Count articles by place, actor, source and date.")
        {
            facets._query, facets._dimension, facets._limit, facets._find, facets._below, facets._json,
        };
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => facets.Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (QueryInput.Read(parsed, _query, _io, parsed.GetValue(_json)) is not var (text, query))
            return ExitCode.Usage;
        if (parsed.GetValue(_find) is not null && parsed.GetValue(_below) is not null)
            throw new UsageException("Give either --find or --below, not both.");
        using var archive = DataOption.OpenArchive(parsed);
        var chosen = parsed.GetValue(_dimension);
        var request = new SearchRequest
        {
            Query = query.Query!,
            Limit = 0,
            Facets = chosen is { Length: > 0 } ? chosen : Enum.GetValues<FacetDimension>(),
            FacetLimit = parsed.GetValue(_limit),
        };
        var response = archive.Search(request, cancellationToken);
        var warnings = SearchJson.AllWarnings(query, response);
        if (!parsed.GetValue(_json))
            QueryInput.Warn(warnings, _io);
        foreach (var facet in response.Facets)
        {
            var shown = archive.Narrow(
                request, facet, parsed.GetValue(_find), parsed.GetValue(_below), cancellationToken);
            if (parsed.GetValue(_json))
                PrintJson(new QueryJson(text, response.CanonicalQuery), warnings, shown);
            else
                FacetPrinter.Print(_io.Out, shown);
        }

        return response.Total == 0 ? ExitCode.NoMatch : ExitCode.Ok;
    }

    private void PrintJson(QueryJson query, IReadOnlyList<SearchWarning> warnings, FacetResult facet)
    {
        var json = FacetJson.From(query, warnings, facet);
        _io.Out.WriteLine(JsonSerializer.Serialize(json, ArchiveJson.Indented.FacetJson));
    }
}
