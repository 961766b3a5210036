namespace Dateline.Index.Facets;

/// <summary>
/// A set of documents by day. <see cref="Without"/> and the counts of any period add up to the set's size.
/// </summary>
public sealed class DayCounts
{
    private readonly (int Day, int Count)[] _days;

    /// <param name="days">Days with documents, ascending.</param>
    /// <param name="without">Documents without a day.</param>
    internal DayCounts((int Day, int Count)[] days, int without) => (_days, Without) = (days, without);

    /// <summary>Documents without a day.</summary>
    public int Without { get; }

    /// <summary>First and last day with documents; null when there is none.</summary>
    public (DateOnly First, DateOnly Last)? Range => _days.Length == 0
        ? null : (DateOnly.FromDayNumber(_days[0].Day), DateOnly.FromDayNumber(_days[^1].Day));

    /// <summary>The periods with documents, ascending.</summary>
    public IReadOnlyList<PeriodCount> By(DatePeriod period)
    {
        var counts = new List<PeriodCount>();
        foreach (var (number, count) in _days)
        {
            if (counts.Count > 0 && number <= counts[^1].Last.DayNumber)
            {
                counts[^1] = counts[^1] with { Count = counts[^1].Count + count };
                continue;
            }

            var (first, last) = period.Around(DateOnly.FromDayNumber(number));
            counts.Add(new PeriodCount(first, last, count));
        }

        return counts;
    }

    /// <summary>
    /// As <see cref="By"/>, with the empty periods between the first and the last too, unless that makes more than
    /// <paramref name="mostPeriods"/>.
    /// </summary>
    public IReadOnlyList<PeriodCount> WithGaps(DatePeriod period, int mostPeriods)
    {
        var counts = By(period);
        if (Range is not var (first, last) || period.Span(first, last) > mostPeriods) return counts;
        var all = new List<PeriodCount>();
        foreach (var count in counts)
        {
            while (all.Count > 0 && all[^1].Last.AddDays(1) < count.First)
            {
                var (start, end) = period.Around(all[^1].Last.AddDays(1));
                all.Add(new PeriodCount(start, end, 0));
            }

            all.Add(count);
        }

        return all;
    }
}
