using Dateline.Eval.Measuring;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>
/// <c>quote-agreement FOLDER</c>: how far two of PolNeAR's trained annotators agree with each other on the articles
/// that both marked, scored as <c>quotes</c> scores the program: what a program can be expected to reach.
/// </summary>
internal static class QuoteAgreementMeasure
{
    private static readonly string[] Parts = ["train", "dev"];

    public static Measure Measure { get; } = new("quote-agreement", "polnear",
        "Two annotators of PolNeAR against each other, scored as quotes scores the program.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        QuoteScore strict = new(TokenOverlap.Jaccard), mean = new(TokenOverlap.Dice);
        foreach (var (one, other) in Parts.SelectMany(part => PolnearCorpus.ReadPairs(Path.Combine(run.Folder, part))))
        {
            if (!run.Includes(one.Name))
                continue;
            List<Attribution> found = [.. other.Attributions.Select(AsFound)];
            strict.Add(one, found);
            mean.Add(one, found);
        }

        foreach (var mistake in strict.Mistakes.Take(run.Worst))
            run.Output.WriteLine(mistake);
        return QuotesMeasure.Figures(strict, mean, run.Output);
    }

    private static Attribution AsFound(GoldAttribution marked) => new()
    {
        Cue = marked.Cue ?? marked.Content[0],
        Content = marked.Content,
        Speaker = marked.Source,
        Form = SpeechForm.Reported,
        Confidence = 1,
    };
}
