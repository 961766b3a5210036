using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Survival;

/// <summary>
/// The machine stops before every single step of a writer's life in turn; a restart finds the last commit whole.
/// </summary>
public sealed class CrashTests
{
    private sealed record History(List<List<string>> Commits)
    {
        public bool InCommit { get; set; }
    }

    /// <summary>
    /// Three commits: new documents, deletions and updates, a merge. Notes the content each would have.
    /// </summary>
    private static void Run(IndexDirectory directory, History history)
    {
        using var writer = IndexWriter.Open(directory, Documents.Options(bufferDocuments: 3));
        for (var n = 0; n < 5; n++)
            writer.Add(n < 3 ? Documents.Full(n, new Random(n)) : Documents.Small($"d{n}", "some words"));
        Commit(writer, history, ["d0", "d1", "d2", "d3", "d4"]);
        writer.Delete("id", "d1");
        writer.Update("id", "d2", Documents.Full(2, new Random(20)));
        writer.Add(Documents.Small("d5", "more words"));
        Commit(writer, history, ["d0", "d2", "d3", "d4", "d5"]);
        writer.Delete("id", "d0");
        writer.ForceMerge(1);
        Commit(writer, history, ["d2", "d3", "d4", "d5"]);
    }

    private static void Commit(IndexWriter writer, History history, List<string> content)
    {
        history.Commits.Add(content);
        history.InCommit = true;
        writer.Commit();
        history.InCommit = false;
    }

    private static List<string> Ids(IndexDirectory directory)
    {
        using var reader = IndexReader.Open(directory);
        var ids = new List<string>();
        foreach (var segment in reader.Segments)
            for (var docId = 0; docId < segment.MaxDoc; docId++)
                if (segment.LiveBits.IsEmpty || (segment.LiveBits[docId >> 6] >> docId & 1) != 0)
                    ids.Add((string)segment.Stored(docId)[0].Value);
        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    [Fact]
    public void Restart_AfterACrashAtAnyStep_FindsTheLastCommit()
    {
        using var complete = new CrashingDirectory(int.MaxValue);
        Run(complete, new History([]));
        Assert.True(complete.Steps > 100, $"only {complete.Steps} steps");
        for (var steps = 0; steps < complete.Steps; steps++) CrashAndRestart(steps);
    }

    private static void CrashAndRestart(int steps)
    {
        using var directory = new CrashingDirectory(steps);
        var history = new History([]);
        var crash = Record.Exception(() => Run(directory, history));
        if (crash is not null) Assert.IsType<SimulatedCrashException>(crash); // null: only clean-up was hit
        foreach (var unsynced in Enum.GetValues<Unsynced>())
            foreach (var deletesUndone in new[] { false, true })
            {
                using var found = directory.Restart(unsynced, deletesUndone);
                var ids = CheckContent(found, history, steps);
                var variant = 2 * (int)unsynced + (deletesUndone ? 1 : 0);
                if (steps % 6 == variant) Continue(found, ids);
            }
    }

    private static List<string> CheckContent(MemoryDirectory found, History history, int steps)
    {
        var before = history.InCommit ? history.Commits.SkipLast(1).LastOrDefault() : history.Commits.LastOrDefault();
        var allowed = history.InCommit ? new[] { before, history.Commits[^1] } : [before];
        var ids = CommitFormat.LastGeneration(found.ListFiles()) == 0 ? null : Ids(found);
        Assert.True(
            allowed.Any(content => Same(content, ids)), $"step {steps}: found {string.Join(' ', ids ?? ["nothing"])}");
        return ids ?? [];
    }

    private static bool Same(List<string>? a, List<string>? b) =>
        a is null ? b is null : b is not null && a.SequenceEqual(b);

    /// <summary>A new writer takes over: it adds a document and leaves no file behind that nothing refers to.</summary>
    private static void Continue(MemoryDirectory directory, List<string> ids)
    {
        using (var writer = IndexWriter.Open(directory, Documents.Options()))
        {
            writer.Add(Documents.Small("new", "one"));
            writer.Commit();
        }

        Assert.Equal([.. ids, "new"], Ids(directory));
        var commit = CommitFormat.Read(directory, CommitFormat.LastGeneration(directory.ListFiles()));
        Assert.Equal(commit.AllFiles.Order(StringComparer.Ordinal), directory.ListFiles());
    }

    [Fact]
    public void Rollback_AfterAFailedCommit_GivesTheLastCommitBack()
    {
        using var directory = new FailOnceDirectory();
        using var writer = IndexWriter.Open(directory, Documents.Options());
        writer.Add(Documents.Small("a", "1"));
        writer.Commit();
        writer.Update("id", "a", Documents.Small("a", "2"));
        directory.FailNextSync = true;
        Assert.Throws<SimulatedCrashException>(() => writer.Commit());
        Assert.Throws<InvalidOperationException>(() => writer.Add(Documents.Small("b", "1")));
        writer.Rollback();
        writer.Add(Documents.Small("c", "3"));
        writer.Commit();
        Assert.Equal(["a", "c"], Ids(directory));
    }

    private sealed class FailOnceDirectory : IndexDirectory
    {
        private readonly MemoryDirectory _files = new();

        public bool FailNextSync { get; set; }

        public override IReadOnlyList<string> ListFiles() => _files.ListFiles();

        public override bool Exists(string name) => _files.Exists(name);

        public override IndexInput Open(string name) => _files.Open(name);

        public override IndexOutput Create(string name) => _files.Create(name);

        public override void Rename(string from, string to) => _files.Rename(from, to);

        public override void Delete(string name) => _files.Delete(name);

        public override IDisposable LockForWriting() => _files.LockForWriting();

        public override void Sync(IReadOnlyCollection<string> names)
        {
            var fail = FailNextSync;
            FailNextSync = false;
            if (fail) throw new SimulatedCrashException();
        }
    }
}
