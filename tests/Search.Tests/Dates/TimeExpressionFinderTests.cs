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
    [InlineData("he left now", TimeExpressionKind.Date, "PRESENT_REF")]
    public void Find_Expression_HasItsTimexValue(string text, TimeExpressionKind kind, string value)
    {
        var found = Assert.Single(TimeExpressionFinder.Find(text, Published));

        Assert.Equal((kind, value), (found.Kind, found.Value));
    }
}
