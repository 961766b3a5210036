using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dateline.Bench.Corpus;
using Dateline.Bench.Measuring;
using Dateline.Bench.Queries;
using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Store;

namespace Dateline.Bench.Commands;

/// <summary>
/// How much slower searches are while another thread indexes, merges and commits, and how soon a document is found.
/// </summary>
internal static class LatencyCommand
{
    private const int DocumentsPerCommit = 2000;
    private const int PauseMs = 20; // between documents that are timed
    private const double MostTimesIdle = 3;

    public static Command Create()
    {
        var corpus = new Argument<FileInfo>("corpus") { Description = "JSON lines of bench/peers/gen.py." };
        var queries = new Argument<FileInfo>("queries") { Description = "TSV of bench/peers/queries.py." };
        var folder = new Argument<DirectoryInfo>("index") { Description = "Folder for the index; emptied first." };
        var seconds = new Option<double>("--seconds")
        {
            Description = "Time of each part.",
            DefaultValueFactory = _ => 20,
        };
        var command = new Command("latency", "Search times while idle and while a thread indexes without pause.")
        {
            corpus, queries, folder, seconds,
        };
        command.SetAction((parse, cancellation) =>
        {
            var passed = Run(
                parse.GetRequiredValue(corpus).FullName,
                BenchQuery.ReadAll(parse.GetRequiredValue(queries).FullName),
                parse.GetRequiredValue(folder).FullName,
                TimeSpan.FromSeconds(parse.GetValue(seconds)),
                cancellation);
            return Task.FromResult(passed ? 0 : 1);
        });
        return command;
    }

    private static bool Run(
        string corpus, IReadOnlyList<BenchQuery> queries, string folder, TimeSpan time, CancellationToken cancellation)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var options = new IndexWriterOptions { Analyzer = new StandardAnalyzer() };
        using var writer = IndexWriter.Open(new FileDirectory(folder), options);
        Fill(writer, corpus);
        Console.WriteLine($"{Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg").Trim()}");

        var searching = new SearchLoad(writer, queries);
        searching.Run(time / 2, cancellation); // warm
        var idle = searching.Run(time, cancellation);
        idle.Print("idle");
        var busy = WhileIndexing(writer, corpus, time, () => searching.Run(time, cancellation), cancellation);
        busy.Print("indexing");
        var fresh = WhileIndexing(writer, corpus, time, () => TimeToFind(writer, corpus, time), cancellation);
        Console.WriteLine($"added to found, while indexing: n={fresh.Count} p50={fresh.P50:F1} p95={fresh.P95:F1} "
            + $"p99={fresh.P99:F1} max={fresh.Max:F1} ms");
        Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Trim()}");
        var ratio = busy.Times.P99 / idle.Times.P99;
        var passed = ratio <= MostTimesIdle;
        Console.WriteLine(
            $"{(passed ? "PASS" : "FAIL")}  p99 while indexing is {ratio:F2} times idle (limit {MostTimesIdle:F0})");
        return passed;
    }

    // As an archive grows: with commits now and then, so that idle searches meet segments of the same kind as later
    // ones.
    private static void Fill(IndexWriter writer, string corpus)
    {
        var added = 0;
        foreach (var article in CorpusJson.ReadLines(corpus))
        {
            writer.Add(BenchSchema.ToKeyed(article));
            if (++added % DocumentsPerCommit == 0) writer.Commit();
        }

        writer.Commit();
        writer.WaitForMerges();
    }

    private static T WhileIndexing<T>(
        IndexWriter writer, string corpus, TimeSpan time, Func<T> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var added = 0;
        var failure = default(Exception);
        var indexing = new Thread(() =>
        {
            try
            {
                added = Index(writer, corpus, stop.Token);
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        indexing.Start();
        var result = work();
        stop.Cancel();
        indexing.Join();
        if (failure is not null) throw new InvalidOperationException("Indexing failed.", failure);
        Console.WriteLine($"{added / time.TotalSeconds:F0} docs/s replaced meanwhile");
        return result;
    }

    /// <summary>Replaces the documents one after the other, committing now and then, until stopped.</summary>
    private static int Index(IndexWriter writer, string corpus, CancellationToken stop)
    {
        var added = 0;
        while (true)
        {
            foreach (var article in CorpusJson.ReadLines(corpus))
            {
                if (stop.IsCancellationRequested) return added;
                writer.Update(BenchSchema.Key, BenchSchema.KeyOf(article), BenchSchema.ToKeyed(article));
                if (++added % DocumentsPerCommit == 0) writer.Commit();
            }
        }
    }

    /// <summary>
    /// Milliseconds from before a document is added until a search on a new reader has found it, again and again.
    /// </summary>
    private static ClassTimes TimeToFind(IndexWriter writer, string corpus, TimeSpan time)
    {
        var ms = new List<double>();
        var clock = Stopwatch.StartNew();
        foreach (var article in CorpusJson.ReadLines(corpus))
        {
            if (clock.Elapsed > time) break;
            var document = BenchSchema.ToIndex(article);
            var key = string.Create(CultureInfo.InvariantCulture, $"fresh {ms.Count}");
            document.Add(IndexField.Keyword(BenchSchema.Key, key));
            var start = Stopwatch.GetTimestamp();
            writer.Add(document);
            using var reader = writer.OpenReader();
            if (new IndexSearcher(reader).Search(new TermQuery(BenchSchema.Key, key), 1).TotalHits != 1)
                throw new InvalidDataException($"\"{key}\" is not found after it was added.");
            ms.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            writer.Delete(BenchSchema.Key, key);
            Thread.Sleep(PauseMs);
        }

        return new ClassTimes(ms);
    }
}
