using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Ingestion;
using Dateline.Search.Querying;
using Dateline.Search.Tests.Ingestion.Formats;

namespace Dateline.Search.Tests.Archive;

public sealed class LedgerTests : InputFiles
{
    private DataFolder Archive => new(Path.Combine(Folder, "..", Path.GetFileName(Folder) + "-data"));

    [Fact]
    public void Inputs_AnyMixWithContainers_AreTheSumOfTheirOutcomes()
    {
        var random = new Random(11);
        for (var round = 0; round < 8; round++)
        {
            var expected = 0;
            foreach (var number in Enumerable.Range(0, 8))
            {
                var (name, bytes, inputs) = Mix(random, depth: 0);
                foreach (var old in Directory.GetFiles(Folder, $"{number}.*"))
                    File.Delete(old);
                Write($"{number}.{name}", bytes);
                expected += inputs;
            }

            var report = Run();
            Assert.Equal(expected, report.Inputs);
            Assert.Equal(
                expected,
                report.Indexed + report.Unchanged + report.Duplicates + report.NoText + report.Skipped + report.Failed);
            var ledger = Ledger.Load(Archive.LedgerPath);
            Assert.Equal(ledger.Entries.Count, ledger.Count(new LedgerFilter()).Sum(count => count.Count));
            Assert.Equal(expected, ledger.Entries.Count(entry => entry.Vanished is null));
            using var archive = LuceneArchive.Open(Archive);
            Assert.Equal(ledger.Entries.Count(entry => entry.Held), archive.Info.Articles);
        }

        Directory.Delete(Archive.Path, recursive: true);
    }

    [Fact]
    public void Rerun_ChangedInput_KeepsTheEarlierVersion()
    {
        Write("a.txt", Piece("Syria"));
        Run();
        var before = Article("a.txt");
        Write("a.txt", Piece("Lebanon"));
        Run();
        Write("a.txt", Piece("Jordan"));
        Run();

        using var archive = LuceneArchive.Open(Archive);
        Assert.Equal(before.Body, archive.FindEarlier(before.Id, before.ContentHash)?.Body);
        Assert.Null(archive.FindEarlier(before.Id, Article("a.txt").ContentHash));
        Assert.Equal(2, File.ReadAllLines(Archive.VersionsPath).Length);
        Directory.Delete(Archive.Path, recursive: true);
    }

    [Fact]
    public void Removed_StaysOutUntilGivenBack()
    {
        Write("a.txt", Piece("Syria"));
        Write("b.txt", Piece("Lebanon"));
        Run();
        Write("a.txt", Piece("Jordan"));
        Run();
        var removed = new ArticleRemoval(Archive, TimeProvider.System).Remove(entry => entry.Origin == "a.txt");

        Assert.Single(removed);
        Assert.Equal("", File.ReadAllText(Archive.VersionsPath));
        var again = Run();
        Assert.Equal((2, 1, 1), (again.Inputs, again.Unchanged, again.Skipped));
        Assert.Equal(["b.txt"], Origins());
        Assert.Equal(1, new ArticleIngestor(Archive, TimeProvider.System) { Restore = true }.Ingest([Folder]).Indexed);
        Assert.Equal(["a.txt", "b.txt"], Origins());
        Directory.Delete(Archive.Path, recursive: true);
    }

    [Fact]
    public void Vanished_IsNotedNotRemovedAndNotedNoMoreWhenBack()
    {
        Write("a.txt", Piece("Syria"));
        Write(
            "r.jsonl",
            "{\"text\":\"The first record says that talks go on.\"}\n{\"text\":\"The second one says they ended.\"}\n");
        Run();
        File.Delete(Path.Combine(Folder, "a.txt"));
        Write("r.jsonl", "{\"text\":\"The first record says that talks go on.\"}\n");

        Assert.Equal(2, Run().Vanished);
        Assert.Equal(3, Origins().Count);
        var filter = new LedgerFilter { Vanished = true };
        Assert.Equal(["a.txt", "r.jsonl#2"], Ledger.Load(Archive.LedgerPath).List(filter).Select(entry =>
            entry.Origin));
        Write("a.txt", Piece("Syria"));
        Assert.Equal((1, 2), (Run() is var report ? report.Vanished : 0, report.Unchanged));
        Assert.Equal(["r.jsonl#2"], Ledger.Load(Archive.LedgerPath).List(filter).Select(entry => entry.Origin));
        Directory.Delete(Archive.Path, recursive: true);
    }

    // A file, and how many inputs are in it.
    private static (string Name, byte[] Bytes, int Inputs) Mix(Random random, int depth)
    {
        switch (random.Next(depth < 3 ? 9 : 6))
        {
            case 0:
                return ("txt", [], 1);
            case 1:
                return ("txt", [0, 0, 1, 2], 1);
            case 2:
                return ("png", [0x89, (byte)'P', (byte)'N', (byte)'G'], 1);
            case 3:
                return ("jsonl", Bytes($"{{\"text\":\"{Piece("x").ReplaceLineEndings(" ")}\"}}\n[1]\n{{\n"), 3);
            case 4:
                return ("csv", Bytes($"title,text\nOne,\"{Piece($"topic {random.Next(9)}")}\"\nTwo,\"open\n"), 2);
            case 5:
                return ("txt", Bytes(Piece($"topic {random.Next(5)}")), 1);
            case 6:
                var inner = Mix(random, depth + 1);
                return (inner.Name + ".gz", Gzip(inner.Bytes), inner.Inputs);
            default:
                var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Mix(random, depth + 1)).ToList();
                (string, byte[])[] files = [.. parts.Select((part, number) => ($"d/{number}.{part.Name}", part.Bytes))];
                var inputs = parts.Sum(part => part.Inputs);
                return random.Next(2) == 0 ? ("zip", Zip(files), inputs) : ("tar", Tar(files), inputs);
        }
    }

    private static string Piece(string about) =>
        $"Envoy arrives for talks about {about}\n\nMOSCOW (Norrland) - The envoy arrived in Moscow on Monday "
            + $"for talks about {about}. "
        + "He is to meet the foreign minister on Tuesday, a spokesman said.\n";

    private IngestReport Run() => new ArticleIngestor(Archive, TimeProvider.System).Ingest([Folder]);

    private Dateline.Search.Articles.Article Article(string origin)
    {
        using var archive = LuceneArchive.Open(Archive);
        return archive.Export(ArchiveQuery.All).Single(article => article.Origin == origin);
    }

    private List<string> Origins()
    {
        using var archive = LuceneArchive.Open(Archive);
        return [.. archive.Export(ArchiveQuery.All).Select(article => article.Origin).Order(StringComparer.Ordinal)];
    }
}
