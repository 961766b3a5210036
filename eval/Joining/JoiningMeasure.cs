using Dateline.Eval.Measuring;

namespace Dateline.Eval.Joining;

/// <summary>
/// <c>joining FOLDER</c>: whether names of one actor within an article are joined and others kept apart, over pairs of
/// the names that were labelled by hand in <see cref="LabelFile"/>.
/// </summary>
internal static class JoiningMeasure
{
    public const string LabelFile = "joining.tsv";

    public static Measure Measure { get; } = new("joining", "reuters_news",
        "Names of one actor joined within an article: pairs, by 100 articles labelled by hand.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var score = new JoiningScore();
        foreach (var (record, labels) in AnnotatedNews.Labelled(run.Folder, LabelFile, run.Includes))
            score.Add(record.Id, labels, AnnotatedNews.Actors(record));
        run.Output.WriteLine(score.Counts);
        if (run.Worst > 0)
            PrintMistakes(score, run);
        return
        [
            new("precision", score.Precision),
            new("recall", score.Recall),
            new("precision with strays", score.StrictPrecision),
            new("names found", score.Found),
        ];
    }

    private static void PrintMistakes(JoiningScore score, MeasureRun run)
    {
        var worst = score.Mistakes.GroupBy(static mistake => mistake, StringComparer.Ordinal)
            .OrderByDescending(static same => same.Count()).Take(run.Worst);
        foreach (var same in worst)
            run.Output.WriteLine($"{same.Count(),4}\t{same.Key}");
    }
}
