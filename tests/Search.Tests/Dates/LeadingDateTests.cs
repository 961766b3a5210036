using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Dates;

public sealed class LeadingDateTests
{
    private const string Telegram = """
        SAN SALVADOR, 12 JAN 90 (AFP) -- [TEXT] THE MAYOR OF SAN MIGUEL SAID TODAY THAT
        UNIDENTIFIED MEN ATTACKED THE TOWN HALL ON 9 JANUARY WITH RIFLES AND GRENADES,
        AND THAT NOBODY WAS HURT BECAUSE THE OFFICES WERE EMPTY AT THE TIME OF THE
        ATTACK.

        THE MEN WHO ATTACKED THE TOWN HALL MAY RETURN, HE ADDED, AND THE ARMY HAS SENT
        TROOPS AND TWO HELICOPTERS TO GUARD THE BRIDGE NEAR THE TOWN, WHICH WAS DAMAGED
        ON SUNDAY BY A MINE.
        """;

    [Fact]
    public void Telegram_InCapitals_IsDatedByItsDateline()
    {
        var text = ArticleExtractor.Extract(new InputItem("telegram", InputFormat.PageText, Telegram)).Text!;
        Assert.Equal(new DateOnly(1990, 1, 12), text.Published!.Date.First);
        Assert.Equal("dateline", text.Published.Rule);
        Assert.Equal("SAN SALVADOR", text.Dateline!.Value.Quote);
        Assert.Equal("AFP", text.Outlet);
    }

    [Fact]
    public void Telegram_InCapitals_TellsDatesButNotVerbs()
    {
        var dates = EventDateFinder.Find(
            ArticleExtractor.Extract(new InputItem("telegram", InputFormat.PageText, Telegram)).Text!);
        Assert.Equal(
            ["1990-01-12", "1990-01-12", "1990-01-09", "1990-01-07"], dates.Select(date => date.Date.ToString()));
        Assert.Equal("9 JANUARY", dates[2].Evidence.Quote);
    }

    [Fact]
    public void Report_SaidTodayOfAnEarlierDay_IsLedByTheEarlierDay()
    {
        var text = ArticleExtractor.Extract(new InputItem("telegram", InputFormat.PageText, Telegram)).Text!;
        var leading = LeadingDate.Of(text, EventDateFinder.Find(text))!;
        Assert.Equal("1990-01-09", leading.Date.ToString());
        Assert.Equal("lead", leading.Rule);
    }

    [Fact]
    public void Report_NamingNoDay_IsLedByItsPublication()
    {
        var text = new ExtractedText
        {
            Title = "",
            Body = "Troops took the town, officials said.",
            Published = new PublishedDate(DateRange.OfDay(new DateOnly(2012, 6, 3)), null, "test"),
        };
        var leading = LeadingDate.Of(text, EventDateFinder.Find(text))!;
        Assert.Equal(("2012-06-03", "published"), (leading.Date.ToString(), leading.Rule));
    }

    [Fact]
    public void Report_WithoutAnyDate_HasNoLeadingDate() =>
        Assert.Null(LeadingDate.Of(new ExtractedText { Title = "", Body = "Troops took the town." }, []));
}
