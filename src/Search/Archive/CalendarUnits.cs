using System.Globalization;

namespace Dateline.Search.Archive;

/// <summary>
/// Ranges of days as few whole calendar units (days, months, years, decades, centuries), so that "some range of this
/// document overlaps these days" is a union of exact terms even where a document has several ranges. A document has a
/// term for each unit of its ranges (<c>=unit</c>) and one for each unit above those (<c>&lt;unit</c>). Two ranges
/// overlap when a unit of one contains a unit of the other.
/// </summary>
internal static class CalendarUnits
{
    private const char Covers = '=';
    private const char Within = '<';

    /// <summary>The fewest units that make up the days from first to last, ascending.</summary>
    public static List<string> Decompose(DateOnly first, DateOnly last)
    {
        List<string> units = [];
        var day = first;
        while (day <= last)
        {
            var (unit, end) = Largest(day, last);
            units.Add(unit);
            if (end == DateOnly.MaxValue)
                break;
            day = end.AddDays(1);
        }

        return units;
    }

    /// <summary>The units that contain this one, smallest first, itself left out.</summary>
    public static IEnumerable<string> Above(string unit)
    {
        if (unit.Length == 10)
            yield return unit[..7];
        if (unit.Length >= 7)
            yield return unit[..4];
        if (unit.Length >= 4 && !unit.EndsWith('x'))
            yield return unit[..3] + "x";
        if (!unit.EndsWith("xx", StringComparison.Ordinal))
            yield return unit[..2] + "xx";
    }

    /// <summary>Terms of a document with this range.</summary>
    public static IEnumerable<string> DocumentTerms(DateOnly first, DateOnly last)
    {
        foreach (var unit in Decompose(first, last))
        {
            yield return Covers + unit;
            foreach (var above in Above(unit))
                yield return Within + above;
        }
    }

    /// <summary>Terms of which a document has one exactly if one of its ranges overlaps these days.</summary>
    public static HashSet<string> QueryTerms(DateOnly first, DateOnly last)
    {
        HashSet<string> terms = new(StringComparer.Ordinal);
        foreach (var unit in Decompose(first, last))
        {
            terms.Add(Covers + unit);
            terms.Add(Within + unit);
            foreach (var above in Above(unit))
                terms.Add(Covers + above);
        }

        return terms;
    }

    private static (string Unit, DateOnly End) Largest(DateOnly day, DateOnly last)
    {
        if (day is { Month: 1, Day: 1 })
        {
            if (day.Year % 100 == 0 && YearEnd(day.Year + 99) is { } century && century <= last)
                return ($"{day.Year / 100:00}xx", century);
            if (day.Year % 10 == 0 && YearEnd(day.Year + 9) is { } decade && decade <= last)
                return ($"{day.Year / 10:000}x", decade);
            if (YearEnd(day.Year) is { } year && year <= last)
                return (day.ToString("yyyy", CultureInfo.InvariantCulture), year);
        }

        var monthEnd = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return day.Day == 1 && monthEnd <= last
            ? (day.ToString("yyyy-MM", CultureInfo.InvariantCulture), monthEnd)
            : (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
    }

    private static DateOnly YearEnd(int year) => new(Math.Min(year, 9999), 12, 31);
}
