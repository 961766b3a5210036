using Dateline.Search.Archive;

namespace Dateline.Search.Tests.Archive;

public sealed class CalendarUnitsTests
{
    [Theory]
    [InlineData("2012-07-16", "2012-07-16", "2012-07-16")]
    [InlineData("2012-07-01", "2012-07-31", "2012-07")]
    [InlineData("2012-06-29", "2012-08-02", "2012-06-29 2012-06-30 2012-07 2012-08-01 2012-08-02")]
    [InlineData("2012-01-01", "2012-12-31", "2012")]
    [InlineData("2009-12-31", "2020-01-01", "2009-12-31 201x 2020-01-01")]
    [InlineData("1900-01-01", "2009-12-31", "19xx 200x")]
    [InlineData("9999-12-30", "9999-12-31", "9999-12-30 9999-12-31")]
    public void Decompose_Range_GivesFewestUnits(string first, string last, string units) =>
        Assert.Equal(units.Split(' '), CalendarUnits.Decompose(Day(first), Day(last)));

    [Fact]
    public void Terms_RandomRanges_MeetExactlyWhenTheRangesOverlap()
    {
        var random = new Random(3);
        var overlapping = 0;
        for (var round = 0; round < 3000; round++)
        {
            var (left, right) = (Range(random), Range(random));
            var overlaps = left.First <= right.Last && right.First <= left.Last;
            var meet = CalendarUnits.DocumentTerms(left.First, left.Last)
                .Any(CalendarUnits.QueryTerms(right.First, right.Last).Contains);
            Assert.True(overlaps == meet, $"{left} and {right}: overlap {overlaps}, terms meet {meet}");
            overlapping += overlaps ? 1 : 0;
        }

        Assert.InRange(overlapping, 300, 2700);
    }

    [Fact]
    public void Terms_AllOfTime_AreFew()
    {
        Assert.InRange(CalendarUnits.QueryTerms(DateOnly.MinValue, DateOnly.MaxValue).Count, 1, 1024);
        Assert.InRange(CalendarUnits.QueryTerms(new(1, 1, 2), new(9999, 12, 30)).Count, 1, 1024);
    }

    private static (DateOnly First, DateOnly Last) Range(Random random)
    {
        var first = new DateOnly(1995, 1, 1).AddDays(random.Next(365 * 30));
        var last = first.AddDays(
            random.Next(4) switch { 0 => 0, 1 => random.Next(40), 2 => random.Next(800), _ => random.Next(9000) });
        return (first, last);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
