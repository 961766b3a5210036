using System.CommandLine;
using System.Diagnostics;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Querying;

namespace Dateline.Eval.Ingesting;

/// <summary>
/// <c>ingest-kill PATH… [--kills N]</c>: kills an indexing process again and again, each time at another moment, lets
/// the
/// next one go on, and checks in the end that the archive holds every article exactly once, the same as one made in one
/// go.
/// </summary>
internal static class IngestKillCommand
{
    private const string Child = "ingest-child";

    public static Command Create()
    {
        var paths = Paths();
        var kills = new Option<int>("--kills") { Description = "How often.", DefaultValueFactory = static _ => 3 };
        var seed = new Option<int>("--seed") { Description = "Of the moments.", DefaultValueFactory = static _ => 1 };
        var commit = new Option<int>("--commit")
        {
            Description = "Inputs a commit.",
            DefaultValueFactory = static _ =>
            1000
        };
        var command = new Command("ingest-kill", "Kills indexing in the middle: every article is there exactly once.")
        {
            paths, kills, seed, commit,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(paths), parsed.GetValue(kills), new Random(parsed.GetValue(seed)),
                parsed.GetValue(commit)));
        return command;
    }

    /// <summary>The process that is killed.</summary>
    public static Command CreateChild()
    {
        var data = new Argument<string>("archive");
        var commit = new Argument<int>("commit");
        var paths = Paths();
        var command = new Command(Child, "Indexes, for ingest-kill.") { data, commit, paths };
        command.SetAction(parsed =>
        {
            Ingest(parsed.GetRequiredValue(data), parsed.GetValue(commit), parsed.GetRequiredValue(paths));
        });
        return command;
    }

    private static Argument<string[]> Paths() =>
        new("paths") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };

    private static IngestReport Ingest(string data, int commit, string[] paths) =>
        new ArticleIngestor(new DataFolder(data), TimeProvider.System) { InputsPerCommit = commit }.Ingest(paths);

    private static int Run(string[] paths, int kills, Random random, int commit)
    {
        using var whole = new TemporaryFolder();
        var watch = Stopwatch.StartNew();
        var report = Ingest(whole.Path, commit, paths);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"in one go: {report.Inputs} inputs, {report.Indexed} indexed in {seconds:F1} s");
        using var killed = new TemporaryFolder();
        for (var kill = 1; kill <= kills; kill++)
        {
            using var process = Start(killed.Path, commit, paths);
            var delay = TimeSpan.FromSeconds(seconds * (0.1 + (random.NextDouble() * 0.6)));
            var ended = process.WaitForExit(delay);
            if (!ended)
                process.Kill();
            process.WaitForExit();
            var ledger = Ledger.Load(new DataFolder(killed.Path).LedgerPath);
            var when = $"after {delay.TotalSeconds:F1} s{(ended ? " (it had ended)" : "")}";
            Console.WriteLine($"kill {kill} {when}: {ledger.Entries.Count} inputs accounted for");
        }

        var last = Ingest(killed.Path, commit, paths);
        Console.WriteLine($"last run: {last.Inputs} inputs, {last.Unchanged} unchanged, {last.Indexed} indexed");
        return Compare(whole.Path, killed.Path, report);
    }

    private static Process Start(string data, int commit, string[] paths)
    {
        string[] arguments = [typeof(IngestKillCommand).Assembly.Location, Child, data, $"{commit}", .. paths];
        return Process.Start(new ProcessStartInfo("dotnet", arguments))
            ?? throw new InvalidOperationException("dotnet did not start");
    }

    private static int Compare(string whole, string killed, IngestReport report)
    {
        var expected = Articles(whole);
        var found = Articles(killed);
        var twice = found.Count - found.Select(static article => article.Id).Distinct().Count();
        var missing = expected.Except(found).Count();
        var extra = found.Except(expected).Count();
        var entries = Ledger.Load(new DataFolder(killed).LedgerPath).Entries.Count;
        Console.WriteLine(
            $"{found.Count} articles of {expected.Count}: {twice} twice, {missing} missing, {extra} too many; "
            + $"{entries} of {report.Inputs} inputs in the ledger");
        return twice + missing + extra == 0 && entries == report.Inputs ? 0 : 1;
    }

    private static List<(string Id, string Hash)> Articles(string data)
    {
        using var archive = LuceneArchive.Open(new DataFolder(data));
        return [.. archive.Export(ArchiveQuery.All).Select(static article => (article.Id, article.ContentHash))];
    }
}
