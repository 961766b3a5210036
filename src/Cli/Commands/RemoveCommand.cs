using System.CommandLine;
using Dateline.Search.Archive.Ingest;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline remove</c>.</summary>
internal static class RemoveCommand
{
    public static Command Create(CliIo io)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Article ids or origins, as the ledger has them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var vanished = new Option<bool>("--vanished") { Description = "Everything whose input is no longer there." };
        var command = new Command("remove", "Take articles out of the archive, with all their earlier versions.")
        {
            inputs, vanished,
        };
        command.SetAction(parsed =>
        {
            var wanted = (parsed.GetValue(inputs) ?? []).ToHashSet(StringComparer.Ordinal);
            var gone = parsed.GetValue(vanished);
            if (wanted.Count == 0 && !gone)
                throw new UsageException("say what to remove: ids or origins, or --vanished.");
            var removal = new ArticleRemoval(DataOption.Of(parsed), io.Time);
            var removed = removal.Remove(entry =>
                wanted.Contains(entry.Id) || wanted.Contains(entry.Origin) || (gone && entry.Vanished is not null));
            return Tell(io, removed, wanted);
        });
        return command;
    }

    private static int Tell(CliIo io, IReadOnlyList<LedgerEntry> removed, HashSet<string> wanted)
    {
        foreach (var entry in removed)
        {
            io.Out.WriteLine($"{entry.Id}  {entry.Origin}");
            wanted.Remove(entry.Id);
            wanted.Remove(entry.Origin);
        }

        foreach (var unknown in wanted)
            io.Say($"dateline: the archive has nothing by '{unknown}'; look for it with: dateline ledger --find "
                + $"{unknown}");
        io.Say($"{removed.Count} removed; the same inputs stay out until they are indexed with --restore");
        return removed.Count > 0 && wanted.Count == 0 ? ExitCode.Ok : ExitCode.NoMatch;
    }
}
