using System.Text.Json.Serialization;
using Dateline.Search.Articles;

namespace Dateline.Summarize.Model;

/// <summary>How the numbers of one event stand to each other.</summary>
public enum FigureStatus
{
    /// <summary>One report.</summary>
    OneReport,

    /// <summary>Several reports of one origin.</summary>
    OneOrigin,

    /// <summary>Independent origins give numbers that agree.</summary>
    Agreed,

    /// <summary>Different speakers give numbers that do not agree.</summary>
    Disputed,

    /// <summary>Later reports give more.</summary>
    Rising,

    /// <summary>A later report gives less.</summary>
    Revised,

    /// <summary>Another row counts the same over a different time, or killed and injured together.</summary>
    DifferentScope,
}

/// <summary>One quantity of one event: every number given for it.</summary>
public sealed record BriefingFigure
{
    /// <summary>What is counted.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The counted noun of the first value, or the currency; may be empty.</summary>
    public required string What { get; init; }

    /// <summary>What money is for ("aid", "loan", "damage" …); null for anything else.</summary>
    public string? Purpose { get; init; }

    /// <summary>Where, as display names from the country down; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>When, or since when; null when not told.</summary>
    public DateRange? Date { get; init; }

    /// <summary>The date expression.</summary>
    public Citation? DateCitation { get; init; }

    /// <summary>One event, or all of a longer time.</summary>
    public required FigureScope Scope { get; init; }

    /// <summary>How the values stand to each other.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>The rule that says so, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Independent origins among the values.</summary>
    public required int Origins { get; init; }

    /// <summary>The values, by as-of date; at least one.</summary>
    [JsonRequired]
    public IReadOnlyList<FigureValue> Values { get; init; } = [];
}

/// <summary>A number that somebody gave.</summary>
public sealed record FigureValue
{
    /// <summary>The number with qualifier and noun, verbatim (white space folded).</summary>
    public required string Text { get; init; }

    /// <summary>How it is qualified.</summary>
    public required FigureQualifier Qualifier { get; init; }

    /// <summary>Least value, or null.</summary>
    public decimal? Low { get; init; }

    /// <summary>Greatest value, or null.</summary>
    public decimal? High { get; init; }

    /// <summary>Who says so, as written; null when the outlet tells it in its own voice.</summary>
    public string? Speaker { get; init; }

    /// <summary>Where the speaker is named; null with <see cref="Speaker"/>.</summary>
    public Citation? SpeakerCitation { get; init; }

    /// <summary>Publication date of the article.</summary>
    public DateRange? AsOf { get; init; }

    /// <summary>Its outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The number's own words.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The sentence they stand in.</summary>
    public required Citation Sentence { get; init; }
}
