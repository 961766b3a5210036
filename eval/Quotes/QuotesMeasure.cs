using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>
/// <c>quotes FOLDER</c>: who said what in PolNeAR's development part, on which nothing was trained: contents by
/// <see cref="QuoteScore"/>, over all attributions and over those with quotation marks in their content.
/// </summary>
internal static class QuotesMeasure
{
    public static Measure Measure { get; } = new("quotes", "polnear",
        "Attributions in PolNeAR dev: contents at token overlap 0.8 (intersection over union), speakers of those found.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var score = new QuoteScore();
        var finder = AttributionFinder.Default;
        foreach (var article in PolnearCorpus.Read(Path.Combine(run.Folder, "dev")))
        {
            if (run.Includes(article.Name))
                score.Add(article, finder.Find(article.Text));
        }

        foreach (var mistake in score.Mistakes.Take(run.Worst))
            run.Output.WriteLine(mistake);
        return Figures(score, run);
    }

    /// <summary>Prints precision and recall, and returns the figures.</summary>
    public static List<Figure> Figures(QuoteScore score, MeasureRun run)
    {
        double precision = Share(score.Matched, score.Found), recall = Share(score.Matched, score.Gold);
        double quotedPrecision = Share(score.QuotedFoundMatched, score.QuotedFound);
        var quotedRecall = Share(score.QuotedGoldMatched, score.QuotedGold);
        run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"all: {score.Gold} marked, {score.Found} found; precision {precision:F3}, recall {recall:F3}"));
        run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with quotation marks: {score.QuotedGold} marked, {score.QuotedFound} found; precision {quotedPrecision:F3}, recall {quotedRecall:F3}"));
        return
        [
            new("quoted F1", F(quotedPrecision, quotedRecall)),
            new("all F1", F(precision, recall)),
            new("speaker right", Share(score.SpeakerRight, score.Spoken)),
        ];
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double F(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
