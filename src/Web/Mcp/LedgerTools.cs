using System.Text.Json.Nodes;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Archive.Json;
using Dateline.Search.Ingestion;
using Dateline.Search.Querying;
using Dateline.Web.Markup;

namespace Dateline.Web.Mcp;

/// <summary>What the archive holds, and what became of every input.</summary>
internal static class LedgerTools
{
    /// <summary>The tools.</summary>
    public static IEnumerable<ArchiveTool> Of(ArchiveSources sources) =>
    [
        new ArchiveTool(
            "archive", "What the archive holds",
            "Number of articles, how many are undated, of when the dated ones are, version (grows with every "
            + "change), inputs by outcome, "
            + "number of saved briefings.",
            [],
            (_, stop) => Task.FromResult(Info(sources, stop))),
        new ArchiveTool(
            "ledger", "What became of every input",
            "The account of every input ever given: counts by outcome and reason, and the entries asked for, with "
            + "the reason for each that "
            + "failed or was left out.",
            [
                new(ParameterKind.Choice, "outcome", "Only this outcome.") { Names = Outcomes },
                new(ParameterKind.Text, "reason", "Only this reason, such as too-large."),
                new(ParameterKind.Text, "find", "Only inputs whose origin, id or place contains this."),
                CommonParameters.Flag("undated", "Only articles without publication date."),
                CommonParameters.Flag("noPlace", "Only articles without a place."),
                CommonParameters.Flag("vanished", "Only inputs that are no longer there."),
                CommonParameters.Limit("entries", 0, 100, 20),
                CommonParameters.Offset("entries"),
            ],
            (given, _) => Task.FromResult(List(given, sources))),
    ];

    private static string[] Outcomes => [.. Enum.GetValues<InputOutcomeKind>().Select(EnumNames.Kebab)];

    private static ToolAnswer Info(ArchiveSources sources, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Query = ArchiveQuery.All, Limit = 0, Histogram = true, Snippets = false };
        var all = sources.Archive.Search(request, cancellationToken);
        var data = ToolAnswer.DataOf(sources.Archive.Info);
        data["undated"] = all.Undated;
        if (all.Histogram.Count > 0)
        {
            data["oldest"] = all.Histogram[0].Period.ToString();
            data["newest"] = all.Histogram[^1].Period.ToString();
        }

        var inputs = new JsonObject();
        var counts = sources.Ledger.Current?.Count(new LedgerFilter()) ?? [];
        foreach (var outcome in counts.GroupBy(static count => count.Outcome))
            inputs[EnumNames.Kebab(outcome.Key)] = outcome.Sum(static count => count.Count);
        data["inputs"] = inputs;
        data["savedBriefings"] = sources.Desk.Store?.List().Count ?? 0;
        return ToolAnswer.Of(data);
    }

    private static ToolAnswer List(ToolArguments given, ArchiveSources sources)
    {
        if (sources.Ledger.Current is not { } ledger) return ToolAnswer.Error("This archive keeps no ledger.");
        var filter = new LedgerFilter
        {
            Outcome = Parameters.Outcome(given.Text("outcome")),
            Reason = given.Text("reason"),
            Text = given.Text("find"),
            Undated = given.Flag("undated"),
            NoPlace = given.Flag("noPlace"),
            Vanished = given.Flag("vanished"),
        };
        var counts = ledger.Count(filter);
        var entries = ledger.List(filter).Skip(given.Whole("offset")!.Value).Take(given.Whole("limit")!.Value);
        var (offset, total) = (given.Whole("offset")!.Value, counts.Sum(static count => count.Count));
        var data = new JsonObject
        {
            ["total"] = total,
            ["counts"] = ToolAnswer.NodeOf(counts),
            ["entries"] = ToolAnswer.NodeOf(entries.ToList()),
        };
        return ToolAnswer.Page(data, "entries", offset, total);
    }
}
