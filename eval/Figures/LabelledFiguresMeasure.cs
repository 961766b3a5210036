using Dateline.Eval.Measuring;
using Dateline.Summarize.Figures;

namespace Dateline.Eval.Figures;

/// <summary>
/// <c>figures-labelled FOLDER</c>: figures of 50 articles against labels made by reading. A figure is exactly right
/// when kind, qualifier, both bounds, scope and part are the label's and the spans of the number meet; one that no
/// label has is wrong. Speaker, place and date are scored over the figures exactly right, where the label tells one
/// (the speaker always: telling none where the outlet speaks is right).
/// </summary>
internal static class LabelledFiguresMeasure
{
    /// <summary>The first fifty, chosen for their words of harm.</summary>
    public static Measure Chosen { get; } = new("figures-labelled", "reuters_news",
        "Figures of 50 articles against labels made by reading; needs background_summaries beside the set.",
        static run => Run(run, FigureLabelSet.Chosen));

    /// <summary>The second fifty, drawn by lot.</summary>
    public static Measure Drawn { get; } = new("figures-drawn", "reuters_news",
        "Figures of 50 articles drawn by lot; needs reuters21578, background_summaries and muc34 beside the set.",
        static run => Run(run, FigureLabelSet.Drawn));

    /// <summary>Thirty more, drawn by lot from articles with numbers of people.</summary>
    public static Measure Near { get; } = new("figures-near", "reuters_news",
        "Figures of 30 articles with numbers of people drawn by lot; needs the same sets.",
        static run => Run(run, FigureLabelSet.Near));

    private static List<Measuring.Figure> Run(MeasureRun run, FigureLabelSet set)
    {
        var wanted = set.Articles().Where(run.Includes).ToHashSet(StringComparer.Ordinal);
        var labels = set.Labels().Where(label => wanted.Contains(label.Article)).ToLookup(static label =>
            label.Article, StringComparer.Ordinal);
        var texts = set.Read(run.Folder, wanted);
        if (texts.Count != wanted.Count)
            throw new FormatException(
                $"{wanted.Count} articles are labelled, {texts.Count} of them are in the sets: another version?");
        int given = 0, met = 0, exact = 0, told = 0, speakers = 0, places = 0, placed = 0, dates = 0, dated = 0;
        foreach (var text in texts)
        {
            var figures = ArticleFigures.Of(text.Compose()).FindAll(static figure =>
                !figure.IsUncounted);
            given += figures.Count;
            told += labels[text.Id].Count();
            foreach (var label in labels[text.Id])
            {
                if (!text.Body.AsSpan(label.Start).StartsWith(label.Words))
                    throw new FormatException(
                        $"{text.Id}: '{label.Words}' is not at {label.Start}: another version of the set?");
                met += figures.Exists(label.Meets) ? 1 : 0;
                if (figures.Find(label.IsExact) is not { } figure) continue;
                exact++;
                speakers += label.IsSpeaker(figure) ? 1 : 0;
                (placed, places) = label.Place is null ? (placed, places)
                    : (placed + 1, places + (label.IsPlace(figure) ? 1 : 0));
                (dated, dates) = label.Date is null ? (dated, dates)
                    : (dated + 1, dates + (label.IsDate(figure) ? 1 : 0));
            }

            Show(run, text, figures, [.. labels[text.Id]]);
        }

        run.Output.WriteLine($"{texts.Count} articles, {told} figures labelled, {given} found, {exact} exactly right");
        return
        [
            new("exact precision", Share(exact, given)), new("exact recall", Share(exact, told)),
                new("found recall", Share(met, told)),
            new("speaker", Share(speakers, exact)), new("place", Share(places, placed)),
                new("date", Share(dates, dated)),
        ];
    }

    private static void Show(MeasureRun run, LabelText text, List<Summarize.Figures.Figure> figures,
        List<FigureLabel> labels)
    {
        if (run.Worst == 0) return;
        foreach (var figure in figures)
        {
            var label = labels.Find(label => label.Meets(figure));
            var verdict = label is null ? "NO LABEL" : !label.IsExact(figure) ? "NOT EXACT" : !label.IsSpeaker(figure)
                ? "SPEAKER" : !label.IsPlace(figure) ? "PLACE"
                : !label.IsDate(figure) ? "DATE" : "right";
            run.Output.WriteLine(
                $"{verdict}\t{Short(text.Id)}\t{figure.Kind} {figure.Qualifier} {figure.Low}..{figure.High} "
                    + $"{figure.Scope} {(figure.IsPart ? "part" : "")}"
                + $" by {figure.Speaker?.Name} at {figure.Place?.Path} on {figure.Date?.Date}\t{label}\t"
                + $"{text.Body[figure.Sentence.Start..figure.Sentence.End].ReplaceLineEndings(" ")}");
        }

        foreach (var label in labels.Where(label => !figures.Exists(label.Meets)))
            run.Output.WriteLine($"MISSED\t{Short(text.Id)}\t{label.Words} {label.Kind}\t"
                + $"{text.Body.Substring(label.Start, Math.Min(80, text.Body.Length - label.Start))
                    .ReplaceLineEndings(" ")}");
    }

    private static string Short(string id) => id[Math.Max(0, id.Length - 20)..];

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}
