using System.Globalization;
using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Search.Dates;

/// <summary>
/// Dates by the calendar: "July 16, 2012", "16 July", "3-5 June", "March 2011", "2012-07-16", "29/06/2012".
/// </summary>
internal static class CalendarRules
{
    public static TimeMatch? Match(TimeText text, int at) => text.Class(at) switch
    {
        TimeClass.Month => FromMonth(text, at),
        TimeClass.Count or TimeClass.Ordinal => FromNumber(text, at),
        TimeClass.Year => Iso(text, at) ?? YearRules.Match(text, at),
        TimeClass.Decade => YearRules.DecadeOf(text, at),
        _ => null,
    };

    private static TimeMatch? FromMonth(TimeText text, int at)
    {
        var month = text.Value(at);
        var next = AfterAbbreviation(text, at);
        if (IsDay(text, next))
            return MonthDay(text, at, next, month);
        var year = text.IsMark(next, ',') || text.Is(next, "of") ? next + 1 : next;
        if (text.Class(year) == TimeClass.Year)
            return TimeMatch.Date(at, year + 1, DateRange.OfMonth(text.Value(year), month), "absolute");
        return MonthNames.IsMonth(text, at, next) ? BareMonth(text, at, next, month) : null;
    }

    private static TimeMatch? MonthDay(TimeText text, int at, int dayAt, int month)
    {
        var last = RangeEnd(text, dayAt);
        return Complete(text, at, last + 1, month, text.Value(dayAt), text.Value(last));
    }

    private static TimeMatch? FromNumber(TimeText text, int at)
    {
        if (!text.IsDayOfMonth(at))
            return null;
        if (Numeric(text, at) is { } numeric)
            return numeric;
        var last = RangeEnd(text, at);
        var month = text.Is(last + 1, "of") ? last + 2 : last + 1;
        if (text.Class(month) != TimeClass.Month)
            return null;
        var next = AfterAbbreviation(text, month);
        // "10 May 3": the number belongs to something else, the month to its own day.
        return IsDay(text, next) && text.Class(next + 1) != TimeClass.Year && !text.IsMark(next, ',')
            ? null
            : Complete(text, at, next, text.Value(month), text.Value(at), text.Value(last));
    }

    /// <summary>Adds the year that follows, or finds the one meant, and checks that the days exist.</summary>
    private static TimeMatch? Complete(TimeText text, int first, int next, int month, int firstDay, int lastDay)
    {
        var yearAt = text.IsMark(next, ',') ? next + 1 : next;
        if (text.Class(yearAt) == TimeClass.Year)
        {
            var year = text.Value(yearAt);
            return lastDay > DateTime.DaysInMonth(year, month) || firstDay > lastDay || firstDay == 0
                ? null
                : TimeMatch.Date(first, yearAt + 1, Days(year, month, firstDay, lastDay), "absolute");
        }

        if (firstDay == 0 || firstDay > lastDay || lastDay > DateTime.DaysInMonth(2012, month))
            return null;
        var range = YearlessDates.MonthDay(text, first, next, month, lastDay) is { } found
            ? Days(found.First.Year, month, firstDay, lastDay)
            : (DateRange?)null;
        var value = range is { } days
            ? Timex.Of(days)
            : string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{firstDay:D2}");
        return TimeMatch.Date(first, next, value, range, "month-day");
    }

    private static DateRange Days(int year, int month, int first, int last) =>
        DateRange.OfDays(new DateOnly(year, month, first), new DateOnly(year, month, last));

    private static TimeMatch BareMonth(TimeText text, int at, int next, int month)
    {
        if (InYear(text, next) is { } year)
            return TimeMatch.Date(at, next + 2, DateRange.OfMonth(year, month), "month");
        var before = text.Class(at - 1);
        var (first, range) = before switch
        {
            TimeClass.Last => (at - 1, YearlessDates.LastMonthNamed(text, month)),
            TimeClass.Next => (at - 1, YearlessDates.NextMonthNamed(text, month)),
            _ => (at, YearlessDates.Month(text, at, next, month)),
        };
        var value = range is { } known
            ? Timex.Of(known) : string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}");
        return TimeMatch.Date(first, next, value, range, "month");
    }

    /// <summary>"July last year", "January this year".</summary>
    private static int? InYear(TimeText text, int next)
    {
        if (text.Class(next + 1) != TimeClass.Unit || text.Value(next + 1) != (int)TimeUnit.Year
            || text.Reference is not { } reference)
            return null;
        return text.Class(next) switch
        {
            TimeClass.Last => reference.Year - 1,
            TimeClass.This => reference.Year,
            TimeClass.Next => reference.Year + 1,
            _ => null,
        };
    }

    private static TimeMatch? Iso(TimeText text, int at)
    {
        if (!text.IsDash(at + 1) || !text.IsDash(at + 3) || !text.IsNumber(at + 2, 1, 12)
            || !text.IsNumber(at + 4, 1, 31)
            || !text.Touches(at) || !text.Touches(at + 1) || !text.Touches(at + 2) || !text.Touches(at + 3))
            return null;
        var (year, month, day) = (text.Value(at), text.Value(at + 2), text.Value(at + 4));
        return day > DateTime.DaysInMonth(year, month)
            ? null
            : TimeMatch.Date(at, at + 5, Days(year, month, day, day), "absolute");
    }

    private static TimeMatch? Numeric(TimeText text, int at)
    {
        if (text.Word(at + 1) is not ("/" or ".") || !text.Word(at + 3).SequenceEqual(text.Word(at + 1))
            || text.Class(at + 2) != TimeClass.Count || text.Class(at + 4) is not (TimeClass.Year or TimeClass.Count)
            || !text.Touches(at) || !text.Touches(at + 1) || !text.Touches(at + 2) || !text.Touches(at + 3)
            || text.Token(at).Kind != TokenKind.Number)
            return null;
        return NumericDates.Resolve(text, text.Value(at), text.Value(at + 2), text.Value(at + 4),
            text.Word(at + 4).Length)
            is { } range
            ? TimeMatch.Date(at, at + 5, range, "absolute")
            : null;
    }

    private static bool IsDay(TimeText text, int at) =>
        text.IsDayOfMonth(at) && !(text.IsMark(at + 1, ':') && text.Touches(at) && text.Touches(at + 1))
        && !(text.IsMark(at + 1, '%') || text.Word(at + 1) is "percent" or "million" or "billion" or "per");

    // "July 16-17", "June 3 to 5": the last day of a run in one month.
    private static int RangeEnd(TimeText text, int day) =>
        (text.IsDash(day + 1) || text.Word(day + 1) is "to" or "and") && IsDay(text, day + 2)
        && text.Value(day + 2) > text.Value(day)
        && (text.Word(day + 1) is not "and" || text.Value(day + 2) == text.Value(day) + 1)
        ? day + 2
        : day;

    private static int AfterAbbreviation(TimeText text, int at) =>
        text.IsMark(at + 1, '.') && text.Touches(at) && (text.Word(at).Length == 3 || text.Is(at, "Sept"))
            ? at + 2
            : at + 1;
}
