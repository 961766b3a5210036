using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>TIMEX3 values (TimeML 1.2.1, ISO 8601 with extensions) and the calendar arithmetic behind them.</summary>
internal static class Timex
{
    private static readonly string[] DayParts = ["TMO", "TAF", "TEV", "TNI"];
    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];
    private static readonly string[] Units = ["S", "M", "H", "D", "W", "M", "Q", "Y", "DE", "CE"];

    public static string Of(DateRange range) =>
        range.Precision == DatePrecision.Days ? Day(range.First) : range.ToString();

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DayPart(DateOnly day, int part) => Day(day) + DayParts[part];

    /// <summary>Every week on a day: <c>XXXX-WXX-4</c>, Monday being 1.</summary>
    public static string EveryWeekday(DayOfWeek day) =>
        string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(((int)day + 6) % 7) + 1}");

    public static string Week(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}");
    }

    public static string Season(int year, int season) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{Seasons[season]}");

    public static string Quarter(int year, int quarter) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-Q{quarter}");

    /// <summary>A length; <paramref name="count"/> zero means an unknown number of units.</summary>
    public static string Duration(int count, TimeUnit unit)
    {
        var time = unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second ? "T" : "";
        var number = count == 0 ? "X" : count.ToString(CultureInfo.InvariantCulture);
        return $"P{time}{number}{Units[(int)unit]}";
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateRange WeekOf(DateOnly day) => DateRange.OfDays(Monday(day), Monday(day).AddDays(6));

    public static DateRange QuarterOf(int year, int quarter)
    {
        var first = new DateOnly(year, (quarter * 3) - 2, 1);
        return DateRange.OfDays(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>Northern meteorological season; winter is named by the year it begins in.</summary>
    public static DateRange SeasonOf(int year, int season)
    {
        var first = new DateOnly(year, 3, 1).AddMonths(season * 3);
        return DateRange.OfDays(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>The day moved by a number of units; false beyond the calendar.</summary>
    public static bool TryMove(DateOnly day, int count, TimeUnit unit, out DateOnly moved)
    {
        moved = day;
        if (count is < -3000 or > 3000)
            return false;
        var months = unit switch
        {
            TimeUnit.Month => count,
            TimeUnit.Quarter => count * 3,
            TimeUnit.Year => count * 12,
            TimeUnit.Decade => count * 120,
            TimeUnit.Century => count * 1200,
            _ => 0,
        };
        var days = unit switch
        {
            TimeUnit.Day => count,
            TimeUnit.Week => count * 7,
            TimeUnit.Hour => count / 24,
            _ => 0,
        };
        var total = (day.Year * 12) + day.Month - 1 + months;
        if (total is < 12 * 1000 or >= 12 * 3000)
            return false;
        moved = day.AddMonths(months).AddDays(days);
        return true;
    }

    /// <summary>The day, week, month or year that holds a day.</summary>
    public static DateRange Around(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week => WeekOf(day),
        TimeUnit.Month => DateRange.OfMonth(day.Year, day.Month),
        TimeUnit.Quarter => QuarterOf(day.Year, ((day.Month - 1) / 3) + 1),
        TimeUnit.Year => DateRange.OfYear(day.Year),
        TimeUnit.Decade => Years(day.Year / 10 * 10, 10),
        TimeUnit.Century => Years(day.Year / 100 * 100, 100),
        _ => DateRange.OfDay(day),
    };

    public static string ValueAround(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week => Week(day),
        TimeUnit.Quarter => Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        TimeUnit.Decade => (day.Year / 10).ToString("D3", CultureInfo.InvariantCulture),
        TimeUnit.Century => (day.Year / 100).ToString("D2", CultureInfo.InvariantCulture),
        _ => Of(Around(day, unit)),
    };

    public static DateRange Years(int first, int count) =>
        new(new DateOnly(first, 1, 1), new DateOnly(first + count - 1, 12, 31), DatePrecision.Year);
}
