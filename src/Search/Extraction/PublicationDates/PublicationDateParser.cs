using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>
/// Reads the date line of a page ("updated 8:47 PM EDT, Fri June 29, 2012", "Published: 30 Jan 2012 14:05 GMT",
/// "2012-01-30") and the date values of markup and records. Only dates with day, month and year count; purely numeric
/// ones only where day and month cannot be mistaken for each other. The year must lie in 1900–2100.
/// </summary>
internal static class PublicationDateParser
{
    private const int MaxLineLength = 240;
    private const int MaxTokens = 96;

    /// <summary>
    /// Looks for the first date in a line; <see cref="PublicationDateLine.OtherWords"/> tells how much else the line
    /// says.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> line, out PublicationDateLine found) =>
        TryFind(line, null, out found);

    /// <summary>The same, where the page's language tells whether days stand before months in numeric dates.</summary>
    public static bool TryFind(ReadOnlySpan<char> line, bool? dayFirst, out PublicationDateLine found)
    {
        found = default;
        if (line.Length > MaxLineLength || !line.ContainsAnyInRange('0', '9'))
            return false;
        Span<DateToken> buffer = stackalloc DateToken[MaxTokens];
        var count = DateTokens.Scan(line, buffer);
        return count > 0 && new DateScan(new TokenLine(line, buffer[..count]), dayFirst).TryRead(out found);
    }

    /// <summary>
    /// A line that is a date line and nothing much else: at most three words (a zone, a place, an outlet) beside the
    /// date.
    /// </summary>
    public static bool TryLine(ReadOnlySpan<char> line, out PublicationDateLine found) =>
        TryFind(line, out found) && found.OtherWords <= 3;

    /// <summary>
    /// A value that is a date by itself: ISO 8601, RFC 1123, or any form <see cref="TryFind"/> reads. The day is the
    /// one at the printed offset.
    /// </summary>
    public static bool TryValue(string value, out DateRange date, out DateTimeOffset? instant)
    {
        if (TryFind(value.AsSpan().Trim(), out var found))
        {
            (date, instant) = (found.Date, found.Instant);
            return true;
        }

        (date, instant) = (default, null);
        return TryCompact(value.AsSpan().Trim(), out date) || TryMonth(value.AsSpan().Trim(), out date);
    }

    /// <summary>
    /// A day at the head of a piece of an address: <c>2012/06/29</c>, <c>2012/jun/29</c>, <c>2012-06-29</c>.
    /// </summary>
    public static bool TryAddressDate(ReadOnlySpan<char> path, out DateRange date, out int length)
    {
        (date, length) = (default, 0);
        if (path.Length < 9 || !int.TryParse(path[..4], NumberStyles.None, null, out var year)
            || path[4] is not ('/' or '-' or '_'))
            return false;
        var rest = path[5..];
        var next = rest.IndexOf(path[4]);
        if (next is < 1 or > 4)
            return false;
        var month = int.TryParse(rest[..next], NumberStyles.None, null, out var number)
            ? number : DateVocabulary.Month(rest[..next]);
        var digits = 0;
        while (next + 1 + digits < rest.Length && char.IsAsciiDigit(rest[next + 1 + digits]))
            digits++;
        length = 5 + next + 1 + digits;
        return digits is 1 or 2
            && CalendarDay.TryMake(year, month, int.Parse(rest.Slice(next + 1, digits), NumberStyles.None), out date);
    }

    /// <summary><c>20120629</c>, optionally followed by a time.</summary>
    private static bool TryCompact(ReadOnlySpan<char> value, out DateRange date)
    {
        date = default;
        if (value.Length < 8 || (value.Length > 8 && char.IsAsciiDigit(value[8]))
            || !int.TryParse(value[..8], out var digits))
            return false;
        return CalendarDay.TryMake(digits / 10000, digits / 100 % 100, digits % 100, out date);
    }

    /// <summary><c>2012-06</c>.</summary>
    private static bool TryMonth(ReadOnlySpan<char> value, out DateRange date)
    {
        date = default;
        if (value.Length != 7 || value[4] != '-' || !int.TryParse(value[..4], out var year)
            || !int.TryParse(value[5..], out var month))
            return false;
        if (!CalendarDay.TryMake(year, month, 1, out _))
            return false;
        date = DateRange.OfMonth(year, month);
        return true;
    }
}

/// <summary>Checked construction of days.</summary>
internal static class CalendarDay
{
    // Two digits up to this one are of this century: news on the web began after 1969.
    private const int Pivot = 69;

    /// <summary>The year that two digits stand for.</summary>
    public static int Century(int twoDigits) => twoDigits > Pivot ? 1900 + twoDigits : 2000 + twoDigits;

    public static bool TryMake(int year, int month, int day, out DateRange date)
    {
        date = default;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = DateRange.OfDay(new DateOnly(year, month, day));
        return true;
    }
}
