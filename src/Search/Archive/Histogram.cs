using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>Counts by publication period, from counts by first day.</summary>
internal static class Histogram
{
    private const int MostDays = 62;
    private const int MostMonths = 72;
    private const int MostYears = 300;

    /// <summary>
    /// Buckets from the first day with articles to the last, by day up to two months, by month up to six years, else by
    /// year; empty ones between are there too, unless they are hundreds.
    /// </summary>
    public static IReadOnlyList<HistogramBucket> Build(IReadOnlyDictionary<string, int> counts)
    {
        SortedDictionary<DateOnly, int> days = [];
        foreach (var (label, count) in counts)
        {
            if (label != ArticleFields.NoValue && count > 0)
                days[DateOnly.ParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture)] = count;
        }

        if (days.Count == 0)
            return [];
        var (first, last) = (days.First().Key, days.Last().Key);
        var period = Granularity(first, last);
        SortedDictionary<DateOnly, (DateRange Period, int Count)> buckets = [];
        if (last.Year - first.Year <= MostYears)
        {
            for (var bucket = period(first); ; bucket = period(bucket.Last.AddDays(1)))
            {
                buckets[bucket.First] = (bucket, 0);
                if (bucket.Last >= last)
                    break;
            }
        }

        foreach (var (day, count) in days)
        {
            var bucket = period(day);
            buckets[bucket.First] = (bucket, buckets.GetValueOrDefault(bucket.First).Count + count);
        }

        return [.. buckets.Values.Select(static bucket => new HistogramBucket(bucket.Period, bucket.Count))];
    }

    private static Func<DateOnly, DateRange> Granularity(DateOnly first, DateOnly last)
    {
        if (last.DayNumber - first.DayNumber < MostDays)
            return DateRange.OfDay;
        return (last.Year - first.Year) * 12 + last.Month - first.Month < MostMonths
            ? static day => DateRange.OfMonth(day.Year, day.Month)
            : static day => DateRange.OfYear(day.Year);
    }
}
