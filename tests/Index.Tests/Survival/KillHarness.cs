using System.Diagnostics;
using Dateline.Index.Checking;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Survival;

/// <summary>What a series of kills showed.</summary>
internal sealed record KillSummary
{
    public int Kills { get; init; }

    /// <summary>Commits acknowledged over all.</summary>
    public int Acknowledged { get; init; }

    /// <summary>Kills that left files of an unfinished flush, merge or commit.</summary>
    public int WithLeftovers { get; init; }

    /// <summary>Kills after which one more commit was there than had been acknowledged.</summary>
    public int BeforeAcknowledgement { get; init; }

    /// <summary>Times Lucene's CheckIndex looked.</summary>
    public int LuceneChecks { get; init; }
}

/// <summary>
/// Kills a writing process again and again, each time at another moment, and lets the next one go on with what it left.
/// After each kill the index must hold exactly what it held after the last acknowledged commit, or after the one then
/// under way.
/// </summary>
internal static class KillHarness
{
    private const int LongestMilliseconds = 700;

    /// <param name="folder">An empty folder.</param>
    /// <param name="kills">How often.</param>
    /// <param name="seed">Of the script and of the moments.</param>
    /// <param name="luceneEvery">CheckIndex after every so many kills; 0 for never.</param>
    /// <param name="log">Gets a line a kill.</param>
    public static KillSummary Run(string folder, int kills, int seed, int luceneEvery, TextWriter log)
    {
        var random = new Random(seed);
        var summary = new KillSummary();
        var found = 0;
        for (var round = 1; round <= kills; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var delay = TimeSpan.FromMilliseconds(random.Next(LongestMilliseconds));
            var fromFirstCommit = random.Next(4) > 0;
            int acknowledged;
            using (var process = WriterProcess.Start(folder, seed))
                acknowledged = Math.Max(found, process.Kill(delay, fromFirstCommit));
            using var directory = new FileDirectory(folder);
            var leftovers = directory.ListFiles();
            var before = found;
            found = Verify(directory, seed, acknowledged);
            if (luceneEvery > 0 && round % luceneEvery == 0 && found > 0)
            {
                LuceneOracle.Check(folder);
                summary = summary with { LuceneChecks = summary.LuceneChecks + 1 };
            }

            var unfinished = CountUnreferenced(directory, leftovers);
            summary = summary with
            {
                Kills = round,
                Acknowledged = summary.Acknowledged + acknowledged - before,
                WithLeftovers = summary.WithLeftovers + (unfinished > 0 ? 1 : 0),
                BeforeAcknowledgement = summary.BeforeAcknowledgement + (found > acknowledged ? 1 : 0),
            };
            log.WriteLine(
                $"kill {round}, {delay.TotalMilliseconds} ms from "
                + $"{(fromFirstCommit ? "the first commit" : "the start")}: "
                + $"acknowledged {acknowledged}, found {found}, "
                + $"{unfinished} files left over, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        }

        return summary;
    }

    /// <summary>
    /// The step the index is at. Throws when that is not right or the content is not that of the step.
    /// </summary>
    public static int Verify(IndexDirectory directory, int seed, int acknowledged)
    {
        if (CommitFormat.LastGeneration(directory.ListFiles()) == 0)
            return acknowledged <= 0
                ? 0 : throw new InvalidOperationException($"commit {acknowledged} is gone: there is no index");
        var report = IndexChecker.Check(directory);
        if (!report.IsClean) throw new InvalidOperationException("damaged:\n" + string.Join('\n', report.Problems));
        using var reader = IndexReader.Open(directory);
        var step = int.Parse(reader.UserData[WriterScript.StepKey], provider: null);
        if (step != acknowledged && step != acknowledged + 1)
            throw new InvalidOperationException($"commit {acknowledged} was acknowledged, {step} is there");
        Compare(WriterScript.Facts(seed, step), ReaderFacts.Read(reader), step);
        return step;
    }

    private static void Compare(
        Dictionary<string, List<string>> expected, Dictionary<string, List<string>> found, int step)
    {
        if (!expected.Keys.ToHashSet().SetEquals(found.Keys))
            throw new InvalidOperationException(
                $"commit {step} has {expected.Count} documents, the index {found.Count}");
        foreach (var (id, facts) in expected)
        {
            var withoutPoints = facts.FindAll(fact => !fact.StartsWith("point ", StringComparison.Ordinal));
            if (!withoutPoints.SequenceEqual(found[id]))
                throw new InvalidOperationException($"document {id} of commit {step} is not as it was put in");
        }
    }

    private static int CountUnreferenced(IndexDirectory directory, IReadOnlyList<string> files)
    {
        var generation = CommitFormat.LastGeneration(files);
        if (generation == 0) return files.Count(file => file != "write.lock");
        var known = CommitFormat.Read(directory, generation).AllFiles.Append("write.lock")
            .ToHashSet(StringComparer.Ordinal);
        return files.Count(file => !known.Contains(file));
    }
}
