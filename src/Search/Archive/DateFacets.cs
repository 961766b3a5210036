using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>The values of the date facet: years, months and days.</summary>
internal static class DateFacets
{
    /// <summary>The year, month and day that contain all of the range, as far as there are such.</summary>
    public static IEnumerable<string> PeriodsContaining(DateRange range)
    {
        var (first, last) = (range.First, range.Last);
        if (first.Year != last.Year)
            yield break;
        yield return first.ToString("yyyy", CultureInfo.InvariantCulture);
        if (first.Month != last.Month)
            yield break;
        if (range.Precision is DatePrecision.Year)
            yield break;
        yield return first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (first == last)
            yield return first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>True for a year, month or day as the facet writes them.</summary>
    public static bool IsPeriod(string text) =>
        DateRange.TryParse(text, out var range) && range.Precision is not DatePrecision.Days;
}
