using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;

namespace Dateline.Search.Tests.Dates;

public sealed class EventDateFinderTests
{
    // A Wednesday.
    private static readonly DateOnly Published = new(2015, 9, 16);

    [Theory]
    [InlineData("The bridge opened on July 4, 2014 in rain.", "2014-07-04", "July 4, 2014")]
    [InlineData("It sank on 3 March 1991.", "1991-03-03", "3 March 1991")]
    [InlineData("It sank on the 3rd of March, 1991.", "1991-03-03", "3rd of March, 1991")]
    [InlineData("Filed 2015-08-30 by mail.", "2015-08-30", "2015-08-30")]
    [InlineData("Filed 29/06/2012 by mail.", "2012-06-29", "29/06/2012")]
    [InlineData("Filed 09/07/15 by mail.", "2015-09-07", "09/07/15")]
    [InlineData("Filed 03/04/2001 by mail.", "2001", "03/04/2001")]
    [InlineData("The siege since March 2011 goes on.", "2011-03", "March 2011")]
    [InlineData("Prices fell in 2009.", "2009", "2009")]
    [InlineData("It was built in the 1960s.", "1960/1969", "1960s")]
    [InlineData("They ruled from 1986 to 1991.", "1986/1991", "1986 to 1991")]
    [InlineData("The fair ran June 5-7, 2013.", "2013-06-05/2013-06-07", "June 5-7, 2013")]
    [InlineData("The fair ran from June 5 to June 7, 2013.", "2013-06-05/2013-06-07", "June 5 to June 7, 2013")]
    public void Find_CalendarDate_IsExact(string text, string expected, string quote) =>
        AssertOnly(text, expected, quote);

    [Theory]
    [InlineData("The minister said Monday he was well.", "2015-09-14")]
    [InlineData("The minister said Wednesday he was well.", "2015-09-16")]
    [InlineData("Shelling began on Thursday morning.", "2015-09-10")]
    [InlineData("He is set to hold talks on Friday.", "2015-09-18")]
    [InlineData("Delegates will meet in Oslo on Monday.", "2015-09-21")]
    [InlineData("The ministers were to meet the envoy in Geneva on Sunday.", "2015-09-20")]
    [InlineData("The ministers, who were to meet the envoy of the league on Sunday, agreed.", "2015-09-20")]
    [InlineData("Envoys were due to meet rebel leaders, he said, in Geneva on Sunday.", "2015-09-20")]
    [InlineData(
        "The council, which had met twice, was to vote on the plan put forward by France on Sunday.", "2015-09-20")]
    [InlineData("Envoys who were to have met rebels were killed on Sunday.", "2015-09-13")]
    [InlineData("The council will discuss Friday's deadly bomb attacks on the port.", "2015-09-11")]
    [InlineData("Talks will resume two days after Friday’s shelling.", "2015-09-11")]
    [InlineData("The town will bury those who died in Monday's crash.", "2015-09-14")]
    [InlineData("Observers will stay until the night of Sunday's vote.", "2015-09-20")]
    [InlineData("The widows will speak at Friday's bombing trial.", "2015-09-18")]
    [InlineData("They met last Wednesday.", "2015-09-09")]
    [InlineData("They meet next Wednesday.", "2015-09-23")]
    [InlineData("They met on Tuesday last week.", "2015-09-08")]
    [InlineData("Talks fell apart yesterday.", "2015-09-15")]
    [InlineData("The vote is tomorrow.", "2015-09-17")]
    [InlineData("They came back last night.", "2015-09-15")]
    [InlineData("Fire broke out two days ago.", "2015-09-14")]
    [InlineData("It happened a week ago.", "2015-09-07/2015-09-13")]
    [InlineData("It happened five years ago.", "2010")]
    [InlineData("It happened last week.", "2015-09-07/2015-09-13")]
    [InlineData("It happened last month.", "2015-08")]
    [InlineData("It happened earlier this year.", "2015")]
    [InlineData("Ten died over the weekend.", "2015-09-12/2015-09-13")]
    [InlineData("Ten died in the past two days.", "2015-09-15/2015-09-16")]
    [InlineData("The town was hit for six consecutive days.", "2015-09-11/2015-09-16")]
    [InlineData("He left the army in January.", "2015-01")]
    [InlineData("The revolt began in November.", "2014-11")]
    [InlineData("They demand it since last March.", "2015-03")]
    [InlineData("He was shot on December 20.", "2014-12-20")]
    [InlineData("The truce will end on December 20.", "2015-12-20")]
    [InlineData("Exports grew in the second quarter.", "2015-04-01/2015-06-30")]
    [InlineData("It burned last summer.", "2015-06-01/2015-08-31")]
    public void Find_ExpressionRelativeToPublication_IsResolved(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Find(text)).Date.ToString());

    [Fact]
    public void Find_DaysEarlier_CountsFromTheDaySpokenOf()
    {
        var dates = Find("The camp was hit on Sunday. Two days earlier, guards had left.");

        Assert.Equal(["2015-09-13", "2015-09-11"], dates.Select(date => date.Date.ToString()));
    }

    [Theory]
    [InlineData("He may go, and they march on.")]
    [InlineData("Theresa May and Adam March spoke for a second.")]
    [InlineData("Some 2,000 people, at least 2000 soldiers and 1,500 guards.")]
    [InlineData("Chapter 7 of the text, by 3-2, at age 34.")]
    [InlineData("Shops opened early for Black Friday.")]
    [InlineData("The Sunday Times and USA Today ran it.")]
    [InlineData("The 16-month conflict has cost much.")]
    [InlineData("Room 2012 cost $1999.")]
    public void Find_WordsThatOnlyLookLikeDates_FindsNone(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Find_WithoutPublication_KeepsOnlyDatesWithTheirYear()
    {
        var text = Text("On Monday, as in May, last year and yesterday. In 2003. On May 5, 2004. On May 6.");

        var dates = EventDateFinder.Find(text with { Published = null });

        Assert.Equal(["2003", "2004-05-05"], dates.Select(date => date.Date.ToString()));
    }

    [Fact]
    public void Find_FiledOnTheEveOfADay_MayMeanThatDay()
    {
        var filed = new DateTimeOffset(2015, 9, 16, 22, 0, 0, TimeSpan.FromHours(-4));
        var text = Text("Police said on Thursday that trains ran.");

        var dates = EventDateFinder.Find(text with { Published = text.Published! with { Instant = filed } });

        Assert.Equal("2015-09-17", Assert.Single(dates).Date.ToString());
    }

    [Fact]
    public void Find_AnyText_QuotesExactlyItsSpans()
    {
        const string Title = "Ten dead since Friday";
        const string Body = "“On Monday,” he said.\n\nIn 2011–12 and July\n2010, the 5th of May… 31 June.";

        var dates = EventDateFinder.Find(Text(Body) with { Title = Title });

        Assert.NotEmpty(dates);
        Assert.All(dates, date =>
        {
            var source = date.Evidence.Field == EvidenceField.Title ? Title : Body;
            Assert.Equal(source[date.Evidence.Start..date.Evidence.End], date.Evidence.Quote);
            Assert.True(date.Date.First <= date.Date.Last);
        });
    }

    [Fact]
    public void Find_RandomWordsOfTime_NeverFails()
    {
        string[] words = ["May", "31", "February", "29", "2011", "-", ",", "last", "next", "Monday", "of", "two",
            "days", "ago",
            "0", "99", "century", "quarter", "fourth", "/", "12", "weekend", "consecutive", "centuries", "3000", "1900",
            "\n\n"];
        var random = new Random(3);
        for (var round = 0; round < 4000; round++)
        {
            var body = string.Join(
                random.Next(2) == 0 ? " " : "", Enumerable.Range(0, 8).Select(_ => words[random.Next(words.Length)]));
            foreach (var date in Find(body))
                Assert.True(date.Date.First <= date.Date.Last, body);
        }
    }

    private static void AssertOnly(string text, string expected, string quote)
    {
        var date = Assert.Single(Find(text));
        Assert.Equal((expected, quote), (date.Date.ToString(), date.Evidence.Quote));
    }

    private static IReadOnlyList<EventDate> Find(string body) => EventDateFinder.Find(Text(body));

    private static ExtractedText Text(string body) =>
        new() { Title = "", Body = body, Published = new PublishedDate(DateRange.OfDay(Published), null, "given") };
}
