using System.Globalization;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;

namespace Dateline.Web.Hosting;

/// <summary>Makes the first archive out of the seed folder.</summary>
internal static class SeedIndexer
{
    /// <summary>
    /// Does nothing where an archive exists; otherwise indexes the seeds and tells progress. False when there is
    /// neither an archive nor seeds, or nothing could be written; <paramref name="talk"/> then has the reason.
    /// </summary>
    public static bool Prepare(WebOptions options, TimeProvider time, TextWriter talk,
        CancellationToken cancellationToken)
    {
        var folder = new DataFolder(options.DataFolder);
        if (folder.HasArchive) return true;
        if (options.SeedFolder is not { } seeds)
        {
            talk.WriteLine($"There is no archive in '{folder.Path}'; make one with: dateline index --data "
                + $"{folder.Path} PATH…");
            return false;
        }

        talk.WriteLine($"First start: indexing {seeds} into {folder.Path}");
        try
        {
            var report = new ArticleIngestor(folder, time).Ingest([seeds], new Progress(talk), cancellationToken);
            talk.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Inputs} inputs: {report.Indexed} indexed, {report.Duplicates} duplicates, {report.NoText} "
                    + $"without text, {report.Failed} failed; {report.Undated} undated"));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            talk.WriteLine($"The archive in '{folder.Path}' could not be written: {e.Message}");
            return false;
        }
    }

    private sealed class Progress(TextWriter talk) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Problem is { } problem)
                talk.WriteLine($"  {problem.Origin}: {problem.Reason}: {problem.Message}");
            else talk.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {value.Report.Inputs,4}  {value.Origin}"));
        }
    }
}
