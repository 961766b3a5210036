using Dateline.Search.Articles;

namespace Dateline.Summarize.Figures;

/// <summary>
/// What one sentence says of one event in numbers: one figure, or several that add up ("37 gunmen and two civilians
/// were killed").
/// </summary>
internal sealed record FigureStatement
{
    private HashSet<string>? _parties;

    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>Rank of the article among the hits, from 0.</summary>
    public required int HitRank { get; init; }

    /// <summary>Number of the independent origin.</summary>
    public required int Origin { get; init; }

    /// <summary>The figures, in text order; at least one. They share kind, scope, place, date and speaker.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>The numbers of the sentence that this one includes: "45 people, 34 of them miners".</summary>
    public IReadOnlyList<FigureInterval> Parts { get; init; } = [];

    /// <summary>Their sum.</summary>
    public required FigureInterval Interval { get; init; }

    /// <summary>True for "three other Americans": the number leaves out somebody told besides.</summary>
    public bool IsBesides => Figures.Any(figure => Article.Body.AsSpan(figure.Words.Start, figure.Words.Length)
        .Contains(" other", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Who the sentence names (ids of actors) and, where money is lent, given or lost, its countries.
    /// </summary>
    public IReadOnlySet<string> Parties => _parties ??= NamedIn(Article, First);

    private static HashSet<string> NamedIn(Article article, Figure figure)
    {
        bool IsInside(Search.Articles.Evidence mention) => mention.Field == EvidenceField.Body
            && figure.Sentence.Start <= mention.Start && mention.End <= figure.Sentence.End;
        var named = article.Actors.Where(actor => actor.Mentions.Any(IsInside)).Select(static actor => actor.Id)
            .ToHashSet(StringComparer.Ordinal);
        if (figure.Purpose is "loan" or "aid" or MoneyRules.Damage)
            named.UnionWith(article.Places.Where(place => place.Mentions.Any(IsInside))
                .Select(static place => "place:" + place.Path.Split('/')[0]));
        return named;
    }

    /// <summary>The first figure.</summary>
    public Figure First => Figures[0];

    /// <summary>When it was reported; null when the article is undated.</summary>
    public DateRange? AsOf => Article.Published?.Date;

    /// <summary>Who says it, for telling speakers apart: the actor, else the name, else the outlet.</summary>
    public string SpeakerKey => First.Speaker is not { } speaker ? "outlet:" + (Article.Outlet ?? Article.Id)
        : speaker.ActorId is { } actor ? "actor:" + actor
        : "name:" + speaker.Name.ToUpperInvariant();

    /// <summary>The statements of an article: figures of one sentence, kind, event and speaker together.</summary>
    public static IEnumerable<FigureStatement> Of(Article article, int rank, int origin, IReadOnlyList<Figure> figures)
    {
        foreach (var group in figures.Where(static figure => !figure.IsUncounted && !figure.IsPart)
            .GroupBy(static figure => (figure.Sentence, figure.Kind, figure.Trigger, Place: figure.Place?.Path,
                figure.Scope, figure.Speaker?.Name)))
        {
            var parts = group.ToList();
            yield return new FigureStatement
            {
                Article = article,
                HitRank = rank,
                Origin = origin,
                Figures = parts,
                Parts = [.. figures.Where(figure => figure.IsPart && figure.Sentence == group.Key.Sentence
                    && figure.Kind == group.Key.Kind).Select(FigureInterval.Of)],
                Interval = parts.Select(FigureInterval.Of).Aggregate(static (one, other) => one.Plus(other)),
            };
        }
    }
}
