using System.Diagnostics;
using Dateline.Bench.Measuring;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Bench.Queries;

/// <summary>One thread that searches without pause, each second on a new view of the index.</summary>
internal sealed class SearchLoad(IndexWriter writer, IReadOnlyList<BenchQuery> queries)
{
    private const double SecondsPerView = 1;

    /// <summary>Times of all queries, and what may have stopped them.</summary>
    /// <param name="Times">Milliseconds of each query; opening views is not in it.</param>
    /// <param name="Paused">How long garbage collection stopped all threads.</param>
    /// <param name="LongestPauseMs">The most it did during one query.</param>
    /// <param name="Collections">Collections of generation 0, 1 and 2.</param>
    /// <param name="Segments">Segments of the last view.</param>
    public sealed record Result(
        ClassTimes Times, TimeSpan Paused, double LongestPauseMs, int[] Collections, int Segments)
    {
        public void Print(string name)
        {
            Console.WriteLine($"{name,-9} n={Times.Count} p50={Times.P50:F4} p95={Times.P95:F4} p99={Times.P99:F4} "
                + $"p99.9={Times.P999:F4} max={Times.Max:F1} ms, {Segments} segments");
            Console.WriteLine($"          garbage collection: {Paused.TotalMilliseconds:F0} ms in all, "
                + $"at most {LongestPauseMs:F1} ms in a query, collections {string.Join('/', Collections)}");
        }
    }

    /// <summary>Runs queries of all classes in turn for some time.</summary>
    public Result Run(TimeSpan time, CancellationToken cancellation)
    {
        var ms = new List<double>(1 << 20);
        var (longest, segments) = (0.0, 0);
        var (before, counts) = (GC.GetTotalPauseDuration(), Collections());
        var clock = Stopwatch.StartNew();
        for (var next = 0; clock.Elapsed < time;)
        {
            using var reader = writer.OpenReader();
            segments = reader.Segments.Count;
            var search = new BenchSearch(new IndexSearcher(reader));
            search.Searcher.Facets();
            for (var view = Stopwatch.StartNew(); view.Elapsed.TotalSeconds < SecondsPerView; next++)
            {
                cancellation.ThrowIfCancellationRequested();
                // A step that shares no factor with the number of queries mixes the classes.
                var query = queries[(int)(next * 1009L % queries.Count)];
                var paused = GC.GetTotalPauseDuration();
                var start = Stopwatch.GetTimestamp();
                search.Run(query, exact: false);
                ms.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                longest = Math.Max(longest, (GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
            }
        }

        var after = Collections();
        return new Result(
            new ClassTimes(ms),
            GC.GetTotalPauseDuration() - before,
            longest,
            [.. after.Zip(counts, static (now, then) => now - then)],
            segments);
    }

    private static int[] Collections() => [.. Enumerable.Range(0, 3).Select(GC.CollectionCount)];
}
