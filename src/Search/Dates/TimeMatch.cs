using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>What a rule read.</summary>
/// <param name="First">First token.</param>
/// <param name="Next">Token after the last.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Range">Days, where known.</param>
/// <param name="Rule">Rule name.</param>
internal readonly record struct TimeMatch(
    int First, int Next, TimeExpressionKind Kind, string Value, DateRange? Range, string Rule)
{
    /// <summary>A date whose TIMEX3 value follows from its range.</summary>
    public static TimeMatch Date(int first, int next, DateRange range, string rule) =>
        new(first, next, TimeExpressionKind.Date, Timex.Of(range), range, rule);

    /// <summary>A date with a value of its own.</summary>
    public static TimeMatch Date(int first, int next, string value, DateRange? range, string rule) =>
        new(first, next, TimeExpressionKind.Date, value, range, rule);
}
