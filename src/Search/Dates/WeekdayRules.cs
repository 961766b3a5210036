using System.Collections.Frozen;
using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>
/// "Monday", "on Sunday", "last Friday", "next Tuesday", "Thursday morning", "Fri June 29, 2012", "yesterday".
/// </summary>
internal static class WeekdayRules
{
    private static readonly FrozenSet<string> NamedDays = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Black", "Good", "Bloody", "Super", "Ash", "Palm", "Cyber", "Holy", "Fat", "Easter", "Shrove", "Ruby", "Maundy",
        "Sheffield");

    public static TimeMatch? Match(TimeText text, int at) =>
        text.Class(at) == TimeClass.RelativeDay ? RelativeDay(text, at) : Weekday(text, at);

    private static TimeMatch? Weekday(TimeText text, int at)
    {
        var next = at + 1;
        var abbreviated = text.Word(at).Length < 6;
        if (abbreviated && text.IsMark(next, '.') && text.Touches(at))
            next++;
        if (WithDate(text, at, text.IsMark(next, ',') ? next + 1 : next) is { } dated)
            return dated;
        if ((abbreviated && next == at + 1) || IsName(text, at))
            return null;
        var modifier = text.Class(at - 1) is TimeClass.Last or TimeClass.Next or TimeClass.This;
        var first = modifier ? at - 1 : at;
        if (InWeek(text, at, next) is { } inWeek)
            return TimeMatch.Date(at, next + 2, DateRange.OfDay(inWeek), "weekday");
        var day = modifier ? Modified(text, at) : YearlessDates.Weekday(text, at, next, Day(text, at));
        return WithDayPart(text, first, next, day, "weekday");
    }

    private static TimeMatch? RelativeDay(TimeText text, int at)
    {
        var word = text.Word(at);
        if (char.IsUpper(word[0]) && text.Word(at - 1) is { IsEmpty: false } before && char.IsUpper(before[0]))
            return null;
        var offset = text.Value(at);
        var day = text.Reference?.AddDays(offset);
        if (text.Is(at, "tonight"))
            return new TimeMatch(at, at + 1, TimeExpressionKind.Time,
                day is { } known ? Timex.DayPart(known, 3) : "TNI",
                Range(day), "relative-day");
        return WithDayPart(text, at, at + 1, day, "relative-day");
    }

    private static TimeMatch WithDayPart(TimeText text, int first, int next, DateOnly? day, string rule)
    {
        if (text.Class(next) == TimeClass.DayPart)
            return new TimeMatch(first, next + 1, TimeExpressionKind.Time,
                day is { } known ? Timex.DayPart(known, text.Value(next)) : "XXXX-XX-XX", Range(day), rule);
        return TimeMatch.Date(first, next, day is { } some ? Timex.Day(some) : "XXXX-XX-XX", Range(day), rule);
    }

    // "Monday, July 16", "Fri June 29, 2012": the date that follows tells the day.
    private static TimeMatch? WithDate(TimeText text, int at, int next)
    {
        if (text.Class(next) is not (TimeClass.Month or TimeClass.Count or TimeClass.Year))
            return null;
        return CalendarRules.Match(text, next) is { } date && date.First == next
            && date.Range is null or { Precision: DatePrecision.Day } && date.Rule is "absolute" or "month-day"
            ? date with { First = at }
            : null;
    }

    /// <summary>"Tuesday last week", "Friday of next week".</summary>
    private static DateOnly? InWeek(TimeText text, int at, int next)
    {
        if (text.Class(next + 1) != TimeClass.Unit || text.Value(next + 1) != (int)TimeUnit.Week
            || text.Reference is not { } reference)
            return null;
        var weeks = text.Class(next) switch
        {
            TimeClass.Last => -1,
            TimeClass.This => 0,
            TimeClass.Next => 1,
            _ => 9,
        };
        return weeks == 9 ? null : Timex.Monday(reference).AddDays((weeks * 7) + (((int)Day(text, at) + 6) % 7));
    }

    private static DateOnly? Modified(TimeText text, int at)
    {
        if (text.Reference is not { } reference)
            return null;
        return text.Class(at - 1) switch
        {
            TimeClass.Last => YearlessDates.OnOrBefore(reference.AddDays(-1), Day(text, at)),
            TimeClass.Next => YearlessDates.OnOrAfter(reference.AddDays(1), Day(text, at)),
            _ => YearlessDates.Weekday(text, at - 1, at + 1, Day(text, at)),
        };
    }

    private static bool IsName(TimeText text, int at)
    {
        if (text.Word(at - 1) is { IsEmpty: false } before
            && NamedDays.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before))
            return true;
        return text.Word(at - 1) is "the" or "The" && text.Class(at + 1) is TimeClass.None
            && text.Word(at + 1) is { IsEmpty: false } after && char.IsUpper(after[0]);
    }

    private static DayOfWeek Day(TimeText text, int at) => (DayOfWeek)text.Value(at);

    private static DateRange? Range(DateOnly? day) => day is { } known ? DateRange.OfDay(known) : null;
}
