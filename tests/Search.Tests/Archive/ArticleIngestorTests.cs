using System.Text;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;
using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Archive;

public sealed class ArticleIngestorTests : IDisposable
{
    private const string Text =
        "Envoy arrives for talks\n\nUpdated 8:47 PM EDT, Mon July 16, 2012\n\n"
        + "MOSCOW (Norrland) - The envoy arrived in Moscow on Monday for talks about {0}. "
        + "He is to meet the foreign minister on Tuesday, a spokesman said.\n\n"
        + "Nothing was said about how long the visit would last, "
        + "and no further meetings were announced by either side.\n";

    private readonly string _root = Directory.CreateTempSubdirectory("dateline-ingest-").FullName;

    private string Inputs => Path.Combine(_root, "in");

    private DataFolder Folder => new(Path.Combine(_root, "data"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Run_GoodBadAndDuplicate_AccountsForEveryInput()
    {
        Write("a.txt", Piece("Syria"));
        Write("b.txt", Piece("a truce"));
        Write("copy.txt", Piece("Syria"));
        Write("empty.txt", "");
        File.WriteAllBytes(Path.Combine(Inputs, "binary.txt"), [0, 1, 2, 3, 0, 255, 254, 0, 0, 9]);
        var report = Run(Inputs, Path.Combine(_root, "nowhere"));
        Assert.Equal((6, 2, 1, 1, 2), (report.Inputs, report.Indexed, report.Duplicates, report.NoText, report.Failed));
        var entries = Ledger.Load(Folder.LedgerPath).Entries.ToDictionary(entry => entry.Origin);
        Assert.Equal(6, entries.Count);
        Assert.Equal(InputOutcomeKind.Duplicate, entries["copy.txt"].Outcome);
        Assert.Equal(entries["a.txt"].Id, entries["copy.txt"].DuplicateOf);
        Assert.All(
            entries.Values.Where(entry => entry.Outcome is not InputOutcomeKind.Indexed),
            entry => Assert.False(string.IsNullOrEmpty(entry.Reason) || string.IsNullOrEmpty(entry.Message)));
        Assert.Equal(2, Articles().Count);
    }

    [Fact]
    public void Rerun_Unchanged_SkipsAndChangesNothing()
    {
        Write("a.txt", Piece("Syria"));
        Write("copy.txt", Piece("Syria"));
        Write("empty.txt", "");
        var first = Run(Inputs);
        var lines = File.ReadAllLines(Folder.LedgerPath).Length;
        var second = Run(Inputs);
        Assert.Equal((2, 0), (second.Unchanged, second.Indexed));
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(lines + 1, File.ReadAllLines(
            Folder.LedgerPath).Length); // the empty one cannot be hashed, so it is read again
        Assert.Single(Articles());
    }

    [Fact]
    public void Rerun_ChangedInput_ReplacesTheArticleAndKeepsWhenItWasAdded()
    {
        Write("a.txt", Piece("Syria"));
        Run(Inputs, days: 0);
        var before = Assert.Single(Articles());
        Write("a.txt", Piece("Lebanon"));
        Assert.Equal(1, Run(days: 3, Inputs).Indexed);
        var after = Assert.Single(Articles());
        Assert.Equal((before.Id, before.Added), (after.Id, after.Added));
        Assert.NotEqual(before.ContentHash, after.ContentHash);
    }

    [Fact]
    public void Run_OtherFolderWithTheSameNames_ReplacesNothing()
    {
        Write("a/x.txt", Piece("Syria"));
        Write("b/x.txt", Piece("Lebanon"));
        Write("c/b/x.txt", Piece("Jordan"));
        string[] folders = [Path.Combine(Inputs, "a"), Path.Combine(Inputs, "b"), Path.Combine(Inputs, "c", "b")];
        foreach (var folder in folders)
            Assert.Equal((1, 0), (Run(folder) is var report ? report.Indexed : 0, Run(folder).Indexed));
        Assert.Equal(["b/x.txt", "c/b/x.txt", "x.txt"], Articles().Select(article => article.Origin).Order(
            StringComparer.Ordinal));
        Write("b/x.txt", Piece("Iraq"));
        var rerun = Run(folders[1]);
        Assert.Equal((1, 1), (rerun.Indexed, rerun.Replaced));
        var changed = Assert.Single(Articles(), article => article.Origin == "b/x.txt");
        Assert.Contains("Iraq", changed.Body, StringComparison.Ordinal);
        Assert.Equal(3, Articles().Count);
        var entries = Ledger.Load(Folder.LedgerPath).Entries;
        Assert.Equal(folders.Select(folder => Path.Combine(folder, "x.txt")), entries.Select(entry => entry.Location));
    }

    [Fact]
    public void Run_RecordsOfAnotherFileWithTheSameName_ReplaceNothing()
    {
        Write("a/x.jsonl", Record("Syria") + Record("a truce"));
        Write("b/x.jsonl", Record("Lebanon"));
        Run(Path.Combine(Inputs, "a", "x.jsonl"));
        Assert.Equal(1, Run(Path.Combine(Inputs, "b", "x.jsonl")).Indexed);
        Assert.Equal(["b/x.jsonl#1", "x.jsonl#1", "x.jsonl#2"], Articles().Select(article => article.Origin).Order(
            StringComparer.Ordinal));
    }

    [Fact]
    public void Run_MissingFileNamedLikeAnArticle_LeavesItsEntryAlone()
    {
        Write("a/x.txt", Piece("Syria"));
        Run(Path.Combine(Inputs, "a"));
        Assert.Equal(1, Run(Path.Combine(Inputs, "b", "x.txt")).Failed);
        var held = Assert.Single(Ledger.Load(Folder.LedgerPath).Entries, entry => entry.Held);
        Assert.True(held is { Origin: "x.txt", Outcome: InputOutcomeKind.Indexed });
        File.Delete(Path.Combine(Inputs, "a", "x.txt"));
        Run(Path.Combine(Inputs, "a", "x.txt"));
        held = Assert.Single(Ledger.Load(Folder.LedgerPath).Entries, entry => entry.Held);
        Assert.True(held is { Origin: "x.txt", Outcome: InputOutcomeKind.Failed, Reason: "not-found" });
    }

    [Fact]
    public void Run_StandardInput_ReplacesNothing()
    {
        Assert.Equal(1, Pipe(Piece("Syria")).Indexed);
        Assert.Equal(1, Pipe(Piece("Lebanon")).Indexed);
        Assert.Equal(1, Pipe(Piece("Syria")).Unchanged);
        Assert.Equal(1, Pipe(Piece("Lebanon")).Unchanged);
        Assert.Equal(1, Pipe("").NoText);
        Assert.Equal(2, Articles().Count);
        Assert.Equal(2, Pipe(Record("a truce") + Record("Iraq")).Indexed);
        Assert.Equal((1, 1), (Pipe(Record("Jordan") + Record("Iraq")) is var report ? report.Indexed : 0,
            report.Unchanged));
        Assert.Equal(5, Articles().Count);
    }

    [Fact]
    public void Sources_EditedGoneAndUntouched_AreToldApart()
    {
        Write("a.txt", Piece("Syria"));
        Write("b.txt", Piece("Lebanon"));
        Write("c.txt", Piece("Jordan"));
        Write("r.jsonl", Record("a truce") + Record("Iraq") + Record("Egypt"));
        Run(Inputs);
        var ids = Articles().ToDictionary(article => article.Id, article => article.Origin);
        Write("b.txt", Piece("Yemen"));
        File.Delete(Path.Combine(Inputs, "c.txt"));
        Write("r.jsonl", Record("a truce") + "{}\n");
        var sources = new SourceReader(Folder).Read(ids.Keys.ToHashSet()).ToDictionary(source => ids[source.ArticleId]);
        Assert.Equal(6, sources.Count);
        Assert.Equal(SourceState.Unchanged, sources["a.txt"].State);
        Assert.Equal(SourceState.Changed, sources["b.txt"].State);
        Assert.Contains("Yemen", sources["b.txt"].Article!.Body, StringComparison.Ordinal);
        Assert.Equal(sources["b.txt"].ArticleId, sources["b.txt"].Article!.Id);
        Assert.Equal(SourceState.Unavailable, sources["c.txt"].State);
        Assert.Equal(SourceState.Unchanged, sources["r.jsonl#1"].State);
        Assert.True(sources["r.jsonl#2"] is { State: SourceState.Changed, Article: null, Problem: not null });
        Assert.True(sources["r.jsonl#3"] is { State: SourceState.Changed, Article: null, Problem: not null });
        Assert.Empty(new SourceReader(Folder).Read(new HashSet<string> { "ffffffffffffffff" }));
    }

    [Fact]
    public void Rerun_OriginalChanged_IndexesItsFormerDuplicate()
    {
        Write("a.txt", Piece("Syria"));
        Write("b.txt", Piece("Syria"));
        Run(Inputs);
        Write("a.txt", Piece("Lebanon"));
        Run(Inputs);
        Run(Inputs);
        Assert.Equal(["a.txt", "b.txt"], Articles().Select(article => article.Origin).Order());
    }

    [Fact]
    public void Rerun_InputGoneBad_KeepsTheEarlierVersionAndSaysSo()
    {
        Write("a.txt", Piece("Syria"));
        Run(Inputs);
        Write("a.txt", "");
        Run(Inputs);
        Assert.Single(Articles());
        var entry = Assert.Single(Ledger.Load(Folder.LedgerPath).Entries);
        Assert.True(entry is { Outcome: InputOutcomeKind.NoText, Held: true });
        Assert.Contains("stays in the archive", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_CutInTheLastLine_IsReadUpToIt()
    {
        Write("a.txt", Piece("Syria"));
        Run(Inputs);
        File.AppendAllText(Folder.LedgerPath, "{\"origin\":\"b.t");
        Assert.Single(Ledger.Load(Folder.LedgerPath).Entries);
        Write("b.txt", Piece("Lebanon"));
        Run(Inputs);
        Assert.Equal(2, Ledger.Load(Folder.LedgerPath).Entries.Count);
    }

    [Fact]
    public void Ledger_BadLine_IsNamed()
    {
        Directory.CreateDirectory(_root);
        var path = Path.Combine(_root, "ledger.jsonl");
        File.WriteAllText(path, "{}\n");
        Assert.Contains("line 1", Assert.Throws<InvalidDataException>(() => Ledger.Load(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_OfAnIndexThatIsGone_SkipsNothing()
    {
        Write("a.txt", Piece("Syria"));
        Run(Inputs);
        Directory.Delete(Folder.IndexPath, recursive: true);
        Assert.Equal(1, Run(Inputs).Indexed);
        Assert.Single(Articles());
    }

    [Fact]
    public void Run_Cancelled_KeepsWhatWasDone()
    {
        foreach (var number in Enumerable.Range(0, 30))
            Write($"{number:00}.txt", Piece($"topic {number}"));
        using var source = new CancellationTokenSource();
        var seen = 0;
        var progress = new Listener(_ =>
        {
            if (++seen == 5)
                source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => new ArticleIngestor(Folder, TimeProvider.System).Ingest([Inputs], progress, source.Token));
        Assert.Equal(seen, Articles().Count);
        Run(Inputs);
        Assert.Equal(30, Articles().Count);
    }

    [Fact]
    public void Article_EndToEnd_HasDatePlaceAndEvidence()
    {
        Write("a.txt", Piece("Syria"));
        Run(Inputs);
        var article = Assert.Single(Articles());
        Assert.Equal("Envoy arrives for talks", article.Title);
        Assert.Equal("2012-07-16", article.Published?.Date.ToString());
        Assert.Contains(article.Places, place => place.Path.StartsWith("russia/", StringComparison.Ordinal));
        Assert.All(article.Places.SelectMany(place => place.Mentions), mention => Assert.Equal(
            mention.Quote,
            (mention.Field is EvidenceField.Title ? article.Title : article.Body)[mention.Start..mention.End]));
    }

    private static string Piece(string about) => Text.Replace("{0}", about, StringComparison.Ordinal);

    private static string Record(string about) => JsonSerializer.Serialize(new
    {
        title = $"Talks about {about}",
        text =
        Piece(about)
    }) + "\n";

    private void Write(string name, string text)
    {
        var path = Path.Combine(Inputs, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private IngestReport Pipe(string text)
    {
        var reader = new InputReader(openStandardInput: () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return new ArticleIngestor(Folder, new Clock(0), reader).Ingest(["-"]);
    }

    private IngestReport Run(params string[] paths) => Run(days: 0, paths);

    private IngestReport Run(string path, int days) => Run(days, path);

    private IngestReport Run(int days, params string[] paths) => new ArticleIngestor(Folder, new Clock(days)).Ingest(
        paths);

    private List<Article> Articles()
    {
        using var archive = LuceneArchive.Open(Folder);
        return [.. archive.Export(ArchiveQuery.All)];
    }

    private sealed class Clock(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero).AddDays(
            days);
    }

    private sealed class Listener(Action<IngestProgress> listen) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => listen(value);
    }
}
