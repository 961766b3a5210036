using System.Diagnostics;
using System.Globalization;
using Dateline.Index.Checking;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// Takes indexes of one corpus through the same history, some written by Dateline, some by Lucene, some by both in
/// turns, and after each step checks them with both engines and asks both the same queries.
/// </summary>
/// <param name="stories">The corpus.</param>
/// <param name="seed">Of the history and the queries.</param>
/// <param name="queries">Queries in each state.</param>
/// <param name="log">Told of progress and of every difference.</param>
internal sealed class AgreementRun(IReadOnlyList<Story> stories, int seed, int queries, TextWriter log) : IDisposable
{
    private const int MostShown = 5;
    private readonly LuceneServer _lucene = new();
    private readonly Dictionary<(string State, int Query), Answer> _first = [];

    public AgreementReport Report { get; } = new();

    public void Dispose() => _lucene.Dispose();

    /// <summary>Makes the indexes below a folder; those with differences are left there, by state.</summary>
    public void Run(string folder, IEnumerable<IndexKind> kinds)
    {
        var history = new History(stories, seed);
        var steps = history.Steps();
        var maker = new IndexMaker(_lucene, history.SegmentDocuments);
        foreach (var kind in kinds)
        {
            var index = Directory.CreateDirectory(Path.Combine(folder, "index")).FullName;
            for (var step = 0; step < steps.Count; step++)
            {
                var started = Stopwatch.GetTimestamp();
                maker.Apply(index, steps[step], kind.Of(step));
                var made = Stopwatch.GetElapsedTime(started);
                var before = Report.Differences.Count;
                var what = Examine(index, kind.Name, steps[step].State, seed + step);
                var all = Stopwatch.GetElapsedTime(started);
                log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Name}, {steps[step].State}: {what}, "
                    + $"{Report.Differences.Count - before} differences; "
                    + $"made in {made.TotalSeconds:0.0} s, {all.TotalSeconds:0.0} s in all"));
                if (Report.Differences.Count > before) Keep(index, Path.Combine(folder, $"differs-{before}"));
            }

            Directory.Delete(index, recursive: true);
        }
    }

    private static void Keep(string index, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(index)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    }

    private string Examine(string folder, string kind, string state, int stateSeed)
    {
        var where = $"{kind}, {state}";
        using var directory = new FileDirectory(folder);
        Check(folder, directory, where);
        using var reader = IndexReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var probes = new ProbeGenerator(stories, stateSeed).Make(queries);
        var answers = Ask(folder, searcher, probes);
        var differing = answers.Where(answer => !answer.IsSame).ToList();
        foreach (var answer in answers) Report.Count(answer);
        foreach (var answer in differing.Take(MostShown))
            Differs(where, ProbeShrinker.Shrink(answer, smaller => Ask(folder, searcher, smaller)).ToString());
        if (differing.Count > MostShown) Differs(where, $"{differing.Count - MostShown} more queries");
        for (var k = 0; k < answers.Length; k++) CompareAcross((state, k), answers[k], where);
        return $"{reader.DocCount} of {reader.MaxDoc} documents live in {reader.Segments.Count} segments, "
            + $"{answers.Length} queries";
    }

    private Answer[] Ask(string folder, IndexSearcher searcher, IReadOnlyList<Probe> probes) =>
        QueryAgreement.Compare(folder, searcher, probes, (index, file) => _lucene.Lines("query", index, file));

    private void Check(string folder, FileDirectory directory, string where)
    {
        Report.Checks++;
        try
        {
            _lucene.Run("check", folder);
        }
        catch (InvalidOperationException error)
        {
            Differs(where, $"Lucene's CheckIndex: {error.Message}");
        }

        var report = IndexChecker.Check(directory);
        if (!report.IsClean) Differs(where, $"our check: {string.Join("; ", report.Problems)}");
    }

    // Indexes with the same history hold the same documents; before anything is deleted or merged even under the same
    // ids.
    private void CompareAcross((string State, int Query) place, Answer answer, string where)
    {
        if (QueryGenerator.DependsOnStatistics(answer.Probe.Kind)) return;
        if (_first.TryAdd(place, answer)) return;
        Report.Across++;
        var fresh = place.State.StartsWith("fresh", StringComparison.Ordinal);
        string Comparable(Answer one) => fresh ? one.Lucene.Everything : one.Lucene.Counts;
        if (Comparable(_first[place]) != Comparable(answer))
        {
            Differs(where, $"{answer.Probe.Query}: this index gives {Comparable(answer)}, "
                + $"the first one {Comparable(_first[place])}");
        }
    }

    private void Differs(string where, string what)
    {
        var text = $"DIFFERS {where} (seed {seed}): {what}";
        Report.Differences.Add(text);
        log.WriteLine(text);
    }
}
