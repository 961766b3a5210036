using System.CommandLine;
using Dateline.Cli.Output;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Ingestion;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline index</c>.</summary>
internal static class IndexCommand
{
    public static Command Create(CliIo io)
    {
        var paths = PathsArgument.Create();
        var map = MapOption.Create();
        var command =
            new Command("index", "Bring files and folders into the archive; unchanged ones are skipped.") { paths,
                map };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var folder = DataOption.Of(parsed);
                var reader = new InputReader(openStandardInput: io.OpenStandardInput,
                    fields: MapOption.Of(parsed, map));
                var ingestor = new ArticleIngestor(folder, io.Time, reader);
                var started = io.Time.GetTimestamp();
                var report = IngestDisplay.Run(
                    io, progress => ingestor.Ingest(parsed.GetRequiredValue(paths), progress, cancellationToken));
                Summarize(io, folder, report, io.Time.GetElapsedTime(started));
                return report.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static void Summarize(CliIo io, DataFolder folder, IngestReport report, TimeSpan elapsed)
    {
        io.Say(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{report.Inputs} inputs in {elapsed.TotalSeconds:0.0} s: {report.Indexed} indexed, ")
            + $"{report.Unchanged} unchanged, {report.Duplicates} duplicates, {report.NoText} without text, "
            + $"{report.Skipped} left out, {report.Failed} failed");
        if (report.Indexed > 0)
        {
            io.Say(
                $"of those indexed, {report.Undated} undated, {report.NoPlace} without place, "
                + $"{report.Replaced} in place of their earlier version");
        }

        io.Say($"account of every input: {folder.LedgerPath}");
    }
}
