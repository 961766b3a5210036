using System.Globalization;
using Dateline.Search.Names;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>
/// Trains the speech model. The single decisions are learned from all articles; what judges whole readings and joins
/// quotations learns from decisions about articles that they were not learned from (jackknife over folds).
/// </summary>
internal sealed class SpeechTraining(List<AttributedArticle> articles, SpeechTrainingOptions options)
{
    private const int LeastCueCount = 3;
    private const int Folds = 5;

    /// <summary>The model of all articles.</summary>
    public SpeechModel Train()
    {
        var drafts = Jackknife(out _, out var joins);
        return Joined(Judged(Base(-1), drafts, -1), joins, -1);
    }

    /// <summary>Trains on all folds but one and measures on that one, for each.</summary>
    public void HoldOut(TextWriter output)
    {
        Jackknife(out var judges, out var joins);
        QuoteScore strict = new(TokenOverlap.Jaccard), mean = new(TokenOverlap.Dice);
        for (var fold = 0; fold < Folds; fold++)
        {
            var finder = new AttributionFinder(Joined(judges[fold], joins, fold), NameTagger.Default);
            foreach (var article in Of(fold))
            {
                var found = finder.Find(article.Text);
                strict.Add(article, found);
                mean.Add(article, found);
            }
        }

        foreach (var figure in QuotesMeasure.Figures(strict, mean, output))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out {figure.Name}: {figure.Value:F4}"));
    }

    // For each fold the decisions about it of a model that was not trained on it.
    private List<SpeechExample>[] Jackknife(out SpeechModel[] judges, out List<SpeechExample>[] joins)
    {
        var bases = Enumerable.Range(0, Folds).Select(Base).ToArray();
        var drafts = bases.Select((model, fold) => Drafts(fold, model)).ToArray();
        judges = [.. bases.Select((model, fold) => Judged(model, drafts, fold))];
        joins = [.. judges.Select((model, fold) => Joins(fold, model))];
        return drafts;
    }

    private IEnumerable<AttributedArticle> Of(int fold) => articles.Where((_, i) => i % Folds == fold);

    // The single decisions, of all articles but those of a fold.
    private SpeechModel Base(int fold)
    {
        var others = articles.Where((_, i) => i % Folds != fold).ToList();
        var cues = SpeechExamples.Cues(others, LeastCueCount);
        var examples = new SpeechExamples();
        foreach (var article in others)
            examples.Add(article, NameTagger.Default, cues);
        return new SpeechTrainer(options).Train(examples, cues);
    }

    private List<SpeechExample> Drafts(int fold, SpeechModel model)
    {
        var examples = new SpeechStructureExamples();
        foreach (var article in Of(fold))
            examples.AddDrafts(article, model);
        return examples.Drafts;
    }

    private SpeechModel Judged(SpeechModel model, List<SpeechExample>[] drafts, int without) =>
        new SpeechTrainer(options).TrainDrafts(model, Without(drafts, without));

    private SpeechModel Joined(SpeechModel model, List<SpeechExample>[] joins, int without) =>
        new SpeechTrainer(options).TrainJoins(model, Without(joins, without));

    private static List<SpeechExample> Without(List<SpeechExample>[] folds, int without) =>
        [.. folds.Where((_, fold) => fold != without).SelectMany(examples => examples)];

    private List<SpeechExample> Joins(int fold, SpeechModel model)
    {
        var examples = new SpeechStructureExamples();
        foreach (var article in Of(fold))
            examples.AddJoins(article, model);
        return examples.Joins;
    }
}
