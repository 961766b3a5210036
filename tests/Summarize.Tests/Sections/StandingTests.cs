using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Tests.Sections;

public sealed class StandingTests
{
    [Fact]
    public void Sentence_ThatOpensWithAReference_BringsItsAntecedentAsSecondCitation()
    {
        var briefing = Write("strike wages", Make.Article(
            "a", "Anna Berg leads the union of the dockers of Korvik. She said the strike for higher wages would "
                + "last until spring."));

        var sentence = briefing.AllSentences().First(sentence =>
            sentence.Text.StartsWith("She said", StringComparison.Ordinal));

        Assert.Equal(["She said the strike for higher wages would last until spring.",
            "Anna Berg leads the union of the dockers of Korvik."],
            sentence.Citations.Select(citation => citation.Quote));
        Assert.Equal("Anna Berg leads the union of the dockers of Korvik.", sentence.Context);
        Assert.Contains("(Anna Berg leads the union of the dockers of Korvik.) She said",
            MarkdownRenderer.Render(briefing), StringComparison.Ordinal);
        Assert.Equal(sentence.Context, BriefingJson.Read(BriefingJson.Write(briefing)).AllSentences().First(other =>
            other.Text == sentence.Text).Context);
    }

    [Fact]
    public void Sentence_ThatOpensWithAReferenceToNothingClear_StaysOut()
    {
        var briefing = Write("strike wages", Make.Article(
            "a", "What a day\n\nShe said the strike for higher wages would last until spring.\n\nDockers of Korvik "
                + "began a strike for higher wages."));

        Assert.DoesNotContain(briefing.AllSentences(),
            sentence => sentence.Text.StartsWith("She said", StringComparison.Ordinal));
    }

    [Fact]
    public void Point_WithOtherCountsInALaterReportOfItsOrigin_IsSuperseded()
    {
        var briefing = Write("fire Velm port",
            Make.Article("a", "The fire of July 3, 2012 in the port of Velm killed 12 people.", "Norrland",
                "2012-07-03").Dated("July 3, 2012", "2012-07-03"),
            Make.Article(
                "b", "Rescuers of the city counted 31 people killed by the fire of July 3, 2012 at Velm and dozens "
                    + "of ruined warehouses.", "Norrland", "2012-07-05").Dated("July 3, 2012", "2012-07-03"));

        var point = Assert.Single(briefing.KeyPoints,
            point => point.Sentence.Text.Contains("12 people", StringComparison.Ordinal));
        Assert.Equal(PointStatus.Superseded, point.Status);
        Assert.Contains("31 people", Assert.Single(point.Support).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            briefing.KeyPoints, point => point.Status == PointStatus.Superseded && point.Sentence.Text.Contains(
                "31 people", StringComparison.Ordinal));
    }

    [Fact]
    public void Confidence_FollowsItsPrintedRule()
    {
        var one = Write("strike Korvik",
            Make.Article("a", "The dockers of Korvik ended their strike after the council raised wages.", "Norrland"));
        var three = Write("strike Korvik",
            Make.Article("a", "The dockers of Korvik ended their strike after the council raised wages.", "Norrland"),
            Make.Article("b", "Dockers of Korvik ended the strike when the council raised their wages.",
                "Harbour Post"),
            Make.Article("c", "In Korvik dockers ended a strike once the council raised wages for all.", "Kestrel"));

        Assert.Equal("low", one.Header.Confidence?.Level);
        Assert.Equal("high", three.Header.Confidence?.Level);
        Assert.StartsWith("3 independent origins", three.Header.Confidence!.Reason, StringComparison.Ordinal);
        Assert.Contains("Confidence: high", MarkdownRenderer.Render(three), StringComparison.Ordinal);
        Assert.Null(Write("volcano", Make.Article("a", "The dockers of Korvik ended their strike.")).Header.Confidence);
    }

    [Fact]
    public void Gaps_NameDaysWithoutCoverage_AndClaimsOfOneOrigin()
    {
        var briefing = Write("strike Korvik",
            Make.Article("a", "The dockers of Korvik began a strike for higher wages in the port.", "Norrland",
                "2012-07-01"),
            Make.Article("b", "A strike in Korvik left nine hundred passengers without a ferry.", "Kestrel",
                "2012-07-02"),
            Make.Article("c", "The mayor of Korvik wants soldiers to replace those on strike.", "Plover",
                "2012-07-12"));

        Assert.Contains(briefing.Gaps, gap => gap.Kind == "days-without-coverage"
            && gap.Message.Contains("3–11 July 2012 (9 days)", StringComparison.Ordinal));
        var single = Assert.Single(briefing.Gaps, gap => gap.Kind == "single-origin-claims");
        Assert.Equal(briefing.KeyPoints.Count, single.Citations.Count);
    }

    private static Briefing Write(string topic, params Search.Articles.Article[] articles) =>
        new BriefingWriter(new ArticleList(articles)).Write(new BriefingRequest { Topic = topic }).Briefing!;
}
