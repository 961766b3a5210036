using System.CommandLine;
using System.Globalization;
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
        var watch = new Option<bool>("--watch")
        {
            Description =
            "Go on until stopped, indexing what is added or changed."
        };
        var restore = new Option<bool>("--restore") { Description = "Bring back inputs that were removed." };
        var command = new Command("index", "Bring files and folders into the archive; unchanged ones are skipped.")
        {
            paths, map, watch, restore,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reader = new InputReader(openStandardInput: io.OpenStandardInput, fields: MapOption.Of(parsed, map));
            var run = new Run(io, DataOption.Of(parsed), parsed.GetRequiredValue(paths), parsed.GetValue(restore));
            if (!parsed.GetValue(watch))
                return await Task.Run(() => run.Once(reader, isComplete: true, cancellationToken), cancellationToken);
            return await run.WatchAsync(reader, cancellationToken);
        });
        return command;
    }

    private sealed class Run(CliIo io, DataFolder folder, string[] paths, bool restore)
    {
        public int Once(InputReader reader, bool isComplete, CancellationToken cancellationToken)
        {
            var ingestor = new ArticleIngestor(folder, io.Time, reader) { Restore = restore, IsComplete = isComplete };
            var started = io.Time.GetTimestamp();
            var report = IngestDisplay.Run(
                io, reader, paths, progress => ingestor.Ingest(paths, progress, cancellationToken));
            Summarize(report, io.Time.GetElapsedTime(started));
            return report.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
        }

        /// <summary>Until stopped, which is an orderly end.</summary>
        public async Task<int> WatchAsync(InputReader reader, CancellationToken cancellationToken)
        {
            if (paths.Contains(InputResult.StandardInput))
                throw new UsageException("standard input (-) cannot be watched.");
            using var watch = new InputWatch(reader, paths);
            try
            {
                await Task.Run(() => Once(reader, isComplete: true, cancellationToken), cancellationToken);
                io.Say("watching; stop with Ctrl+C");
                while (true)
                {
                    var changed = await watch.NextAsync(cancellationToken);
                    await Task.Run(
                        () => Once(reader.Only(changed.Contains), isComplete: false, cancellationToken),
                            cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                io.Say("stopped watching");
                return ExitCode.Ok;
            }
        }

        private void Summarize(IngestReport report, TimeSpan elapsed)
        {
            io.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Inputs} inputs in {elapsed.TotalSeconds:0.0} s: {report.Indexed} indexed, ")
                + $"{report.Unchanged} unchanged, {report.Duplicates} duplicates, {report.NoText} without text, "
                + $"{report.Skipped} left out, {report.Failed} failed");
            if (report.Indexed > 0)
            {
                io.Say(
                    $"of those indexed, {report.Undated} undated, {report.NoPlace} without place, "
                    + $"{report.Replaced} in place of their earlier version, which is kept");
            }

            if (report.Vanished > 0)
            {
                io.Say($"{report.Vanished} inputs of earlier runs are no longer there; what was indexed of them stays "
                    + "(dateline ledger --vanished; dateline remove --vanished)");
            }

            io.Say($"account of every input: {folder.LedgerPath}");
        }
    }
}
