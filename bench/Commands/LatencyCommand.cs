using System.CommandLine;
using System.Diagnostics;
using Dateline.Bench.Corpus;
using Dateline.Bench.Measuring;
using Dateline.Bench.Queries;
using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Store;

namespace Dateline.Bench.Commands;

/// <summary>How much slower searches are while another thread indexes, merges and commits.</summary>
internal static class LatencyCommand
{
    private const int DocumentsPerCommit = 2000;

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
            Run(
                parse.GetRequiredValue(corpus).FullName,
                BenchQuery.ReadAll(parse.GetRequiredValue(queries).FullName),
                parse.GetRequiredValue(folder).FullName,
                TimeSpan.FromSeconds(parse.GetValue(seconds)),
                cancellation);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(
        string corpus, IReadOnlyList<BenchQuery> queries, string folder, TimeSpan time, CancellationToken cancellation)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var options = new IndexWriterOptions { Analyzer = new StandardAnalyzer() };
        using var writer = IndexWriter.Open(new FileDirectory(folder), options);
        foreach (var article in CorpusJson.ReadLines(corpus)) writer.Add(BenchSchema.ToKeyed(article));
        writer.Commit();
        writer.WaitForMerges();

        Search(writer, queries, time / 2, cancellation); // warm
        var idle = Search(writer, queries, time, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var added = 0;
        var indexing = Task.Run(() => added = Index(writer, corpus, stop.Token), CancellationToken.None);
        var pausedBefore = GC.GetTotalPauseDuration();
        var busy = Search(writer, queries, time, cancellation);
        var paused = GC.GetTotalPauseDuration() - pausedBefore;
        stop.Cancel();
        indexing.Wait(CancellationToken.None);
        Print("idle", idle);
        Print("indexing", busy);
        Console.WriteLine(
            $"p99 while indexing {added / time.TotalSeconds:F0} docs/s: {busy.P99 / idle.P99:F2} times idle; "
            + $"garbage collection stopped all for {paused.TotalMilliseconds:F0} ms of {time.TotalSeconds:F0} s");
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

    /// <summary>Runs queries of all classes in turn, each second on a new view of the index.</summary>
    private static ClassTimes Search(
        IndexWriter writer, IReadOnlyList<BenchQuery> queries, TimeSpan time, CancellationToken cancellation)
    {
        var ms = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var next = 0; clock.Elapsed < time;)
        {
            using var reader = writer.OpenReader();
            var search = new BenchSearch(new IndexSearcher(reader));
            search.Searcher.Facets();
            for (var view = Stopwatch.StartNew(); view.Elapsed.TotalSeconds < 1; next++)
            {
                cancellation.ThrowIfCancellationRequested();
                // A step that shares no factor with the number of queries mixes the classes.
                var query = queries[(int)(next * 1009L % queries.Count)];
                var start = Stopwatch.GetTimestamp();
                search.Run(query, exact: false);
                ms.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return new ClassTimes(ms);
    }

    private static void Print(string name, ClassTimes of) => Console.WriteLine(
        $"{name,-9} n={of.Count} p50={of.P50:F4} p95={of.P95:F4} p99={of.P99:F4} max={of.Max:F1} ms");
}
