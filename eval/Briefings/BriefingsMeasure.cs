using Dateline.Eval.Ingesting;
using Dateline.Eval.Measuring;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;

namespace Dateline.Eval.Briefings;

/// <summary>
/// <c>briefings</c>: the promise of exact citations over the news stream; <c>briefing-check</c> does the same over any
/// inputs.
/// </summary>
internal static class BriefingsMeasure
{
    private const int Depth = 100;
    private const int Seed = 20120716;

    public static Measure Measure { get; } = new(
        "briefings", "reuters_news",
        "Briefings on drawn topics: share of cited spans that are exactly the article's text, and of briefings that "
            + "come out the same twice.",
        Run);

    private static List<Figure> Run(MeasureRun run)
    {
        using var scratch = new TemporaryFolder();
        var stream = Path.Combine(run.Folder, "reuters_2012.jsonl.gz");
        var path = run.Sample ? First(stream, 600, scratch) : stream;
        return Check([path], run.Sample ? 40 : 400, Depth, scratch.Path, run.Output);
    }

    /// <summary>Indexes inputs and checks briefings on topics drawn from them.</summary>
    public static List<Figure> Check(IReadOnlyList<string> paths, int topics, int depth, string folder,
        TextWriter output)
    {
        var data = new DataFolder(Path.Combine(folder, "archive"));
        var report = new ArticleIngestor(data, TimeProvider.System).Ingest(paths);
        using var archive = LuceneArchive.Open(data);
        var check = new BriefingCheck(archive, output);
        foreach (var topic in BriefingTopics.Draw(archive, topics, Seed))
            check.Check(topic, depth);
        var times = check.Milliseconds;
        output.WriteLine(
            $"{report.Indexed} articles, {check.Briefings} briefings of up to {depth} articles, {check.Spans} cited "
                + $"spans; "
            + $"{Middle(times):F0} ms in the middle, {(times.Count > 0 ? times[^1] : 0):F0} ms at most, "
            + $"peak memory {Environment.WorkingSet >> 20} MB; {check.Unverified} not verified");
        return
        [
            new("spans exact", Share(check.Spans - check.Inexact, check.Spans)),
            new("same bytes", Share(check.Briefings - check.Unlike, check.Briefings)),
            new("verified", Share(check.Briefings - check.Unverified, check.Briefings)),
        ];
    }

    private static double Share(int good, int all) => all == 0 ? 0 : (double)good / all;

    private static double Middle(IReadOnlyList<double> values) => values.Count == 0 ? 0 : values[values.Count / 2];

    private static string First(string stream, int count, TemporaryFolder scratch)
    {
        var file = Path.Combine(scratch.Path, "first.jsonl");
        using var lines = new StreamReader(new System.IO.Compression.GZipStream(
            File.OpenRead(stream), System.IO.Compression.CompressionMode.Decompress));
        using var writer = new StreamWriter(file);
        for (var at = 0; at < count && lines.ReadLine() is { } line; at++)
            writer.WriteLine(line);
        return file;
    }
}
