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
        "Attributions in PolNeAR dev: contents at token overlap 0.8 (Jaccard unless said), speakers of those found.",
        Run);

    private static List<Figure> Run(MeasureRun run)
    {
        QuoteScore strict = new(TokenOverlap.Jaccard), mean = new(TokenOverlap.Dice);
        var finder = AttributionFinder.Default;
        foreach (var article in PolnearCorpus.Read(Path.Combine(run.Folder, "dev"))
            .Where(one => run.Includes(one.Name)))
        {
            var found = finder.Find(article.Text);
            strict.Add(article, found);
            mean.Add(article, found);
        }

        foreach (var mistake in strict.Mistakes.Take(run.Worst))
            run.Output.WriteLine(mistake);
        return Figures(strict, mean, run.Output);
    }

    /// <summary>Prints precision and recall, and returns the figures.</summary>
    public static List<Figure> Figures(QuoteScore strict, QuoteScore mean, TextWriter output)
    {
        strict.Print(output);
        mean.Print(output);
        return
        [
            new("quoted F1", strict.QuotedF1),
            new("all F1", strict.AllF1),
            new("quoted F1 (Dice)", mean.QuotedF1),
            new("all F1 (Dice)", mean.AllF1),
            new("speaker right", strict.SpeakerShare),
        ];
    }
}
