using System.CommandLine;
using System.Diagnostics;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Archive.Json;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Ingesting;

/// <summary>
/// <c>robustness FOLDER</c>: reads and indexes everything in a folder of difficult files. Prints what became of them,
/// the slowest inputs and the memory used; fails when an input ended in an error of ours, took longer than a limit, or
/// the account does not add up.
/// </summary>
internal static class RobustnessCommand
{
    private const double MostSeconds = 10;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("data-folder") { Description = "Any folder of files." };
        var worst = new Option<int>("--worst")
        {
            Description = "How many of the slowest.",
            DefaultValueFactory = static _ => 5
        };
        var memory = new Option<int>("--memory")
        {
            Description = "Most MiB of memory the process may come to.",
            DefaultValueFactory = static _ => 1500,
        };
        var command = new Command("robustness", "Indexes difficult files: nothing crashes, hangs or gets lost.")
        {
            folder, worst, memory,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName, parsed.GetValue(worst), parsed.GetValue(memory)));
        return command;
    }

    private static int Run(string folder, int worst, int mostMebibytes)
    {
        var times = Time(folder);
        foreach (var (origin, elapsed) in times.OrderByDescending(static time => time.Elapsed).Take(worst))
            Console.WriteLine($"{elapsed.TotalMilliseconds,9:F0} ms  {origin}");
        using var scratch = new TemporaryFolder();
        var data = new DataFolder(scratch.Path);
        var watch = Stopwatch.StartNew();
        var report = new ArticleIngestor(data, TimeProvider.System).Ingest([folder]);
        var counts = Ledger.Load(data.LedgerPath).Count(new LedgerFilter());
        foreach (var count in counts)
            Console.WriteLine($"{count.Count,6}  {EnumNames.Kebab(count.Outcome)} {count.Reason}");
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        List<string> problems = [.. Problems(times, report, counts)];
        if (peak > mostMebibytes)
            problems.Add($"peak memory {peak} MiB is over {mostMebibytes} MiB");
        foreach (var problem in problems)
            Console.WriteLine($"PROBLEM: {problem}");
        Console.WriteLine(
            $"{report.Inputs} inputs in {watch.Elapsed.TotalSeconds:F1} s, slowest "
                + $"{times.Max(static time => time.Elapsed).TotalSeconds:F1} s, "
            + $"peak memory {peak} MiB, {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }

    private static List<(string Origin, TimeSpan Elapsed)> Time(string folder)
    {
        List<(string, TimeSpan)> times = [];
        var started = Stopwatch.GetTimestamp();
        foreach (var input in new InputReader().Read([folder]))
        {
            if (input is InputItem item)
                ArticleReader.Read(item);
            times.Add((input.Origin, Stopwatch.GetElapsedTime(started)));
            started = Stopwatch.GetTimestamp();
        }

        return times;
    }

    private static IEnumerable<string> Problems(
        List<(string Origin, TimeSpan Elapsed)> times, IngestReport report, IReadOnlyList<LedgerCount> counts)
    {
        foreach (var (origin, elapsed) in times.Where(static time => time.Elapsed.TotalSeconds > MostSeconds))
            yield return $"{origin} took {elapsed.TotalSeconds:F1} s";
        if (counts.Where(static count => count.Reason == "internal-error").Sum(static count =>
            count.Count) is > 0 and var errors)
            yield return $"{errors} inputs ended in an error of ours";
        var outcomes = report.Indexed + report.Unchanged + report.Duplicates + report.NoText + report.Skipped
            + report.Failed;
        if (report.Inputs != outcomes || report.Inputs != times.Count)
            yield return $"{times.Count} inputs were read, {report.Inputs} counted, {outcomes} have an outcome";
        if (counts.Sum(static count => count.Count) != times.Select(static time => time.Origin).Distinct().Count())
            yield return "the ledger does not hold every input once";
    }
}
