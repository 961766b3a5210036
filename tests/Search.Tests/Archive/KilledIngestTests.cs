using System.Diagnostics;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Archive;

/// <summary>The long form is <c>ingest-kill</c> of the measures.</summary>
public sealed class KilledIngestTests : IDisposable
{
    private const int Articles = 600;
    private const int InputsPerCommit = 50;

    private readonly string _root = Directory.CreateTempSubdirectory("dateline-kill-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Rerun_AfterKills_HoldsEveryArticleOnce()
    {
        var inputs = Directory.CreateDirectory(Path.Combine(_root, "in")).FullName;
        foreach (var number in Enumerable.Range(0, Articles))
        {
            File.WriteAllText(
                Path.Combine(inputs, $"{number:000}.txt"),
                $"Envoy arrives for talks number {number}\n\nMOSCOW (Norrland) - The envoy arrived in "
                    + "Moscow on Monday for talks, "
                + $"the ministry said in statement {number}. He is to leave again on Tuesday, a spokesman said.\n");
        }

        var folder = new DataFolder(Path.Combine(_root, "data"));
        var accounted = 0;
        for (var kill = 0; kill < 2; kill++)
        {
            Kill(folder, inputs, accounted);
            accounted = Ledger.Load(folder.LedgerPath).Entries.Count;
        }

        Assert.InRange(accounted, InputsPerCommit, Articles); // some work was kept
        var report = new ArticleIngestor(folder, TimeProvider.System).Ingest([inputs]);

        Assert.Equal((Articles, accounted), (report.Inputs, report.Unchanged));
        using var archive = LuceneArchive.Open(folder);
        var origins = archive.Export(ArchiveQuery.All).Select(article => article.Origin).ToList();
        Assert.Equal(Articles, origins.Count);
        Assert.Equal(Articles, origins.Distinct().Count());
        Assert.Equal(Articles, Ledger.Load(folder.LedgerPath).Entries.Count);
    }

    // As soon as the ledger has grown, so that the kill falls among the articles of the next commit.
    private static void Kill(DataFolder folder, string inputs, int accounted)
    {
        string[] arguments =
            [typeof(Program).Assembly.Location, Program.Command, folder.Path, inputs, $"{InputsPerCommit}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60)
            && Ledger.Load(folder.LedgerPath).Entries.Count <= accounted)
            Thread.Sleep(5);
        process.Kill();
        process.WaitForExit();
    }
}
