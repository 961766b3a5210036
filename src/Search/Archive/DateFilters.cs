using Dateline.Index.Querying;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Date clauses as engine queries. Published and event dates match when they share a day with the days given, so an
/// article known to be of July 2012 is among those of 16 July; with <c>=</c> a publication date must lie wholly within.
/// </summary>
internal static class DateFilters
{
    private const long Earliest = 0;
    private const long Latest = 3_652_058; // 9999-12-31

    public static Query Published(DateValue date)
    {
        var (first, last) = Days(date);
        return date.Exact
            ? BooleanQuery.All(
                new LongRangeQuery(ArticleFields.PublishedFirst, first, Latest),
                new LongRangeQuery(ArticleFields.PublishedLast, Earliest, last))
            : BooleanQuery.All(
                new LongRangeQuery(ArticleFields.PublishedFirst, Earliest, last),
                new LongRangeQuery(ArticleFields.PublishedLast, first, Latest));
    }

    public static Query Added(DateValue date)
    {
        var (first, last) = Days(date);
        return new LongRangeQuery(ArticleFields.Added, first, last);
    }

    // An article has several event dates, so a closed range needs the units: the first day of one and the last of
    // another do not make an overlap. One open end does not have that problem.
    public static Query Event(DateValue date)
    {
        if (date.Last is not { } last)
            return new LongRangeQuery(ArticleFields.EventLast, Days(date).First, Latest);
        if (date.First is not { } first)
            return new LongRangeQuery(ArticleFields.EventFirst, Earliest, Days(date).Last);
        return BooleanQuery.Any(
            CalendarUnits.QueryTerms(first, last).Order(StringComparer.Ordinal)
                .Select(static unit => new TermQuery(ArticleFields.EventUnits, unit)));
    }

    private static (long First, long Last) Days(DateValue date) =>
        (date.First?.DayNumber ?? Earliest, date.Last?.DayNumber ?? Latest);
}
