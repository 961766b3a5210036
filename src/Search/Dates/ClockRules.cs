using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>Times of day with the day they belong to: "7:15 p.m.", "5 p.m. EST, Nov. 6", "noon Saturday".</summary>
internal static class ClockRules
{
    /// <summary>A time that begins with a number.</summary>
    public static TimeMatch? Match(TimeText text, int at)
    {
        if (!text.IsNumber(at, 1, 12) && !text.IsNumber(at, 1, 24))
            return null;
        var (hour, minute, next) = (text.Value(at), -1, at + 1);
        if (text.IsMark(next, ':') && text.Touches(at) && text.Touches(next) && text.Word(next + 1).Length == 2
            && int.TryParse(text.Word(next + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes < 60)
            (minute, next) = (minutes, next + 2);
        if (HalfDay(text, ref next) is not { } afternoon || hour > 12)
            return null;
        hour = (hour % 12) + (afternoon ? 12 : 0);
        return WithDay(text, at, SkipZone(text, next), Clock(hour, minute));
    }

    /// <summary>"noon", "midnight".</summary>
    public static TimeMatch? Named(TimeText text, int at) =>
        WithDay(text, at, SkipZone(text, at + 1), text.Value(at) == 12 ? "T12:00" : "T24");

    private static string Clock(int hour, int minute) => minute < 0
        ? string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}")
        : string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}");

    private static bool? HalfDay(TimeText text, ref int next)
    {
        var word = text.Word(next);
        if (word is "am" or "pm" or "AM" or "PM" or "a.m" or "p.m" or "A.M" or "P.M"
            or "a.m." or "p.m." or "A.M." or "P.M.")
        {
            var afternoon = word[0] is 'p' or 'P';
            next += text.IsMark(next + 1, '.') && text.Touches(next) && word.Length == 3 ? 2 : 1;
            return afternoon;
        }

        if (word is "a" or "p" or "A" or "P" && text.IsMark(next + 1, '.') && text.Is(next + 2, "m")
            && text.Touches(next) && text.Touches(next + 1))
        {
            var afternoon = word[0] is 'p' or 'P';
            next += text.IsMark(next + 3, '.') ? 4 : 3;
            return afternoon;
        }

        return null;
    }

    private static int SkipZone(TimeText text, int next) =>
        text.Word(next)
            is "EST" or "EDT" or "GMT" or "UTC" or "PST" or "PDT" or "CST" or "CDT" or "ET" or "BST" or "CET"
            ? next + 1 : next;

    // The day stands after the time, with or without a comma or "on"; else it is that of publication.
    private static TimeMatch? WithDay(TimeText text, int first, int next, string clock)
    {
        var after = text.IsMark(next, ',') || text.Is(next, "on") ? next + 1 : next;
        var day = text.Class(after) switch
        {
            TimeClass.Weekday or TimeClass.RelativeDay => WeekdayRules.Match(text, after),
            TimeClass.Month => CalendarRules.Match(text, after),
            _ => null,
        };
        if (day is { } told && told.First == after && told.Kind == TimeExpressionKind.Date
            && told.Range is null or { Precision: DatePrecision.Day })
            return told with { First = first, Kind = TimeExpressionKind.Time, Value = told.Value + clock };
        var reference = text.Anchor is { Precision: DatePrecision.Day } anchor ? anchor.First : text.Reference;
        return new TimeMatch(
            first, next, TimeExpressionKind.Time, (reference is { } known ? Timex.Day(known) : "XXXX-XX-XX") + clock,
            null, "clock");
    }
}
