using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Tests.Extraction;

public sealed class PublicationDateParserTests
{
    [Theory]
    [InlineData("updated 8:47 PM EDT, Fri June 29, 2012", "2012-06-29", "2012-06-30T00:47:00Z", "updated-line")]
    [InlineData("Published: 30 Jan 2012 14:05 GMT", "2012-01-30", "2012-01-30T14:05:00Z", "published-line")]
    [InlineData("June 29, 2012", "2012-06-29", null, "date-line")]
    [InlineData("30 Jan 2012", "2012-01-30", null, "date-line")]
    [InlineData("29 June 2012 Last updated at 14:05 GMT", "2012-06-29", "2012-06-29T14:05:00Z", "updated-line")]
    [InlineData("Posted on 3rd of March, 2011 by", "2011-03-03", null, "published-line")]
    [InlineData("2012-01-30T23:30:00-05:00", "2012-01-30", "2012-01-31T04:30:00Z", "date-line")]
    [InlineData("Fri, 29 Jun 2012 08:47:00 GMT", "2012-06-29", "2012-06-29T08:47:00Z", "date-line")]
    [InlineData("guardian.co.uk, Monday 30 January 2012 14.05 GMT", "2012-01-30", "2012-01-30T14:05:00Z", "date-line")]
    [InlineData("Sat Dec 31, 2011 10:07pm EST", "2011-12-31", "2012-01-01T03:07:00Z", "date-line")]
    [InlineData(
        "First published 12 noon, Tues., Sept. 4, 2012, 9 p.m. ET", "2012-09-04", "2012-09-05T01:00:00Z",
        "published-line")]
    [InlineData("30.01.2012", "2012-01-30", null, "date-line")]
    [InlineData("01/30/2012", "2012-01-30", null, "date-line")]
    [InlineData("3. März 2012, 18:20 Uhr", "2012-03-03", null, "date-line")]
    public void TryFind_DateLine_ReadsDayInstantAndRule(string line, string day, string? instant, string rule)
    {
        Assert.True(PublicationDateParser.TryFind(line, out var found));

        Assert.Equal(day, found.Date.ToString());
        Assert.Equal(
            instant,
            found.Instant?.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(rule, found.Rule);
    }

    [Theory]
    [InlineData("03/04/2012")]
    [InlineData("June 31, 2012")]
    [InlineData("June 29")]
    [InlineData("© 2012 All rights reserved")]
    [InlineData("12:30 PM EDT")]
    [InlineData("Call 555-1234-2012")]
    [InlineData("2012")]
    public void TryFind_NoCertainDay_Declines(string line) => Assert.False(PublicationDateParser.TryFind(line, out _));

    [Theory]
    [InlineData("The council voted on June 29, 2012 to send monitors")]
    [InlineData("Protesters gathered again after the June 3, 2012 raid")]
    public void TryLine_Sentence_IsNoDateLine(string line) => Assert.False(PublicationDateParser.TryLine(line, out _));

    [Theory]
    [InlineData("20120629T1205Z", "2012-06-29")]
    [InlineData("2012-06", "2012-06")]
    [InlineData(" 2012-06-29 ", "2012-06-29")]
    public void TryValue_FieldValue_IsRead(string value, string expected)
    {
        Assert.True(PublicationDateParser.TryValue(value, out var date, out _));
        Assert.Equal(expected, date.ToString());
    }

    [Fact]
    public void TryFind_Span_CoversTheDateWords()
    {
        const string Line = "  Homs | Updated: 5 May 2012 at 10:00 BST | 4 comments";

        Assert.True(PublicationDateParser.TryFind(Line, out var found));
        Assert.Equal("Updated: 5 May 2012 at 10:00 BST", Line[found.Start..found.End]);
    }
}
