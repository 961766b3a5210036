using System.Globalization;
using Dateline.Index.Facets;
using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>Counts by publication period, from counts by first day.</summary>
internal static class Histogram
{
    private const int MostDays = 62;
    private const int MostMonths = 72;
    private const int MostReadable = 400;
    private const int MostChosen = 10_000;

    /// <summary>
    /// Buckets from the first day with articles to the last. Empty ones between are there too, unless that makes
    /// hundreds.
    /// </summary>
    public static IReadOnlyList<HistogramBucket> Build(DayCounts days, DatePeriod period) =>
        [.. days.WithGaps(period, MostReadable).Select(Bucket)];

    /// <summary>
    /// The period chosen, or a longer one, with a warning, where that makes more than 10,000 buckets; when none is
    /// chosen by day up to two months, by month up to six years, else by year.
    /// </summary>
    public static DatePeriod Period(DayCounts days, DatePeriod? chosen, WarningList warnings)
    {
        if (days.Range is not var (first, last))
            return chosen ?? DatePeriod.Day;
        if (chosen is not { } period)
            return Automatic(first, last);
        while (period < DatePeriod.Year && days.By(period).Count > MostChosen)
            period++;
        if (period != chosen)
            warnings.Add(
                "histogram-coarsened",
                $"the histogram is by {EnumNames.Kebab(period)}: by {EnumNames.Kebab(chosen.Value)} it would have more "
                + $"than {MostChosen.ToString(CultureInfo.InvariantCulture)} buckets");
        return period;
    }

    /// <summary>The periods that make a histogram of readable size.</summary>
    public static IReadOnlyList<DatePeriod> Choices(DayCounts days) => days.Range is var (first, last)
        ? [.. Enum.GetValues<DatePeriod>().Where(period => period.Span(first, last) <= MostReadable)]
        : [];

    private static DatePeriod Automatic(DateOnly first, DateOnly last)
    {
        if (DatePeriod.Day.Span(first, last) <= MostDays)
            return DatePeriod.Day;
        return DatePeriod.Month.Span(first, last) <= MostMonths ? DatePeriod.Month : DatePeriod.Year;
    }

    private static HistogramBucket Bucket(PeriodCount count)
    {
        var first = count.First;
        var period = first == count.Last ? DateRange.OfDay(first)
            : first.Month == count.Last.Month ? DateRange.OfMonth(first.Year, first.Month)
            : DateRange.OfYear(first.Year);
        return new HistogramBucket(period, count.Count);
    }
}
