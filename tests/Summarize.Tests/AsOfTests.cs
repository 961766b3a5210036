using Dateline.Search.Articles;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Tests;

public sealed class AsOfTests
{
    private static readonly DateOnly Day = new(2012, 7, 16);

    private static readonly Article Before = Make.Article(
        "a", "The peace talks of Korvik opened on July 9, 2012. Delegates of the peace talks expect the next round "
            + "on July 30, 2012.",
        "Harbour Post", "2012-07-10").Dated("July 9, 2012", "2012-07-09").Dated("July 30, 2012", "2012-07-30");

    private static readonly Article After = Make.Article(
        "b", "The peace talks of Korvik collapsed on July 17, 2012 after a quarrel.", "Norrland", "2012-07-17")
        .Dated("July 17, 2012", "2012-07-17");

    private static readonly Article ThatMonth = Make.Article(
        "c", "The peace talks of Korvik made three prisoners free men at the northern gate.", "Kestrel", "2012-07");

    private static readonly Article Undated = Make.Article(
        "d", "The peace talks of Korvik cost the city nine million crowns.", "Plover");

    [Fact]
    public void Write_AsOfADay_UsesNothingThatMayBeLater()
    {
        var briefing = Write(Day, Before, After, ThatMonth, Undated);

        Assert.Equal(["a"], briefing.Sources.Select(source => source.ArticleId));
        Assert.All(briefing.AllCitations(), place => Assert.Equal("a", place.Citation.ArticleId));
        Assert.Equal(1, briefing.Header.HitsUsed);
        Assert.Equal(Day, briefing.Header.Request?.AsOf);
        Assert.Contains("published~:..2012-07-16", briefing.Header.CanonicalQuery, StringComparison.Ordinal);
        Assert.Contains(briefing.Header.Warnings,
            warning => warning.StartsWith("3 of the hits were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_AsOfADay_KeepsWhatWasSaidOfLaterDays() =>
        Assert.Contains(Write(Day, Before, After).Timeline, entry => entry.Date.ToString() == "2012-07-30");

    [Fact]
    public void Write_AsOfTheLastDayOfItsMonth_UsesAnArticleOfTheMonth() =>
        Assert.Equal(2, Write(new DateOnly(2012, 7, 31), Before, ThatMonth).Header.HitsUsed);

    [Theory]
    [InlineData("2012-07-01", "2012-07-16", 2)]
    [InlineData("2012-07-01", "2012-07-17", 1)]
    public void Write_UndatedArticle_CountsWhenEstimatedBefore(string first, string last, int used)
    {
        Assert.True(DateRange.TryParse($"{first}/{last}", out var range));
        var estimate =
            new EstimatedDate(range, [new EstimateReason("shared-event", "It speaks of the same.", range, null, "a")]);

        Assert.Equal(used, Write(Day, Before, Undated with { Estimated = estimate }).Header.HitsUsed);
    }

    [Fact]
    public void Render_AsOfADay_SaysSo() =>
        Assert.Contains("As known on 16 July 2012.", MarkdownRenderer.Render(Write(Day, Before)),
            StringComparison.Ordinal);

    [Fact]
    public void Write_OneSectionWanted_LeavesTheOthersEmpty()
    {
        var request = new BriefingRequest { Topic = "peace talks", Sections = SectionNames.Parse("timeline")!.Value };
        var briefing = new BriefingWriter(new ArticleList(Before, After)).Write(request).Briefing!;

        Assert.NotEmpty(briefing.Timeline);
        Assert.Empty(briefing.BottomLine);
        Assert.Empty(briefing.KeyPoints);
        Assert.Empty(briefing.Gaps);
        Assert.Equal(2, briefing.Sources.Count);
    }

    [Theory]
    [InlineData(null, BriefingSections.All)]
    [InlineData("bottom-line, gaps", BriefingSections.BottomLine | BriefingSections.Gaps)]
    public void SectionNames_Known_AreRead(string? text, BriefingSections sections) =>
        Assert.Equal(sections, SectionNames.Parse(text));

    [Fact]
    public void SectionNames_Unknown_IsNone() => Assert.Null(SectionNames.Parse("bottom-line,weather"));

    private static Briefing Write(DateOnly asOf, params Article[] articles) =>
        new BriefingWriter(new ArticleList(articles))
            .Write(new BriefingRequest { Topic = "peace talks", AsOf = asOf }).Briefing!;
}
