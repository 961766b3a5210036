using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Gives figures their speakers from an article's attributions. A pronoun stands for the last speaker who was named. A
/// sentence that speaks of saying or claiming but whose speaker is not understood keeps its figure from passing as the
/// outlet's own. Stateless.
/// </summary>
internal static class FigureSpeakers
{
    /// <summary>Name of a speaker whom the sentence has but we could not tell.</summary>
    public const string Unresolved = "unresolved";

    /// <summary>The figures with their speakers, in the same order.</summary>
    public static List<Figure> Assign(Article article, IReadOnlyList<Figure> figures,
        IReadOnlyList<Attribution> attributions)
    {
        var said = new List<Figure>(figures.Count);
        foreach (var figure in figures)
            said.Add(figure with { Speaker = Find(article, figure, attributions) });
        return said;
    }

    private static FigureSpeaker? Find(Article article, Figure figure, IReadOnlyList<Attribution> attributions)
    {
        Attribution? best = null;
        foreach (var attribution in attributions)
            if (attribution.Content.Any(span => span.Start <= figure.Value.Start && figure.Value.End <= span.End)
                && IsBetter(attribution, best) && !ReportedBy.ClaimsLives(article.Body, attribution.Cue))
                best = attribution;
        if (best is not null && FirstHand(article, figure, best, attributions) is { } own) return own;
        if (best is not null && Named(article, figure, best.Speaker, attributions) is { } named) return named;
        if (Trailing(figure, attributions) is { } trailing
            && Named(article, figure, trailing.Speaker, attributions) is { } last) return last;
        var cue = ReportedBy.Find(article.Body, figure);
        if (cue is { Speaker: { } span } && Named(article, figure, span, attributions) is { } spoken) return spoken;
        return (best?.Cue ?? cue?.Cue) is { } unresolved ? new FigureSpeaker(Unresolved, unresolved, null) : null;
    }

    // "He said only 37 were killed, according to comments carried by the agency": it is he who says so.
    private static FigureSpeaker? FirstHand(
        Article article, Figure figure, Attribution source, IReadOnlyList<Attribution> attributions) =>
        source.Cue.Of(article.Body).StartsWith("according", StringComparison.OrdinalIgnoreCase)
        && ReportedBy.Find(article.Body, figure) is { Speaker: { } speaker } cue && cue.Cue.End <= figure.Value.Start
            ? Named(article, figure, speaker, attributions) : null;

    // "Forces killed 70, more than 10 of them children, the group said": the speaker at the end speaks for all before.
    private static Attribution? Trailing(Figure figure, IReadOnlyList<Attribution> attributions) =>
        attributions.FirstOrDefault(attribution =>
        attribution.Cue.Start > figure.Value.End && attribution.Cue.End <= figure.Sentence.End
        && attribution.Content[0].Start > figure.Value.Start && attribution.Content[0].Start < attribution.Cue.Start);

    // The innermost: "he said only 37 were killed, according to comments carried by the agency".
    private static bool IsBetter(Attribution one, Attribution? other) => other is null
        || (one.Speaker is not null, -Length(one)).CompareTo((other.Speaker is not null, -Length(other))) > 0;

    private static int Length(Attribution attribution) => attribution.Content.Sum(static span => span.Length);

    private static FigureSpeaker? Named(
        Article article, Figure figure, TextSpan? speaker, IReadOnlyList<Attribution> attributions)
    {
        if (speaker is not { } span || span.Of(article.Body).Trim().Equals("there", StringComparison.OrdinalIgnoreCase))
            return null;
        if (IsRelative(span.Of(article.Body)))
            return ReportedBy.Antecedent(article.Body, figure.Sentence, span) is { } before
                && !IsReference(before.Of(article.Body))
                ? Named(article, before) : null;
        if (!IsReference(span.Of(article.Body))) return Named(article, span);
        FigureSpeaker? last = null;
        foreach (var earlier in attributions)
            if (earlier.Speaker is { } name && name.End <= span.Start && !IsReference(name.Of(article.Body))
                && (last is null || name.Start > last.Span.Start))
                last = Named(article, name);
        return last;
    }

    private static FigureSpeaker Named(Article article, TextSpan span)
    {
        var actor = article.Actors.FirstOrDefault(actor => actor.Mentions.Any(mention =>
            mention.Field == EvidenceField.Body && mention.Start < span.End && span.Start < mention.End));
        return new FigureSpeaker(article.Body[span.Start..span.End], span, actor?.Id);
    }

    private static bool IsRelative(ReadOnlySpan<char> name) =>
        name.Trim().ToString().ToUpperInvariant() is "WHO" or "WHICH" or "THAT";

    private static bool IsReference(ReadOnlySpan<char> name) => name.Trim().ToString().ToUpperInvariant() is "HE"
        or "SHE" or "IT" or "THEY"
        or "THE GROUP" or "THE AGENCY" or "THE ORGANISATION" or "THE ORGANIZATION" or "THE OFFICIAL"
            or "THE SPOKESMAN" or "THE SPOKESWOMAN"
        or "THE SOURCE" or "THE STATEMENT" or "THE MINISTRY" or "THE REPORT" or "WE" or "I";
}
