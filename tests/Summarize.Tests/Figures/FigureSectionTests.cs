using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Tests.Figures;

public sealed class FigureSectionTests
{
    [Fact]
    public void Write_TwoSpeakersGiveUnlikeTolls_IsOneDisputedRowWithBoth()
    {
        var briefing = Brief("attack Homs", Read("a", """
            Attack on Homs

            Published: July 16, 2012

            Opposition activists said more than 200 people were killed in the attack on the city of Homs in Syria.

            The government denied it. Interior Minister Karim Saleh said 37 gunmen and two civilians were killed in Homs.
            """));

        var row = Assert.Single(briefing.Figures, static row => row.Status == FigureStatus.Disputed);
        Assert.Equal(["more than 200 people", "37 gunmen", "two civilians"],
            row.Values.Select(static value => value.Text));
        Assert.Contains("activists", row.Values[0].Speaker, StringComparison.OrdinalIgnoreCase);
        Assert.All(row.Values.Skip(1), static value =>
            Assert.Contains("Saleh", value.Speaker, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_LaterReportGivesMore_IsRising()
    {
        var briefing = Brief("blast Homs",
            Read("a",
                "Blast\n\nPublished: July 16, 2012\n\nThe blast in Homs on Monday killed at least 12 people, doctors "
                    + "said. Shops were shut."),
            Read("b",
                "Blast again\n\nPublished: July 20, 2012\n\nThe blast in Homs on July 16 killed at least 40 people, "
                    + "doctors said after a search of four days."));

        Assert.Contains(briefing.Figures, static row => row.Status == FigureStatus.Rising && row.Values.Count == 2);
    }

    [Fact]
    public void Write_TotalBesideDailyCount_IsAnotherScope()
    {
        var briefing = Brief("Syria killed", Read("a", """
            Syria

            Published: July 16, 2012

            At least 97 people were killed in Syria on Sunday, activists said.

            More than 15,000 people have been killed in Syria since March 2011, activists said.
            """));

        Assert.Equal([FigureScope.Cumulative, FigureScope.Event],
            briefing.Figures.Select(static row => row.Scope).Order().Reverse());
        Assert.All(briefing.Figures, static row => Assert.Equal(FigureStatus.DifferentScope, row.Status));
    }

    [Fact]
    public void Write_PartOfATollToldAlone_IsNoRivalOfTheToll()
    {
        var briefing = Brief("Homs killed",
            Read("a",
                "Toll\n\nPublished: July 18, 2012\n\nThe attack in Homs on July 16 killed 45 people, including 34 "
                    + "miners. Shops were shut."),
            Read("b",
                "Miners\n\nPublished: July 18, 2012\n\nThe minister spoke of the attack in Homs on July 16 that "
                    + "killed 34 miners as they slept."));

        Assert.Equal(2, briefing.Figures.Count);
        Assert.DoesNotContain(briefing.Figures, static row =>
            row.Status is FigureStatus.Disputed or FigureStatus.Rising or FigureStatus.Revised);
    }

    [Fact]
    public void Write_LoanAndItsInstalment_AreTwoRows()
    {
        var briefing = Brief("loan Athens",
            Read("a",
                "Loan\n\nPublished: July 16, 2012\n\nThe lenders agreed to a 130 billion euro loan in Athens on "
                    + "Monday, the minister said."),
            Read("b",
                "Loan\n\nPublished: July 16, 2012\n\nOfficials said that Athens received a loan of 34 billion euros "
                    + "on Monday after long talks there."));

        Assert.Equal(["loan", "loan"], briefing.Figures.Select(static row => row.Purpose));
        Assert.DoesNotContain(briefing.Figures, static row => row.Status == FigureStatus.Disputed);
    }

    [Fact]
    public void Write_NoFigures_HasNoSection()
    {
        var briefing = Brief("talks", Read("a",
            "Talks\n\nThe envoys opened their talks in the old town and spoke of peace for the valley."));

        Assert.Empty(briefing.Figures);
        Assert.DoesNotContain("Figures", MarkdownRenderer.Render(briefing), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryValue_IsCitedExactlyAndPrinted()
    {
        var article =
            Read("a",
                "Raid\n\nPublished: July 16, 2012\n\nPolice said they arrested about 30 protesters in Homs | <b>on "
                    + "Sunday</b>, and 15 were injured.");
        var briefing = Brief("protesters Homs", article);

        Assert.NotEmpty(briefing.Figures);
        foreach (var (where, _, citation) in briefing.AllCitations().Where(static place =>
            place.Where.StartsWith("figures", StringComparison.Ordinal)))
            Assert.True(citation.Quote == article.Body[citation.Start..citation.End], where);
        Assert.Contains("data-label=\"Value\">about 30 protesters", HtmlRenderer.RenderPage(briefing),
            StringComparison.Ordinal);
        Assert.DoesNotContain("<b>on Sunday", HtmlRenderer.RenderPage(briefing), StringComparison.Ordinal);
        Assert.Contains("| about 30 protesters", MarkdownRenderer.Render(briefing), StringComparison.Ordinal);
        Assert.Contains("about 30 protesters", TextRenderer.Render(briefing), StringComparison.Ordinal);
        Assert.Equal(BriefingJson.Write(briefing), BriefingJson.Write(BriefingJson.Read(BriefingJson.Write(briefing))));
    }

    internal static Article Read(string id, string text) =>
        ArticleReader.Read(new InputItem(id, InputFormat.PageText, text)).Article! with { Id = id };

    private static Briefing Brief(string topic, params Article[] articles)
    {
        var result = new BriefingWriter(new ArticleList(articles)).Write(new BriefingRequest { Topic = topic });
        Assert.Empty(result.Errors);
        return result.Briefing!;
    }
}
