using System.Diagnostics;
using Dateline.Bench.Measuring;

namespace Dateline.Bench.Queries;

/// <summary>Runs all queries of a class one after the other, for at most some time.</summary>
internal sealed class QueryPass(BenchSearch search, bool exact, TimeSpan cap)
{
    private long _sink; // what was found is used, so that nothing is optimised away

    /// <summary>Runs the queries for up to half the time without measuring.</summary>
    public void WarmUp(BenchQuery[] queries, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var query in queries)
        {
            cancellation.ThrowIfCancellationRequested();
            Use(search.Run(query, exact));
            if (clock.Elapsed > cap / 2) return;
        }
    }

    /// <summary>Milliseconds of each query, after a few unmeasured ones.</summary>
    public ClassTimes Measure(BenchQuery[] queries, int settling, CancellationToken cancellation)
    {
        foreach (var query in queries.Take(settling)) Use(search.Run(query, exact));
        var ms = new List<double>(queries.Length);
        var clock = Stopwatch.StartNew();
        foreach (var query in queries)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            Use(search.Run(query, exact));
            ms.Add(Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 4));
            if (clock.Elapsed > cap) break;
        }

        return new ClassTimes(ms);
    }

    private void Use(in BenchAnswer answer)
    {
        _sink += answer.Hits;
        foreach (var hit in answer.Top.Hits) _sink += hit.DocId;
    }
}
