using System.Diagnostics;
using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Eval.Timelines;

/// <summary>
/// <c>timelines FOLDER</c>: the briefing's timeline against human ones on Timeline17, Crisis and Entities, by the
/// protocol of Gholipour Ghalandari and Ifrim (ACL 2020): as many days as the reference, as many sentences a day as it
/// has on average, sources from its first day to its last (Entities: a week more on either side, and reference days
/// near no article left out).
/// </summary>
internal static class TimelinesMeasure
{
    private const int EntitiesMargin = 7;
    private const int NearDays = 2;

    /// <summary>The sets, and how many topics of each make a sample.</summary>
    private static readonly (string Set, int Sample)[] Sets = [("T17", 3), ("Crisis", 1), ("Entities", 6)];

    public static Measure Measure { get; } = new("timelines", "timelines",
        "Timelines: date F1 and ROUGE under many-to-one alignment on Timeline17, Crisis and Entities.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        List<Figure> figures = [];
        foreach (var (set, sample) in Sets)
        {
            List<TimelineScore> scores = [];
            List<string> absent = [], sentencesOnly = [], unrestored = [];
            foreach (var name in TimelineCorpus.Topics(run.Folder, set, run.Sample ? sample : null).Where(run.Includes))
            {
                if (TimelineCorpus.Read(run.Folder, set, name) is not { } topic) absent.Add(name);
                else
                {
                    if (set == "T17" && !run.Sample) Restore(topic, run.Output);
                    if (topic.References.Count == 0) unrestored.Add(name);
                    if (!topic.HasArticles) sentencesOnly.Add(name);
                    scores.AddRange(Score(topic, run));
                }
            }

            if (scores.Count == 0) continue;
            run.Output.WriteLine($"{set}: {scores.Count} reference timelines; dated sentences only: "
                + $"{Names(sentencesOnly)}; left out, no sources: {Names(absent)}; "
                + $"left out, days of the reference cannot be restored: {Names(unrestored)}");
            var average = TimelineScore.Average(scores);
            figures.Add(new($"{set} date F1", average.Dates.F));
            figures.Add(new($"{set} AR1", average.Rouge1.F));
            figures.Add(new($"{set} AR2", average.Rouge2.F));
        }

        return figures;
    }

    private static string Names(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static IEnumerable<TimelineScore> Score(TimelineTopic topic, MeasureRun run)
    {
        foreach (var whole in topic.References)
        {
            var reference = topic.Set == "Entities" ? Covered(whole, topic.Articles) : whole;
            if (reference.Days.Count == 0) continue;
            var margin = topic.Set == "Entities" ? EntitiesMargin : 0;
            var watch = Stopwatch.StartNew();
            var predicted = BriefingTimelines.Predict(
                topic, reference.Days.Min().AddDays(-margin), reference.Days.Max().AddDays(margin),
                reference.Days.Count,
                reference.SentencesPerDay);
            var score = TimelineScore.Of(predicted, reference);
            run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{topic.Set}/{topic.Name,-22} {reference.Days.Count,4} days of {whole.Days.Count,4} x "
                    + $"{reference.SentencesPerDay}: dates {score.Dates.F:F3} AR1 {score.Rouge1.F:F3} AR2 "
                    + $"{score.Rouge2.F:F3}  {watch.Elapsed.TotalSeconds:F1} s"));
            yield return score;
        }
    }

    // How well days are restored where they were not given, seen where they were.
    private static void Restore(TimelineTopic topic, TextWriter output)
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var joiner = new JoinedTimeline(vocabulary, new DayWords(topic.Articles, vocabulary));
        int right = 0, all = 0;
        foreach (var reference in topic.References)
        {
            var restored = joiner.Restore([.. reference.Days.SelectMany(day => reference[day])], [.. reference.Days])!;
            all += reference.Sentences;
            right += reference.Days.Sum(day => restored[day].Intersect(reference[day], StringComparer.Ordinal).Count());
        }

        output.WriteLine($"{topic.Set}/{topic.Name}: run together and restored, {right} of {all} sentences stand on "
            + $"their day again");
    }

    // Days near which nothing was published cannot be found.
    private static DatedSummaries Covered(DatedSummaries timeline, IReadOnlyList<Article> articles)
    {
        var published = articles.Select(static article => article.Published?.Date.First.DayNumber ?? 0).ToHashSet();
        return timeline.Where(day => Enumerable.Range(day.DayNumber - NearDays, 2 * NearDays + 1)
            .Any(published.Contains));
    }
}
