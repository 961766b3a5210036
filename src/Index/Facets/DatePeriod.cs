namespace Dateline.Index.Facets;

/// <summary>A stretch of the calendar.</summary>
public enum DatePeriod
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>Documents dated within one period.</summary>
/// <param name="First">The period's first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Count">How many documents.</param>
public readonly record struct PeriodCount(DateOnly First, DateOnly Last, int Count);

/// <summary>Calendar arithmetic of periods.</summary>
public static class DatePeriods
{
    /// <summary>First and last day of the period that holds a day.</summary>
    public static (DateOnly First, DateOnly Last) Around(this DatePeriod period, DateOnly day) => period switch
    {
        DatePeriod.Day => (day, day),
        DatePeriod.Month => (
            new DateOnly(day.Year, day.Month, 1),
            new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
        DatePeriod.Year => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Unknown period."),
    };

    /// <summary>Number of periods from the one that holds a day to the one that holds another, both counted.</summary>
    public static int Span(this DatePeriod period, DateOnly first, DateOnly last) => period switch
    {
        DatePeriod.Day => last.DayNumber - first.DayNumber + 1,
        DatePeriod.Month => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1,
        DatePeriod.Year => last.Year - first.Year + 1,
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Unknown period."),
    };
}
