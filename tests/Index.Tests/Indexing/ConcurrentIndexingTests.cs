using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Indexing;

/// <summary>Many threads on one writer, with merges under way all the time.</summary>
public sealed class ConcurrentIndexingTests
{
    private const int Threads = 4;
    private const int Keys = 25; // of each thread
    private const int Steps = 160;

    private static IndexWriterOptions Options(int seed) => new()
    {
        Analyzer = new WordAnalyzer(),
        BufferDocuments = 3 + seed % 20,
        MergeFactor = 3,
        MergeThreads = 2,
        FloorSegmentBytes = 4096,
    };

    private static void InParallel(int threads, Action<int> work)
    {
        var failures = new List<Exception>();
        var started = Enumerable.Range(0, threads).Select(number =>
        {
            var thread = new Thread(() =>
            {
                if (Record.Exception(() => work(number)) is not { } failure) return;
                lock (failures) failures.Add(failure);
            });
            thread.Start();
            return thread;
        }).ToList();
        started.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }

    /// <summary>Random operations on the keys of one thread, done to a model of them too.</summary>
    private static void Operate(IndexWriter writer, int thread, Random random, Dictionary<string, string> model)
    {
        for (var step = 0; step < Steps; step++)
        {
            var (id, body) = ($"t{thread}k{random.Next(Keys)}", $"t{thread}w{random.Next(6)} s{step}");
            switch (random.Next(24))
            {
                case < 16: writer.Update("id", id, Documents.Small(id, body)); model[id] = body; break;
                case < 19: writer.Delete("id", id); model.Remove(id); break;
                case 19: writer.Delete("body", Forget(model, body)); break;
                case 20: writer.Delete(new TermQuery("body", Forget(model, body))); break;
                case 21 when random.Next(4) == 0: writer.Commit(); break;
                case 22 when random.Next(8) == 0: writer.ForceMergeDeletes(); break;
                default: SameOwn(writer, thread, model); break;
            }
        }
    }

    /// <summary>Takes out of the model all with the same first word, which is returned.</summary>
    private static string Forget(Dictionary<string, string> model, string like)
    {
        var word = like.Split(' ')[0];
        foreach (var (id, body) in model.ToList())
            if (body.Split(' ')[0] == word) model.Remove(id);
        return word;
    }

    /// <summary>A reader opened by a thread shows all that the thread has done before.</summary>
    private static void SameOwn(IndexWriter writer, int thread, Dictionary<string, string> model)
    {
        using var reader = writer.OpenReader();
        var own = LiveContent.Of(reader).Where(found => found.Id.StartsWith($"t{thread}k", StringComparison.Ordinal));
        Assert.Equal(model.Select(pair => (pair.Key, pair.Value)).Order(), own.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Operations_OfSeveralThreads_EqualTheirModels(int seed)
    {
        using var directory = new MemoryDirectory();
        var models = Enumerable.Range(0, Threads).Select(_ => new Dictionary<string, string>()).ToArray();
        using (var writer = IndexWriter.Open(directory, Options(seed)))
        {
            InParallel(Threads, thread => Operate(writer, thread, new Random(seed * 100 + thread), models[thread]));
            writer.Commit();
            Assert.Null(writer.MergeFailure);
        }

        using var reader = IndexReader.Open(directory);
        var expected = models.SelectMany(model => model).Select(pair => (pair.Key, pair.Value));
        Assert.Equal(expected.Order(), LiveContent.Of(reader).Order());
        var commit = CommitFormat.Read(directory, CommitFormat.LastGeneration(directory.ListFiles()));
        Assert.Equal(commit.AllFiles.Order(StringComparer.Ordinal), directory.ListFiles());
    }

    [Fact]
    public void Update_OfOneKeyFromAllThreads_LeavesExactlyOneDocumentInEveryReader()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Options(4));
        string[] keys = ["a", "b", "c"];
        foreach (var key in keys) writer.Add(Documents.Small(key, "0"));
        writer.Commit();
        var done = 0;
        InParallel(Threads + 2, thread =>
        {
            if (thread < Threads) UpdateAll(writer, keys, thread, ref done);
            while (Volatile.Read(ref done) < Threads)
                CheckKeys(thread == Threads ? writer.OpenReader() : IndexReader.Open(directory), keys);
        });
        CheckKeys(writer.OpenReader(), keys);
    }

    private static void UpdateAll(IndexWriter writer, string[] keys, int thread, ref int done)
    {
        try
        {
            for (var n = 0; n < 200; n++)
            {
                writer.Update("id", keys[n % 3], Documents.Small(keys[n % 3], $"{thread} {n}"));
                if (n % 40 == thread) writer.Commit();
            }
        }
        finally
        {
            Interlocked.Increment(ref done);
        }
    }

    private static void CheckKeys(IndexReader reader, string[] keys)
    {
        using (reader) Assert.Equal(keys, LiveContent.Of(reader).Select(document => document.Id).Order());
    }

    [Fact]
    public void BufferBytes_UsedUpByOneThread_FlushesTheLargestBuffer()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Documents.Options() with { BufferBytes = 1 << 18 });
        InParallel(2, thread =>
        {
            var random = new Random(thread);
            for (var n = 0; n < 1500; n++) writer.Add(Documents.Small($"t{thread}n{n}", Documents.Words(random, 60)));
        });
        Assert.InRange(directory.ListFiles().Count(name => name.EndsWith(".si", StringComparison.Ordinal)), 2, 40);
        using var reader = writer.OpenReader();
        Assert.Equal(3000, reader.DocCount);
    }

    [Fact]
    public void Rollback_WhileOthersAdd_LeavesTheCommitAndWholeDocuments()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Options(6));
        writer.Add(Documents.Small("kept", "0"));
        writer.Commit();
        var added = 0;
        InParallel(3, thread =>
        {
            for (var n = 0; n < 200; n++)
            {
                if (thread == 0 && n % 20 == 0) writer.Rollback();
                else if (thread > 0 && TryAdd(writer, $"t{thread}n{n}")) Interlocked.Increment(ref added);
            }
        });
        Assert.NotEqual(0, added);
        writer.Rollback();
        writer.Add(Documents.Small("last", "0"));
        writer.Commit();
        using var reader = IndexReader.Open(directory);
        Assert.Equal(["kept", "last"], LiveContent.Of(reader).Select(document => document.Id));
    }

    /// <summary>False when a rollback is under way.</summary>
    private static bool TryAdd(IndexWriter writer, string id)
    {
        try
        {
            writer.Add(Documents.Small(id, "0"));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    [SkippableFact]
    public void Index_OfSeveralThreads_IsCleanForLucene()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        using (var writer = IndexWriter.Open(new FileDirectory(folder.Path), Options(5)))
        {
            InParallel(Threads, thread =>
            {
                var random = new Random(thread);
                for (var n = 0; n < 200; n++) writer.Update("id", $"d{n % 90}", Documents.Full(n % 90, random));
            });
            writer.Commit();
            writer.WaitForMerges();
            writer.Delete("id", "d5");
            writer.Commit();
        }

        using var reader = IndexReader.Open(new FileDirectory(folder.Path));
        Assert.Equal(89, reader.DocCount);
        Assert.Contains("No problems were detected", LuceneOracle.Check(folder.Path), StringComparison.Ordinal);
    }
}
