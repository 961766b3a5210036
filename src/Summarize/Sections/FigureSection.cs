using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Figures;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Sections;

/// <summary>The figures of a briefing.</summary>
/// <param name="Rows">Rows for print, disputed ones first.</param>
/// <param name="DisputedSentences">Where disputed numbers stand: article id and the sentence's span in the
/// body.</param>
/// <param name="Disputes">The same by what is disputed: numbers of one entry contradict each other.</param>
internal sealed record FigureReport(
    IReadOnlyList<BriefingFigure> Rows, IReadOnlySet<(string ArticleId, TextSpan Sentence)> DisputedSentences,
    IReadOnlyList<IReadOnlyList<(string ArticleId, TextSpan Sentence)>> Disputes)
{
    /// <summary>True when the sentence carries a number that another speaker disputes.</summary>
    public bool IsDisputed(EvidenceSentence sentence) =>
        DisputedSentences.Any(disputed => disputed.ArticleId == sentence.Article.Id
            && disputed.Sentence.Start < sentence.End && sentence.Start < disputed.Sentence.End);
}

/// <summary>
/// Collects the numbers of the articles used, those of one event together. Only events that bear on the topic: the
/// sentence of one of their numbers shares a word with it, or its article is one of the main hits; then all their
/// numbers come along, for a number without its rival would look like a fact.
/// </summary>
internal sealed class FigureSection(EvidencePool pool, IReadOnlySet<int> topicTerms, Vocabulary vocabulary)
{
    private const double MainArticleScore = 0.5;

    /// <summary>At most <paramref name="limit"/> rows.</summary>
    public FigureReport Build(int limit, CancellationToken cancellationToken)
    {
        var groups = FigureComparison.Compare(Statements(cancellationToken));
        var rows = groups.Where(group =>
            group.Statements.Any(BearsOnTopic)).Select((group, order) => (Group: WithScope(group, groups), order))
            .OrderBy(static pair => Standing(pair.Group)).ThenByDescending(static pair => pair.Group.Statements.Count)
            .ThenBy(static pair => pair.Group.Statements.Min(static statement => statement.HitRank))
            .ThenByDescending(static pair => pair.Group.Statements.Max(static statement => statement.Interval.High))
            .ThenBy(static pair => pair.order)
            .Take(limit).Select(static pair => Row(pair.Group)).ToList();
        List<IReadOnlyList<(string ArticleId, TextSpan Sentence)>> disputes =
        [
            .. groups.Where(static group => group.Status == FigureStatus.Disputed)
                .Select(static group => group.Statements
                    .Select(static statement => (statement.Article.Id, statement.First.Sentence)).Distinct().ToList()),
        ];
        return new FigureReport(rows, disputes.SelectMany(static dispute => dispute).ToHashSet(), disputes);
    }

    private IEnumerable<FigureStatement> Statements(CancellationToken cancellationToken)
    {
        for (var rank = 0; rank < pool.Articles.Count; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var article = pool.Articles[rank].Article;
            var figures = FigureFinder.Find(article).FindAll(static figure => !figure.IsUncounted);
            if (figures.Count == 0) continue;
            foreach (var statement in FigureStatement.Of(article, rank, pool.Origins[rank],
                ArticleFigures.Attribute(article, figures, pool.Articles[rank].Speech)))
                yield return statement;
        }
    }

    private bool BearsOnTopic(FigureStatement statement) =>
        topicTerms.Count == 0
        || pool.Articles[statement.HitRank].Score >= MainArticleScore * pool.Articles[0].Score
        || vocabulary.Terms(statement.First.Sentence.Of(statement.Article.Body)).Any(topicTerms.Contains);

    private static int Standing(FigureGroup group) => group.Status switch
    {
        FigureStatus.Disputed => 0,
        FigureStatus.Rising or FigureStatus.Revised => 1,
        FigureStatus.Agreed => 2,
        _ => 3,
    };

    // A lone number beside one of another scope is easily taken for its rival.
    private static FigureGroup WithScope(FigureGroup group, List<FigureGroup> all)
    {
        if (group.Status is not (FigureStatus.OneReport or FigureStatus.OneOrigin)) return group;
        var first = group.Statements[0].First;
        var other = all.Find(candidate => candidate != group && IsOtherScope(first, candidate.Statements[0].First));
        return other is null ? group : group with
        {
            Status = FigureStatus.DifferentScope,
            Reason = first.Scope == FigureScope.Cumulative
                ? "a total over a longer time; other rows count single events"
                : other.Statements[0].First.Scope == FigureScope.Cumulative
                    ? "one event; another row counts a longer time"
                : "another row counts killed and injured together",
        };
    }

    private static bool IsOtherScope(Figure one, Figure other) => one.Place?.Path == other.Place?.Path
        && one.Place is not null
        && (one.Kind == other.Kind ? one.Scope != other.Scope
            : one.Scope == other.Scope && one.Kind is FigureKind.Killed or FigureKind.Injured
                && other.Kind == FigureKind.Casualties);

    private static BriefingFigure Row(FigureGroup group)
    {
        var lead = group.Statements[0];
        var dated = group.Statements.FirstOrDefault(static statement => statement.First.Date is { } date
            && (statement.AsOf is not { } asOf || date.Date.First <= asOf.Last));
        var placed = group.Statements.Where(static statement => statement.First.Place is not null)
            .MaxBy(static statement =>
                (statement.First.PlaceIsNear, statement.First.Place!.Path.Count(static unit => unit == '/')));
        return new BriefingFigure
        {
            Kind = lead.First.Kind,
            What = EvidenceCollector.Fold(lead.First.What),
            Purpose = lead.First.Purpose,
            Place = placed is null ? null : string.Join(", ", placed.First.Place!.Names.Reverse()),
            Date = dated?.First.Date!.Date,
            DateCitation = dated is null ? null : Cite(dated.Article, dated.First.Date!.Evidence),
            Scope = lead.First.Scope,
            Status = group.Status,
            Reason = group.Reason,
            Origins = group.Statements.Select(static statement => statement.Origin).Distinct().Count(),
            Values = [.. group.Statements.SelectMany(static statement =>
                statement.Figures.Select(figure => Value(statement.Article, figure)))],
        };
    }

    private static Citation Cite(Article article, Search.Articles.Evidence evidence) =>
        CitationFactory.Cite(article, evidence.Start, evidence.End);

    private static FigureValue Value(Article article, Figure figure)
    {
        var words = figure.Words;
        return new FigureValue
        {
            Text = EvidenceCollector.Fold(words.Of(article.Body)),
            Qualifier = figure.Qualifier,
            Low = figure.Low,
            High = figure.High,
            Speaker = figure.Speaker is { } speaker
                ? EvidenceCollector.Fold(speaker.Name).TrimEnd(',', ';', ' ') : null,
            SpeakerCitation = figure.Speaker is { Span: var span }
                ? CitationFactory.Cite(article, span.Start, span.End) : null,
            AsOf = article.Published?.Date,
            Outlet = article.Outlet,
            Citation = CitationFactory.Cite(article, words.Start, words.End),
            Sentence = CitationFactory.Cite(article, figure.Sentence.Start, figure.Sentence.End),
        };
    }
}
