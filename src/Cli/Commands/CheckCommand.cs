using System.CommandLine;
using Dateline.Cli.Output;
using Dateline.Index.Checking;
using Dateline.Index.Store;
using Dateline.Search.Archive;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create(CliIo io)
    {
        var index = new Argument<string?>("INDEX_DIR")
        {
            Description = "Folder of an index; that of the archive when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var repair = new Option<bool>("--repair") { Description = "Commit the index without its damaged segments." };
        var json = new Option<bool>("--json") { Description = "Print the verdict as JSON." };
        var command = new Command("check", "Read the whole index and say what is damaged.") { index, repair, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var archive = parsed.GetValue(index) is null ? DataOption.Of(parsed) : null;
                var target = new Target(Folder(archive, parsed.GetValue(index)), archive, parsed.GetValue(json));
                return parsed.GetValue(repair)
                    ? Repair(io, target, cancellationToken)
                    : Check(io, target, cancellationToken);
            },
            cancellationToken));
        return command;
    }

    // Opening a folder that is not there would make it.
    private static string Folder(DataFolder? archive, string? index)
    {
        if (archive is { HasArchive: false })
            throw new ArchiveNotFoundException(archive.Path);
        var folder = archive?.IndexPath ?? index!;
        return Directory.Exists(folder) ? folder : throw new UsageException($"There is no folder {folder}.");
    }

    private static int Check(CliIo io, Target target, CancellationToken cancellationToken)
    {
        using var directory = new FileDirectory(target.Index);
        var report = Read(() => IndexChecker.Check(directory, cancellationToken: cancellationToken));
        Print(io, target, report, null);
        if (report.IsRepairable)
            io.Say("dateline: the intact segments can be kept with: dateline check --repair");
        return report.IsClean ? ExitCode.Ok : ExitCode.Corrupt;
    }

    private static int Repair(CliIo io, Target target, CancellationToken cancellationToken)
    {
        using var directory = new FileDirectory(target.Index);
        using var repair = Read(() => IndexRepair.Begin(directory, cancellationToken: cancellationToken));
        if (repair.Plan is not { } plan)
        {
            Print(io, target, repair.Report, null);
            if (repair.Report.IsClean)
                return AfterInterruptedRepair(io, target, directory);
            io.Say("dateline: what is wrong does not lie in single segments; restore the folder from a copy or index "
                + "again");
            return ExitCode.Corrupt;
        }

        if (!target.Json)
        {
            CheckPrinter.Print(io.Out, target.Index, repair.Report);
            CheckPrinter.Announce(io.Out, plan);
            io.Out.Flush();
        }

        var lost = Apply(io, target, directory, repair);
        if (target.Json)
            Print(io, target, repair.Report, Json(plan, lost));
        else if (lost is not null)
            CheckPrinter.Print(io.Out, lost);
        io.Say($"dateline: repaired: commit {plan.Generation}, lost {CheckPrinter.Losses(plan)}");
        if (lost is { Count: > 0 })
            io.Say("dateline: giving the same inputs to dateline index again brings lost articles back");
        return ExitCode.Ok;
    }

    // A repair that was stopped between commit and ledger left articles in the ledger that the index no longer has.
    private static int AfterInterruptedRepair(CliIo io, Target target, FileDirectory directory)
    {
        if (target.Archive is null)
            return ExitCode.Ok;
        var lost = ArchiveRepair.Account(target.Archive, directory, new HashSet<string>(), io.Time);
        if (lost.Count > 0 && !target.Json)
            CheckPrinter.Print(io.Out, lost);
        return ExitCode.Ok;
    }

    private static IReadOnlyList<LostArticle>? Apply(CliIo io, Target target, FileDirectory directory,
        IndexRepair repair)
    {
        if (target.Archive is null)
        {
            repair.Apply();
            return null;
        }

        var salvaged = ArchiveRepair.Salvage(repair);
        repair.Apply();
        return ArchiveRepair.Account(target.Archive, directory, salvaged, io.Time);
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotSupportedException error)
        {
            throw new IOException($"The index cannot be checked: {error.Message}", error);
        }
    }

    private static void Print(CliIo io, Target target, IndexCheckReport report, RepairJson? repair)
    {
        if (target.Json)
            io.Out.WriteLine(CheckJson.Of(target.Index, report, repair).Write());
        else
            CheckPrinter.Print(io.Out, target.Index, report);
    }

    private static RepairJson Json(RepairPlan plan, IReadOnlyList<LostArticle>? lost) => new(
        plan.Generation,
        [.. plan.Kept.Select(static segment => segment.Name)],
        [.. plan.Lost.Select(static segment => segment.Name)],
        plan.LostDocuments,
        plan.LostUncounted,
        lost);

    private sealed record Target(string Index, DataFolder? Archive, bool Json);
}
