using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Dateline.Bench.Measuring;
using Dateline.Bench.Queries;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Bench.Commands;

/// <summary>Runs a query file, class after class, on one thread with everything warm.</summary>
internal static class QueryCommand
{
    private const int SettlingQueries = 40;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("index") { Description = "Folder of the index." };
        var queries = new Argument<FileInfo>("queries") { Description = "TSV of bench/peers/queries.py." };
        var output = new Argument<FileInfo>("output") { Description = "JSON with the times." };
        var run = new Argument<string>("run") { Description = "Name of the run." };
        var cap = new Option<double>("--cap")
        {
            Description = "Most seconds for one class.",
            DefaultValueFactory = _ => 20,
        };
        var warm = new Option<int>("--warm") { Description = "Passes before measuring.", DefaultValueFactory = _ => 3 };
        var exact = new Option<bool>("--exact") { Description = "Count all hits of every query." };
        var only = new Option<string>("--class") { Description = "Only this class.", DefaultValueFactory = _ => "" };
        var command = new Command("query", "Times the queries of a file: p50, p95, p99 and rate per class, and memory.")
        {
            folder, queries, output, run, cap, warm, exact, only,
        };
        command.SetAction((parse, cancellation) =>
        {
            using var reader = Open(
                parse.GetRequiredValue(folder).FullName, out var search, out var openMs, out var readerMs);
            var classes = BenchQuery.ReadAll(parse.GetRequiredValue(queries).FullName)
                .Where(query => parse.GetValue(only) is null or "" || query.Class == parse.GetValue(only))
                .GroupBy(query => query.Class).ToDictionary(group => group.Key, group => group.ToArray());
            var pass = new QueryPass(search, parse.GetValue(exact), TimeSpan.FromSeconds(parse.GetValue(cap)));
            for (var round = 0; round < parse.GetValue(warm); round++)
            {
                foreach (var group in classes.Values) pass.WarmUp(group, cancellation);
            }

            var times = classes.ToDictionary(
                pair => pair.Key, pair => pass.Measure(pair.Value, SettlingQueries, cancellation));
            var memory = ProcessMemory.Read();
            var report = new QueryReport(
                parse.GetRequiredValue(run), parse.GetValue(exact), openMs, readerMs, times, memory.PeakMb,
                memory.AnonymousMb);
            File.WriteAllText(
                parse.GetRequiredValue(output).FullName,
                JsonSerializer.Serialize(report, ReportJson.Default.QueryReport));
            foreach (var (name, of) in times)
            {
                Console.WriteLine(
                    $"{name,-13} n={of.Count} p50={of.P50:F4} p95={of.P95:F4} p99={of.P99:F4} qps={of.Qps:F0}");
            }

            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Opens an index until it can count facets, as the other peers do.</summary>
    internal static IndexReader Open(string folder, out BenchSearch search, out double openMs, out double readerMs)
    {
        var clock = Stopwatch.StartNew();
        var reader = IndexReader.Open(new FileDirectory(folder));
        readerMs = Math.Round(clock.Elapsed.TotalMilliseconds, 1);
        search = new BenchSearch(new IndexSearcher(reader));
        search.Searcher.Facets();
        openMs = Math.Round(clock.Elapsed.TotalMilliseconds, 1);
        return reader;
    }
}
