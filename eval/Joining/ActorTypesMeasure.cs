using Dateline.Eval.Measuring;
using Dateline.Search.Articles;

namespace Dateline.Eval.Joining;

/// <summary>
/// <c>actor-types FOLDER</c>: whether mentions drawn at random from our own output have the kind that a reader gave
/// them in <see cref="LabelFile"/>. Mentions that are no longer found are left out and counted.
/// </summary>
internal static class ActorTypesMeasure
{
    public const string LabelFile = "types.tsv";

    public static Measure Measure { get; } = new("actor-types", "reuters_news",
        "Kinds of actors by 200 mentions labelled by hand.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var labelled = AnnotatedNews.Labelled(run.Folder, LabelFile, run.Includes);
        var annotated = labelled.ConvertAll(
            static article => (article.Labels, Found: AnnotatedNews.Actors(article.Record)));
        var judged = annotated.SelectMany(
            static article => article.Labels.Select(label => Judge(label, article.Found))).ToList();
        var found = judged.FindAll(static one => one.Actor is not null);
        var actors = judged.FindAll(static one => one.IsActor);
        run.Output.WriteLine($"{found.Count} of {judged.Count} mentions still found, "
            + $"{found.Count(static one => !one.IsActor)} of {judged.Count - actors.Count} that name no actor");
        foreach (var (label, actor, _, _) in found.Where(static one => !one.IsRight).Take(run.Worst))
            run.Output.WriteLine($"{label.Article}\t{label.Name}\t{actor!.Kind} for {label.Label}\t{actor.Name}");
        return
        [
            new("accuracy", Share(found, static one => one.IsRight)),
            new("kind of actors right", Share(found.FindAll(static one => one.IsActor), static one => one.IsRight)),
            new("actors still found", Share(actors, static one => one.Actor is not null)),
        ];
    }

    private static Judgement Judge(LabelLine label, IReadOnlyList<ArticleActor> found)
    {
        var actor = found.FirstOrDefault(actor => actor.Mentions.Any(label.Overlaps));
        var kinds = label.Label.Split('|');
        return new Judgement(label, actor, label.Label != LabelLine.NoActor,
            actor is not null && kinds.Contains(actor.Kind.ToString()));
    }

    private static double Share(List<Judgement> judged, Predicate<Judgement> holds) =>
        judged.Count == 0 ? 0 : (double)judged.FindAll(holds).Count / judged.Count;

    private sealed record Judgement(LabelLine Label, ArticleActor? Actor, bool IsActor, bool IsRight);
}
