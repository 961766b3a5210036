using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>
/// Gives months, days and weekdays without a year the one that news prose means: the latest up to publication, or the
/// first from publication on where the clause tells of the future. Without a publication day there is no answer.
/// </summary>
internal static class YearlessDates
{
    // "June 3" in a clause of unknown tense, weeks before June 3, is to come.
    private const int ComingDays = 92;
    private const int ComingMonths = 3;
    private const int NearDays = 60;

    public static DateRange? MonthDay(TimeText text, int first, int next, int month, int day)
    {
        if (text.Reference is not { } reference)
            return null;
        var tense = TenseReader.Around(text, first, next);
        if (tense != Tense.Future && Nearest(reference, month, day) is { } coming)
            return DateRange.OfDay(coming);
        for (var year = reference.Year + 1; year >= reference.Year - 4; year--)
        {
            if (day > DateTime.DaysInMonth(year, month))
                continue;
            var candidate = new DateOnly(year, month, day);
            if (tense == Tense.Future && candidate >= reference && !HasDayBetween(reference, year - 1, month, day))
                return DateRange.OfDay(candidate);
            if (tense != Tense.Future && candidate <= Latest(text, reference, tense))
                return DateRange.OfDay(candidate);
        }

        return null;
    }

    public static DateRange? Month(TimeText text, int first, int next, int month)
    {
        if (text.Reference is not { } reference)
            return null;
        var year = reference.Year;
        var tense = text.Word(first - 1) is "since" ? Tense.Past : TenseReader.Around(text, first, next);
        if (tense == Tense.Future)
            return DateRange.OfMonth(month < reference.Month ? year + 1 : year, month);
        if (tense == Tense.Unknown && (month - reference.Month + 12) % 12 is >= 1 and <= ComingMonths)
            return DateRange.OfMonth(month < reference.Month ? year + 1 : year, month);
        return DateRange.OfMonth(month > reference.Month ? year - 1 : year, month);
    }

    /// <summary>
    /// The latest such month before that of publication and the one before it, which is "last month": "last March".
    /// </summary>
    public static DateRange? LastMonthNamed(TimeText text, int month) => text.Reference is { } reference
        ? DateRange.OfMonth(month >= reference.AddMonths(-1).Month || reference.Month == 1
            ? reference.Year - 1 : reference.Year, month)
        : null;

    /// <summary>The first such month after that of publication: "next March".</summary>
    public static DateRange? NextMonthNamed(TimeText text, int month) => text.Reference is { } reference
        ? DateRange.OfMonth(month <= reference.Month ? reference.Year + 1 : reference.Year, month)
        : null;

    public static DateOnly? Weekday(TimeText text, int first, int next, DayOfWeek weekday)
    {
        if (text.Reference is not { } reference)
            return null;
        if (!UnplannedEvents.Follow(text, next) && TenseReader.Around(text, first, next) == Tense.Future)
            return OnOrAfter(reference, weekday);
        if (text.LatestDay is { } latest && latest.DayOfWeek == weekday)
            return latest;
        return OnOrBefore(reference, weekday);
    }

    public static DateOnly OnOrBefore(DateOnly day, DayOfWeek weekday) =>
        day.AddDays(-((day.DayOfWeek - weekday + 7) % 7));

    public static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) =>
        day.AddDays((weekday - day.DayOfWeek + 7) % 7);

    private static DateOnly Latest(TimeText text, DateOnly reference, Tense tense)
    {
        var latest = text.LatestDay ?? reference;
        return tense == Tense.Unknown ? latest.AddDays(ComingDays) : latest;
    }

    // Of a day almost a year ago, prose tells the year; without it the coming one is meant, whatever the tense.
    private static DateOnly? Nearest(DateOnly reference, int month, int day)
    {
        for (var year = reference.Year; year <= reference.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
                continue;
            var ahead = new DateOnly(year, month, day).DayNumber - reference.DayNumber;
            if (ahead is > 1 and <= NearDays)
                return reference.AddDays(ahead);
        }

        return null;
    }

    private static bool HasDayBetween(DateOnly reference, int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) >= reference;
}
