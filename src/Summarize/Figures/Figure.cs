using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>A typed number of one article: how many of what, what happened to them, where, when, and who says
/// so.</summary>
internal sealed record Figure
{
    /// <summary>What is counted.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The counted noun as written ("people", "gunmen", "demonstrations"), or the currency; empty when left
    /// out.</summary>
    public required string What { get; init; }

    /// <summary>What money is for ("aid", "loan", "damage", "penalty", "ransom"); null for anything else.</summary>
    public string? Purpose { get; init; }

    /// <summary>How the number is qualified.</summary>
    public required FigureQualifier Qualifier { get; init; }

    /// <summary>Least value; null when the text gives only an upper bound.</summary>
    public required decimal? Low { get; init; }

    /// <summary>Greatest value; null when the text gives only a lower bound.</summary>
    public required decimal? High { get; init; }

    /// <summary>The number with its qualifier, in the body.</summary>
    public required TextSpan Value { get; init; }

    /// <summary>The number with its qualifier and noun.</summary>
    public required TextSpan Words { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required TextSpan Sentence { get; init; }

    /// <summary>The words that say what happened ("killed", "deaths").</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>True when another figure of the sentence includes it: "12 people, including three children".</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// True for a single victim told by name or role rather than by number ("the mayor was killed"): it counts as one,
    /// but is no number that a source gives.
    /// </summary>
    public bool IsUncounted { get; init; }

    /// <summary>One event, or all of a longer time.</summary>
    public FigureScope Scope { get; init; }

    /// <summary>True for a cumulative figure of the last days, weeks or months ("in the past two days"), not since a
    /// beginning.</summary>
    public bool IsWindow { get; init; }

    /// <summary>Where; null when not told.</summary>
    public ArticlePlace? Place { get; init; }

    /// <summary>True when the place stands in the figure's own sentence.</summary>
    public bool PlaceIsNear { get; init; }

    /// <summary>When it happened, or for a cumulative figure since when; null when not told.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Who says so; null when the outlet tells it in its own voice.</summary>
    public FigureSpeaker? Speaker { get; init; }
}

/// <summary>Who a figure is from.</summary>
/// <param name="Name">Name or description as written.</param>
/// <param name="Span">Where in the body; empty when resolved from elsewhere.</param>
/// <param name="ActorId">Id of the article's actor, where it is one.</param>
internal sealed record FigureSpeaker(string Name, TextSpan Span, string? ActorId);
