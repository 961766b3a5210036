using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Output;
using Dateline.Index.Facets;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline search</c>.</summary>
internal sealed class SearchCommand
{
    private const int PageSize = 1000;

    private readonly Argument<string[]> _query = QueryInput.Argument();
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one JSON object: query, warnings, total, hits, facets, histogram.",
    };

    private readonly Option<bool> _lines =
        new("--jsonl") { Description = "Print one JSON object a hit, as they come." };
    private readonly Option<int> _limit = Options.Whole("--limit", "Hits to print; 0 means all.", 10, alias: "-n");
    private readonly Option<int> _offset = Options.Whole("--offset", "Hits to skip.", 0);
    private readonly Option<SortOrder> _sort =
        Options.Choice<SortOrder>("--sort", "Order; undated articles come last by date.");
    private readonly Option<DatePeriod?> _by =
        Options.ChoiceOrNone<DatePeriod>("--by", "Period of the histogram in --json; what is readable when left out.");
    private readonly CliIo _io;

    private SearchCommand(CliIo io) => _io = io;

    public static Command Create(CliIo io)
    {
        var search = new SearchCommand(io);
        var command = new Command("search", "Find articles.")
        {
            search._query, search._json, search._lines, search._limit, search._offset, search._sort, search._by,
        };
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => search.Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (QueryInput.Read(parsed, _query, _io, parsed.GetValue(_json)) is not var (text, query))
            return ExitCode.Usage;
        using var archive = DataOption.OpenArchive(parsed);
        var request = new SearchRequest
        {
            Query = query.Query!,
            Limit = parsed.GetValue(_limit),
            Offset = parsed.GetValue(_offset),
            Sort = parsed.GetValue(_sort),
            HistogramBy = parsed.GetValue(_by),
        };
        if (parsed.GetValue(_lines))
            return PrintLines(archive, request, query, cancellationToken);
        if (request.Limit == 0)
            request = request with { Limit = int.MaxValue };
        return parsed.GetValue(_json)
            ? PrintJson(archive, request, text, query, cancellationToken)
            : PrintList(archive, request, query, cancellationToken);
    }

    private int PrintJson(
        LuceneArchive archive, SearchRequest request, string text, QueryParseResult query,
        CancellationToken cancellationToken)
    {
        var all = request with { Facets = Enum.GetValues<FacetDimension>(), Histogram = true };
        var response = archive.Search(all, cancellationToken);
        var json = SearchJson.From(text, query, response);
        _io.Out.WriteLine(JsonSerializer.Serialize(json, ArchiveJson.Indented.SearchJson));
        return Code(response);
    }

    private int PrintList(
        LuceneArchive archive, SearchRequest request, QueryParseResult query, CancellationToken cancellationToken)
    {
        var response = archive.Search(request, cancellationToken);
        new HitPrinter(_io).Print(response, request.Offset, request.Query.Unit);
        QueryInput.Warn(SearchJson.AllWarnings(query, response), _io);
        return Code(response);
    }

    // Page by page, so that the first lines come at once and memory stays bounded.
    private int PrintLines(
        LuceneArchive archive, SearchRequest request, QueryParseResult query, CancellationToken cancellationToken)
    {
        var left = request.Limit == 0 ? int.MaxValue : request.Limit;
        var page = archive.Search(request with { Limit = Math.Min(left, PageSize) }, cancellationToken);
        var version = page.Version;
        QueryInput.Warn(SearchJson.AllWarnings(query, page), _io);
        while (true)
        {
            foreach (var hit in page.Hits)
                _io.Out.WriteLine(JsonSerializer.Serialize(HitJson.From(hit), ArchiveJson.Compact.HitJson));
            left -= page.Hits.Count;
            request = request with { Offset = request.Offset + page.Hits.Count };
            if (page.Hits.Count == 0 || left == 0 || request.Offset >= page.Total)
                return Code(page);
            page = archive.Search(request with { Limit = Math.Min(left, PageSize) }, cancellationToken);
            if (version != page.Version)
                throw new IOException("The archive changed while it was being printed; run the search again.");
        }
    }

    private static int Code(SearchResponse response) => response.Total == 0 ? ExitCode.NoMatch : ExitCode.Ok;
}
