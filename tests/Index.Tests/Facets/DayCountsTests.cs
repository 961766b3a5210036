using Dateline.Index.Facets;
using Dateline.Index.Querying;
using Dateline.Index.Tests.Querying;

namespace Dateline.Index.Tests.Facets;

/// <summary>Counts by day, month and year from a column against grouping the documents one by one.</summary>
public sealed class DayCountsTests
{
    private static readonly int Epoch = new DateOnly(2012, 2, 20).DayNumber;

    [Theory]
    [InlineData(91, 100)] // days
    [InlineData(92, 3000)]
    [InlineData(93, 700_000)] // more days than documents
    public void Count_RandomQueries_EqualsGroupingEachMatch(int seed, int spread)
    {
        using var index = Index(seed, spread);
        var queries = new WordQueries(seed, 10);
        for (var round = 0; round < 40; round++)
        {
            var query = round == 0 ? new MatchAllQuery() : queries.Next();
            var counts = index.Searcher.Days("number").Count(index.Searcher.Collect(query));
            var numbers = index.Matching(query).Select(docId => index.Docs[docId].Number).ToList();
            var days = numbers.Where(IsDay).Select(number => DateOnly.FromDayNumber((int)number!.Value)).ToList();
            Assert.Equal(numbers.Count - days.Count, counts.Without);
            Assert.Equal(days.Count == 0 ? null : (days.Min(), days.Max()), counts.Range);
            AssertGroups(days, counts, DatePeriod.Day, day => day);
            AssertGroups(days, counts, DatePeriod.Month, day => new DateOnly(day.Year, day.Month, 1));
            AssertGroups(days, counts, DatePeriod.Year, day => new DateOnly(day.Year, 1, 1));
        }
    }

    [Fact]
    public void WithGaps_PeriodsBetween_AreThereAndEmpty()
    {
        var days = new[] { new DateOnly(2012, 1, 31), new DateOnly(2012, 4, 1), new DateOnly(2012, 4, 30) };
        var docs = days.Select(day => new WordDoc(["w0"], day.DayNumber, [])).Append(new WordDoc(["w0"], null, []));
        using var index = new WordIndex([.. docs], 2);
        var counts = index.Searcher.Days("number").Count(index.Searcher.Collect(new MatchAllQuery()));
        Assert.Equal([1, 0, 0, 2], counts.WithGaps(DatePeriod.Month, 4).Select(period => period.Count));
        Assert.Equal(new DateOnly(2012, 2, 29), counts.WithGaps(DatePeriod.Month, 4)[1].Last);
        Assert.Equal([1, 2], counts.WithGaps(DatePeriod.Month, 3).Select(period => period.Count));
        Assert.Equal(91, counts.WithGaps(DatePeriod.Day, 100).Count);
        Assert.Equal((1, 3), (counts.Without, Assert.Single(counts.By(DatePeriod.Year)).Count));
    }

    [Fact]
    public void Count_EndsOfTheCalendar_AreCounted()
    {
        var docs = new[] { DateOnly.MinValue, DateOnly.MaxValue }
            .Select(day => new WordDoc(["w0"], day.DayNumber, []));
        using var index = new WordIndex([.. docs], 1);
        var counts = index.Searcher.Days("number").Count(index.Searcher.Collect(new MatchAllQuery()));
        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue), counts.Range);
        Assert.Equal(9999, counts.WithGaps(DatePeriod.Year, 9999).Count);
        Assert.Equal(0, index.Searcher.Days("absent").Count(index.Searcher.Collect(new MatchNoneQuery())).Without);
        Assert.Equal(2, index.Searcher.Days("absent").Count(index.Searcher.Collect(new MatchAllQuery())).Without);
    }

    private static void AssertGroups(
        List<DateOnly> days, DayCounts counts, DatePeriod period, Func<DateOnly, DateOnly> firstDay) => Assert.Equal(
        days.CountBy(firstDay).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)),
        counts.By(period).Select(count => (count.First, count.Count)));

    private static bool IsDay(long? number) => number >= 0 && number <= DateOnly.MaxValue.DayNumber;

    private static WordIndex Index(int seed, int spread)
    {
        var random = new Random(seed);
        var docs = Enumerable.Range(0, 500).Select(k => new WordDoc(
            [$"w{random.Next(10)}", $"w{random.Next(10)}"],
            k % 7 == 0 ? null : k % 50 == 1 ? -5 - k : k % 50 == 2 ? long.MaxValue : Epoch + random.Next(spread), []));
        return new WordIndex([.. docs], 90, docId => docId % 13 == 4);
    }
}
