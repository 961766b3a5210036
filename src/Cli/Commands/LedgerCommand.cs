using System.CommandLine;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Archive.Json;
using Dateline.Search.Ingestion;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline ledger</c>.</summary>
internal static class LedgerCommand
{
    public static Command Create(CliIo io)
    {
        var filter = new FilterOptions();
        var json = new Option<bool>("--json") { Description = "Print the entries as JSON lines." };
        var list = new Option<bool>("--list") { Description = "List the entries even when none is asked for." };
        var command = new Command("ledger", "What became of every input ever given: counts, or the entries asked for.")
        {
            filter.Outcome, filter.Reason, filter.Find, filter.Undated, filter.NoPlace, filter.Vanished, list, json,
        };
        command.SetAction(parsed =>
        {
            var folder = DataOption.Of(parsed);
            if (!File.Exists(folder.LedgerPath))
                throw new ArchiveNotFoundException(folder.Path);
            var ledger = Ledger.Load(folder.LedgerPath);
            var wanted = filter.Of(parsed);
            if (parsed.GetValue(json))
                return PrintJson(io, ledger, wanted);
            if (!wanted.IsEmpty || parsed.GetValue(list))
                PrintEntries(io, ledger, wanted);
            return PrintCounts(io, ledger, wanted);
        });
        return command;
    }

    private static int PrintJson(CliIo io, Ledger ledger, LedgerFilter filter)
    {
        var count = 0;
        foreach (var entry in ledger.List(filter))
        {
            count++;
            io.Out.WriteLine(JsonSerializer.Serialize(entry, ArchiveJson.Compact.LedgerEntry));
        }

        return count > 0 ? ExitCode.Ok : ExitCode.NoMatch;
    }

    private static void PrintEntries(CliIo io, Ledger ledger, LedgerFilter filter)
    {
        foreach (var entry in ledger.List(filter))
        {
            var what = EnumNames.Kebab(entry.Outcome) + (entry.Reason is null ? "" : $" ({entry.Reason})");
            var message = entry.Message is null ? "" : $": {entry.Message}";
            io.Out.WriteLine($"{entry.Id}  {what}  {entry.Origin}{message}");
            foreach (var warning in entry.Warnings)
                io.Out.WriteLine($"    {warning}");
        }
    }

    // To standard error behind a list, so that the list alone can be piped on.
    private static int PrintCounts(CliIo io, Ledger ledger, LedgerFilter filter)
    {
        var counts = ledger.Count(filter);
        var output = filter.IsEmpty ? io.Out : io.Error;
        foreach (var outcome in counts.GroupBy(static count => count.Outcome))
        {
            output.WriteLine($"{outcome.Sum(static count => count.Count),9:N0}  {EnumNames.Kebab(outcome.Key)}");
            foreach (var count in outcome.Where(static count => count.Reason is not null))
                output.WriteLine($"{count.Count,9:N0}      {count.Reason}");
        }

        var total = counts.Sum(static count => count.Count);
        output.WriteLine($"{total,9:N0}  inputs");
        return total > 0 ? ExitCode.Ok : ExitCode.NoMatch;
    }

    private sealed class FilterOptions
    {
        public Option<InputOutcomeKind?> Outcome { get; } =
            Options.ChoiceOrNone<InputOutcomeKind>("--outcome", "Only this outcome.");

        public Option<string?> Reason { get; } = new("--reason") { Description = "Only this reason, e.g. too-large." };

        public Option<string?> Find { get; } = new("--find")
        {
            Description = "Only inputs whose origin, id or place contains this.",
            HelpName = "TEXT",
        };

        public Option<bool> Undated { get; } = new("--undated")
        {
            Description =
            "Only articles without publication date."
        };

        public Option<bool> NoPlace { get; } = new("--no-place") { Description = "Only articles without a place." };

        public Option<bool> Vanished { get; } = new("--vanished")
        {
            Description =
            "Only inputs that are no longer there."
        };

        public LedgerFilter Of(ParseResult parsed) => new()
        {
            Outcome = parsed.GetValue(Outcome),
            Reason = parsed.GetValue(Reason),
            Text = parsed.GetValue(Find),
            Undated = parsed.GetValue(Undated),
            NoPlace = parsed.GetValue(NoPlace),
            Vanished = parsed.GetValue(Vanished),
        };
    }
}
