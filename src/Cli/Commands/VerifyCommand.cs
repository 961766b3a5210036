using System.CommandLine;
using Dateline.Cli.Output;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliIo io)
    {
        var file = new Argument<string>("BRIEFING")
        {
            Description = "Id of a saved briefing, or a file written with --format json.",
        };
        var json = new Option<bool>("--json") { Description = "Print every check as JSON." };
        var archiveOnly = new Option<bool>("--archive-only")
        {
            Description = "Do not compare with source files edited since they were indexed.",
        };
        var command =
            new Command("verify", "Check every citation of a saved briefing against archive and source files.")
        {
            file, json, archiveOnly,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var briefing = BriefingOutput.Read(parsed, parsed.GetRequiredValue(file));
                using var archive = DataOption.OpenArchive(parsed);
                var report = BriefingVerifier.Over(archive).Verify(briefing, cancellationToken);
                if (!parsed.GetValue(archiveOnly))
                    report = SourceComparison.Extend(report, briefing, DataOption.Of(parsed), io, cancellationToken);
                if (parsed.GetValue(json))
                    io.Out.Write(BriefingJson.Write(report));
                else
                    Print(io, report);
                return report.AllOk ? ExitCode.Ok : ExitCode.NoMatch;
            },
            cancellationToken));
        return command;
    }

    private static void Print(CliIo io, VerificationReport report)
    {
        foreach (var check in report.Checks)
        {
            if (check.Status is CitationStatus.Ok && !check.ArticleChanged)
                continue;
            var status = EnumNames.Kebab(check.Status);
            io.Out.WriteLine(CliIo.OneLine(
                $"{status}  {check.Where}  article {check.Citation.ArticleId}: {check.Message}"));
        }

        io.Say($"{report.Checks.Count} citations, {report.Intact} intact, {report.Differing} to look at");
    }
}
