using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Search.Dates;

/// <summary>Class of a time expression, as TIMEX3 has them (TimeML 1.2.1).</summary>
public enum TimeExpressionKind
{
    /// <summary>A calendar date of any granularity, or a vague reference to one.</summary>
    Date,

    /// <summary>A part of a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>A time expression found in a text.</summary>
/// <param name="Span">The expression in its text.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value: <c>2012-07-16</c>, <c>2012-W28</c>, <c>P2D</c>, <c>PAST_REF</c> …</param>
/// <param name="Range">The days it stands for; null when it names none or they cannot be known.</param>
/// <param name="Rule">Kebab-case name of the rule that read it.</param>
public sealed record TimeExpression(TextSpan Span, TimeExpressionKind Kind, string Value, DateRange? Range,
    string Rule);
