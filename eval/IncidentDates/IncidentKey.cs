using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Search.Articles;

namespace Dateline.Eval.IncidentDates;

/// <summary>
/// One alternative of a key's INCIDENT: DATE slot: a day (<c>30 DEC 89</c>), a span (<c>08 JAN 90 - 09 JAN 90</c>), or
/// no more than a bound (<c>- 08 JAN 90</c>: at some time up to that day).
/// </summary>
internal sealed partial record IncidentKey(DateOnly First, DateOnly Last, bool Open)
{
    /// <summary>The alternatives of a slot; those whose dates cannot be read are left out.</summary>
    /// <param name="slot">The slot's text.</param>
    /// <param name="year">Year of days printed without one; null leaves them out.</param>
    public static List<IncidentKey> Parse(string slot, int? year)
    {
        var keys = new List<IncidentKey>();
        foreach (var alternative in slot.Split('/'))
        {
            var days = Day().Matches(alternative).Select(match => Read(match, year)).ToList();
            if (days.Count is 0 or > 2 || days.Contains(null))
                continue;
            var (first, last) = (days[0]!.Value, days[^1]!.Value);
            if (first <= last)
                keys.Add(
                    new IncidentKey(first, last, days.Count == 1 && alternative.TrimStart(' ', '(').StartsWith('-')));
        }

        return keys;
    }

    /// <summary>True when the date tells the day, or lies within the span.</summary>
    public bool Has(DateRange date) => date.First >= First && date.Last <= Last;

    private static DateOnly? Read(Match match, int? year)
    {
        var (day, month) = match.Groups["month1"].Success
            ? (match.Groups["day1"].Value, match.Groups["month1"].Value)
            : (match.Groups["day2"].Value, match.Groups["month2"].Value);
        if (match.Groups["year"].Success)
            year = 1900 + int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return year is { } known
            && DateOnly.TryParseExact($"{day} {month[..3]} {known}", "d MMM yyyy", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var read)
            ? read : null;
    }

    [GeneratedRegex(
        @"(?:(?<day1>\d{1,2})\s+(?<month1>[A-Z]{3,9})|(?<month2>[A-Z]{3,9})\s+(?<day2>\d{1,2}))"
        + @"(?:\s+(?<year>\d{2})\b)?",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Day();
}
