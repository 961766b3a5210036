using Dateline.Search.Articles;
using Dateline.Search.Dates;

namespace Dateline.Search.Tests.Dates;

public sealed class TimeExpressionFinderTests
{
    private static readonly PublishedDate Published = new(DateRange.OfDay(new DateOnly(2015, 9, 16)), null, "given");

    [Theory]
    [InlineData("for two weeks", TimeExpressionKind.Duration, "P2W")]
    [InlineData("a 16-month war", TimeExpressionKind.Duration, "P16M")]
    [InlineData("for 24 hours", TimeExpressionKind.Duration, "PT24H")]
    [InlineData("for several years", TimeExpressionKind.Duration, "PXY")]
    [InlineData("the past three weeks", TimeExpressionKind.Duration, "P3W")]
    [InlineData("every day", TimeExpressionKind.Set, "P1D")]
    [InlineData("on Sunday night", TimeExpressionKind.Time, "2015-09-13TNI")]
    [InlineData("last week", TimeExpressionKind.Date, "2015-W37")]
    [InlineData("the third quarter of 2012", TimeExpressionKind.Date, "2012-Q3")]
    [InlineData("in the spring of 2012", TimeExpressionKind.Date, "2012-SP")]
    [InlineData("first half of 2012", TimeExpressionKind.Date, "2012-H1")]
    [InlineData("the 1990s", TimeExpressionKind.Date, "199")]
    [InlineData("for 2 1/2 years", TimeExpressionKind.Duration, "P2Y6M")]
    [InlineData("for centuries", TimeExpressionKind.Duration, "PXCE")]
    [InlineData("a two day rally", TimeExpressionKind.Duration, "P2D")]
    [InlineData("each Thursday", TimeExpressionKind.Set, "XXXX-WXX-4")]
    [InlineData("they march each July", TimeExpressionKind.Set, "XXXX-07")]
    [InlineData("until 5 p.m. EST, Nov. 6, 2014.", TimeExpressionKind.Time, "2014-11-06T17")]
    [InlineData("he came at 7:15 p.m. Monday", TimeExpressionKind.Time, "2015-09-14T19:15")]
    [InlineData("it began at noon Saturday", TimeExpressionKind.Time, "2015-09-12T12:00")]
    [InlineData("in nineteen ninety-four", TimeExpressionKind.Date, "1994")]
    [InlineData("in the nineties", TimeExpressionKind.Date, "199")]
    [InlineData("as they did in the past.", TimeExpressionKind.Date, "PAST_REF")]
    [InlineData("in the near future", TimeExpressionKind.Date, "FUTURE_REF")]
    [InlineData("he will soon go", TimeExpressionKind.Date, "FUTURE_REF")]
    [InlineData("by year-end.", TimeExpressionKind.Date, "2015")]
    [InlineData("in July last year", TimeExpressionKind.Date, "2014-07")]
    [InlineData("results for the quarter", TimeExpressionKind.Date, "2015-Q2")]
    [InlineData("he left now", TimeExpressionKind.Date, "PRESENT_REF")]
    public void Find_Expression_HasItsTimexValue(string text, TimeExpressionKind kind, string value)
    {
        var found = Assert.Single(TimeExpressionFinder.Find(text, Published));

        Assert.Equal((kind, value), (found.Kind, found.Value));
    }

    [Theory]
    [InlineData("It costs $1.76 a year.")]
    [InlineData("They run four flights a week.")]
    [InlineData("Stop as soon as you can.")]
    [InlineData("He told ABC's \"This Week\" so.")]
    [InlineData("The past president and the future king met.")]
    public void Find_WordsThatTellNoTime_FindsNone(string text) =>
        Assert.Empty(TimeExpressionFinder.Find(text, Published));

    [Fact]
    public void Find_AfterAQuarter_ComparisonsAreOfQuarters()
    {
        var found = TimeExpressionFinder.Find(
            "In the third quarter of 2014 it lost more than a year earlier. The 2013 quarter was good.", Published);

        Assert.Equal(["2014-Q3", "2013-Q3", "2013-Q3"], found.Select(one => one.Value));
    }
}
