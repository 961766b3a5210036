using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Dateline.Search.Articles;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To a span of several days (a week, a weekend, "the past two days").</summary>
    Days,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the year.</summary>
    Year,
}

/// <summary>A day, or the inclusive range of days a less precise date stands for.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, not before <paramref name="First"/>.</param>
/// <param name="Precision">What the text said, which the range alone does not tell.</param>
[JsonConverter(typeof(DateRangeJsonConverter))]
public readonly record struct DateRange(DateOnly First, DateOnly Last, DatePrecision Precision) : IComparable<DateRange>
{
    /// <summary>One day.</summary>
    public static DateRange OfDay(DateOnly day) => new(day, day, DatePrecision.Day);

    /// <summary>A whole month.</summary>
    public static DateRange OfMonth(int year, int month) => new(
        new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
        DatePrecision.Month);

    /// <summary>A whole year.</summary>
    public static DateRange OfYear(int year) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);

    /// <summary>Several days.</summary>
    public static DateRange OfDays(DateOnly first, DateOnly last) =>
        first == last ? OfDay(first) : new(first, last, DatePrecision.Days);

    /// <summary>True when the ranges share a day.</summary>
    public bool Overlaps(DateRange other) => First <= other.Last && other.First <= Last;

    /// <summary>By first day, then shorter ranges first.</summary>
    public int CompareTo(DateRange other) => (First, Last).CompareTo((other.First, other.Last));

    /// <summary>
    /// ISO 8601, as precise as known: <c>2012-07-16</c>, <c>2012-07-14/2012-07-15</c>, <c>2012-07</c>, <c>2012</c>,
    /// <c>2004/2006</c>.
    /// </summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Day => Iso(First, "yyyy-MM-dd"),
        DatePrecision.Days => $"{Iso(First, "yyyy-MM-dd")}/{Iso(Last, "yyyy-MM-dd")}",
        DatePrecision.Month => Iso("yyyy-MM"),
        DatePrecision.Year => Iso("yyyy"),
        _ => throw new InvalidOperationException($"Unknown precision {Precision}."),
    };

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateRange range)
    {
        range = default;
        if (text is null) return false;
        if (text.Split('/') is [var from, var to])
        {
            if (!TryParse(from, out var first) || !TryParse(to, out var last) || last < first
                || first.Precision != last.Precision)
                return false;
            range =
                new(first.First, last.Last,
                first.Precision == DatePrecision.Day ? DatePrecision.Days : first.Precision);
            return true;
        }

        if (TryDay(text, out var day)) range = OfDay(day);
        else if (text.Length == 7 && TryDay(text + "-01", out var month)) range = OfMonth(month.Year, month.Month);
        else if (text.Length == 4 && TryDay(text + "-01-01", out var year)) range = OfYear(year.Year);
        else return false;
        return true;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Earlier.</summary>
    public static bool operator <(DateRange left, DateRange right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(DateRange left, DateRange right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or equal.</summary>
    public static bool operator <=(DateRange left, DateRange right) => left.CompareTo(right) <= 0;

    /// <summary>Later or equal.</summary>
    public static bool operator >=(DateRange left, DateRange right) => left.CompareTo(right) >= 0;

    private string Iso(string format)
    {
        var (first, last) = (Iso(First, format), Iso(Last, format));
        return first == last ? first : $"{first}/{last}";
    }

    private static string Iso(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
