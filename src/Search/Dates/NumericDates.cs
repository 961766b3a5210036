using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>Dates of three numbers, whose order differs between countries.</summary>
internal static class NumericDates
{
    // Of two readings, the one this near to publication is meant.
    private const int NearDays = 45;

    /// <summary>
    /// Day-month-year or month-day-year: the one the calendar allows; of two, the one near publication; else only the
    /// year is known. Null when neither is a date.
    /// </summary>
    public static DateRange? Resolve(TimeText text, int first, int second, int year, int yearDigits)
    {
        if (yearDigits == 2)
            year += year > PivotYear(text) ? 1900 : 2000;
        else if (yearDigits != 4)
            return null;
        if (year is < 1400 or >= 2100)
            return null;
        var dayFirst = Day(year, second, first);
        var monthFirst = Day(year, first, second);
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst)
            return (dayFirst ?? monthFirst) is { } only ? DateRange.OfDay(only) : null;
        var (dayFirstNear, monthFirstNear) = (IsNear(text, dayFirst.Value), IsNear(text, monthFirst.Value));
        if (dayFirstNear == monthFirstNear)
            return DateRange.OfYear(year);
        return DateRange.OfDay(dayFirstNear ? dayFirst.Value : monthFirst.Value);
    }

    private static int PivotYear(TimeText text) => text.Reference is { } reference ? (reference.Year + 5) % 100 : 35;

    private static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
        ? new DateOnly(year, month, day) : null;

    private static bool IsNear(TimeText text, DateOnly day) =>
        text.Reference is { } reference && Math.Abs(day.DayNumber - reference.DayNumber) <= NearDays;
}
