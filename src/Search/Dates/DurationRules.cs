using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>"a week ago", "two days earlier", "eight consecutive days", "16-month", "every day".</summary>
internal static class DurationRules
{
    public static TimeMatch? Match(TimeText text, int at)
    {
        if (!Counts.TryRead(text, at, out var count, out var next))
            return null;
        if (Half(text, at, next) is { } half)
            return half;
        // "a year-earlier loss".
        if (text.Class(at) == TimeClass.Article && text.Class(next) == TimeClass.Unit && UnitAgo(text, next) is { } ago)
            return ago with { First = at };
        var hyphen = text.IsDash(next) && text.Touches(next - 1) && text.Touches(next);
        if (hyphen)
            next++;
        var consecutive = text.Class(next) == TimeClass.Consecutive;
        if (consecutive)
            next++;
        if (text.Class(next) != TimeClass.Unit || IsNotLength(text, at, next, hyphen))
            return null;
        var unit = (TimeUnit)text.Value(next);
        var word = text.Class(at) is TimeClass.Vague && text.Is(at, "recent");
        if (word)
            return TimeMatch.Date(at, next + 1, "PAST_REF", null, "vague");
        return consecutive
            ? Run(text, at, next + 1, count, unit)
            : Offset(text, at, next, count, unit)
                ?? new TimeMatch(at, next + 1, TimeExpressionKind.Duration, Timex.Duration(count, unit),
                null, "duration");
    }

    /// <summary>"for centuries", "within weeks": a length without a number.</summary>
    public static TimeMatch? Bare(TimeText text, int at) =>
        text.Word(at)[^1] == 's' && text.Value(at) >= (int)TimeUnit.Day
        && text.Word(at - 1) is "for" or "in" or "within" or "For" or "In" or "Within"
        && text.Word(at + 1) is not ("of" or "to" or "when" or "that" or "where")
            ? new TimeMatch(
                at, at + 1, TimeExpressionKind.Duration, Timex.Duration(0, (TimeUnit)text.Value(at)), null, "duration")
            : null;

    // "2 1/2 years".
    private static TimeMatch? Half(TimeText text, int at, int next)
    {
        if (text.Word(next) is not "1" || text.Word(next + 1) is not "/" || text.Word(next + 2) is not "2"
            || text.Class(at) != TimeClass.Count || next != at + 1)
            return null;
        var unitAt = text.IsDash(next + 3) ? next + 4 : next + 3;
        if (text.Class(unitAt) != TimeClass.Unit)
            return null;
        var unit = (TimeUnit)text.Value(unitAt);
        var value = unit switch
        {
            TimeUnit.Year => $"P{text.Value(at)}Y6M",
            TimeUnit.Day => $"P{text.Value(at)}DT12H",
            TimeUnit.Hour => $"PT{text.Value(at)}H30M",
            _ => $"P{text.Value(at)}.5{Timex.Duration(1, unit)[^1]}",
        };
        return new TimeMatch(at, unitAt + 1, TimeExpressionKind.Duration, value, null, "duration");
    }

    /// <summary>"the sixth consecutive day".</summary>
    public static TimeMatch? OrdinalRun(TimeText text, int at) =>
        text.Class(at + 1) == TimeClass.Consecutive && text.Class(at + 2) == TimeClass.Unit
            ? Run(text, at, at + 3, text.Value(at), (TimeUnit)text.Value(at + 2))
            : null;

    /// <summary>"a year-ago quarter", "the year-earlier figure".</summary>
    public static TimeMatch? UnitAgo(TimeText text, int at)
    {
        if (!text.IsDash(at + 1) || !text.Touches(at) || text.Class(at + 2) is not (TimeClass.Ago or TimeClass.Earlier)
            || text.Reference is not { } reference)
            return null;
        var unit = (TimeUnit)text.Value(at);
        if (unit == TimeUnit.Year && text.AnchorIsQuarter)
            (reference, unit) = (text.Anchor!.Value.First.AddMonths(-9), TimeUnit.Quarter);
        return Timex.TryMove(reference, -1, unit, out var moved)
            ? TimeMatch.Date(at, at + 3, Timex.ValueAround(moved, unit), Timex.Around(moved, unit), "relative-offset")
            : null;
    }

    /// <summary>"every day", "each Thursday".</summary>
    public static TimeMatch? Recurring(TimeText text, int at)
    {
        if (text.Class(at + 1) == TimeClass.Weekday)
            return new TimeMatch(
                at, at + 2, TimeExpressionKind.Set, Timex.EveryWeekday((DayOfWeek)text.Value(at + 1)), null, "set");
        if (text.Class(at + 1) == TimeClass.Month && !text.IsDayOfMonth(at + 2))
            return new TimeMatch(at, at + 2, TimeExpressionKind.Set,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-{text.Value(at + 1):D2}"), null,
                "set");
        if (text.Class(at + 1) != TimeClass.Unit)
            return null;
        return new TimeMatch(at, at + 2, TimeExpressionKind.Set,
            Timex.Duration(1, (TimeUnit)text.Value(at + 1)), null, "set");
    }

    private static TimeMatch Run(TimeText text, int first, int next, int count, TimeUnit unit)
    {
        var end = text.Anchor is { Precision: DatePrecision.Day } anchor ? anchor.First : text.Reference;
        DateRange? range = null;
        if (end is { } day && count is > 0 and < 100 && unit == TimeUnit.Day)
            range = DateRange.OfDays(day.AddDays(1 - count), day);
        return new TimeMatch(first, next, TimeExpressionKind.Duration, Timex.Duration(count, unit),
            range, "consecutive");
    }

    private static TimeMatch? Offset(TimeText text, int first, int unitAt, int count, TimeUnit unit)
    {
        var word = text.Class(unitAt + 1);
        var closed = unitAt + 2 >= text.Count || !char.IsLetterOrDigit(text.Word(unitAt + 2)[0]);
        var bare = word is TimeClass.Earlier or TimeClass.Later && text.Value(unitAt + 1) == 1;
        if (word is not (TimeClass.Ago or TimeClass.Earlier or TimeClass.Later) || (bare && !closed))
            return null;
        var future = word == TimeClass.Later;
        if (count == 0)
            return TimeMatch.Date(first, unitAt + 2, future ? "FUTURE_REF" : "PAST_REF", null, "vague");
        var from = word == TimeClass.Ago ? text.Reference : text.Anchor?.First ?? text.Reference;
        if (from is not { } day)
            return TimeMatch.Date(first, unitAt + 2, future ? "FUTURE_REF" : "PAST_REF", null, "relative-offset");
        if (!Timex.TryMove(day, future ? count : -count, unit, out var moved))
            return null;
        if (unit == TimeUnit.Year && text.AnchorIsQuarter)
            (unit, moved) = (TimeUnit.Quarter, text.Anchor!.Value.First.AddYears(future ? count : -count));
        return TimeMatch.Date(first, unitAt + 2, Timex.ValueAround(moved, unit),
            Timex.Around(moved, unit), "relative-offset");
    }

    // "$1.76 a year", "four flights a week": how much of something, not how long.
    private static bool IsRate(TimeText text, int at, int unitAt) =>
        text.Class(unitAt + 1) is not (TimeClass.Ago or TimeClass.Earlier or TimeClass.Later)
        && (IsAmount(text, at - 1) || (IsAmount(text, at - 2) && text.Class(at - 1) == TimeClass.None
            && text.Word(at - 1) is [.., 's'] or "percent" or "times" or "people" or "%"));

    private static bool IsAmount(TimeText text, int at) =>
        at >= 0 && at < text.Count && (text.Token(at).Kind == Text.TokenKind.Number || text.Class(at) == TimeClass.Count
            || text.Word(at) is "times" or "once" or "twice" or "million" or "billion" or "cents");

    // "one-day" is a length, "a quarter" a fraction, "many day" nothing; "no. 5 days" is left to chance.
    private static bool IsNotLength(TimeText text, int at, int unitAt, bool hyphen)
    {
        var plural = text.Word(unitAt)[^1] is 's';
        var count = text.Class(at);
        if (text.Is(unitAt + 1, "old") || (text.IsDash(unitAt + 1) && text.Is(unitAt + 2, "old")))
            return true;
        if (count == TimeClass.Article)
            return text.Value(unitAt) == (int)TimeUnit.Quarter || (plural && text.Class(at + 1) != TimeClass.Vague)
                || IsRate(text, at, unitAt) || (text.Is(unitAt, "day")
                && text.Class(unitAt + 1) is not (TimeClass.Ago or TimeClass.Earlier or TimeClass.Later));
        // "a two day rally".
        var adjective = count == TimeClass.Count && text.Value(at) > 1
            && text.Class(at - 1) is TimeClass.Article or TimeClass.Definite;
        return !hyphen && !plural && !adjective && !(count == TimeClass.Count && text.Value(at) == 1);
    }
}
