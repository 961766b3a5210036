using Dateline.Search.Articles;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Comparing;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Tests.Comparing;

public sealed class BriefingComparisonTests
{
    private static readonly Article First = Make.Article(
        "a", "A strike of dockers closed the northern terminal of Korvik on Monday.", "Norrland", "2012-06-29");

    private static readonly Article Toll = Make.Article(
        "b", "Police said 16 striking dockers were detained at the gates of Korvik harbour.", "Sund", "2012-06-30");

    [Fact]
    public void Extend_NothingChanged_HasNoChanges()
    {
        var briefing = Brief(First, Toll);

        var compared = Compare(briefing, briefing, First, Toll);

        Assert.Empty(compared.Changes!.Changes);
        Assert.Equal("before", compared.Changes.Label);
    }

    [Fact]
    public void Extend_StatementOfANewArticle_IsNew()
    {
        var compared = Compare(Brief(First), Brief(First, Toll), First, Toll);

        var change = Assert.Single(compared.Changes!.Changes);
        Assert.Equal(ChangeKind.New, change.Kind);
        Assert.Equal(Toll.Body, change.Now!.Text);
        Assert.Equal(1, compared.Changes.HitsFound);
    }

    [Fact]
    public void Extend_LaterReportWithAnotherNumber_Supersedes()
    {
        var risen = Make.Article(
            "c", "Police said 23 striking dockers were detained at the gates of Korvik harbour.", "Sund", "2012-07-02");

        var compared = Compare(Brief(First, Toll), Brief(First, risen), First, Toll, risen);

        var change = Assert.Single(compared.Changes!.Changes);
        Assert.Equal(ChangeKind.Superseded, change.Kind);
        Assert.Equal("arrested: 16 striking dockers before, 23 striking dockers now", change.Message);
        Assert.Equal("Police", change.Speaker);
        Assert.True(change.BeforeStands);
        Assert.Contains(compared.Sources, source => source.ArticleId == "b");
    }

    [Fact]
    public void Extend_ArticleGone_IsWithdrawnAndTheBriefingStillVerifies()
    {
        var compared = Compare(Brief(First, Toll), Brief(First), First);

        var change = Assert.Single(compared.Changes!.Changes);
        Assert.Equal(ChangeKind.Withdrawn, change.Kind);
        Assert.Equal(Toll.Body, change.Before!.Text);
        Assert.False(change.BeforeStands);
        Assert.True(BriefingVerifier.Over(new ArticleList(First))
            .Verify(BriefingJson.Read(BriefingJson.Write(compared))).AllOk);
    }

    [Fact]
    public void Extend_WordsChangedInTheirArticle_AreChanged()
    {
        var edited = Make.Article("b", Toll.Body.Replace("16", "15", StringComparison.Ordinal), "Sund", "2012-06-30");

        var compared = Compare(Brief(First, Toll), Brief(First, edited), First, edited);

        var change = Assert.Single(compared.Changes!.Changes);
        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.False(change.BeforeStands);
    }

    [Fact]
    public void Extend_ANewNumberInTheFigures_IsAChangeOfThatRow()
    {
        var before = Brief(First) with { Figures = [Row(Value(First, "16 dockers", 16))] };
        var after = Brief(First) with
        {
            Figures = [Row(Value(First, "16 dockers", 16),
            Value(Toll, "23 dockers", 23))]
        };

        var compared = Compare(before, after, First, Toll);

        var change = Assert.Single(compared.Changes!.Changes);
        Assert.Equal(ChangeKind.Superseded, change.Kind);
        Assert.Contains("16 dockers before, 23 dockers now", change.Message, StringComparison.Ordinal);
        Assert.Equal(Toll.Body, change.Now!.Text);
        Assert.Empty(Compare(after, after, First, Toll).Changes!.Changes);
    }

    [Fact]
    public void Extend_AnotherSumOfMoneyInTheSamePlace_IsNewAndNoChange()
    {
        var before = Brief(First) with
        {
            Figures = [Row(Value(First, "16 euros",
            16)) with { Kind = FigureKind.Money }]
        };
        var after = Brief(First) with { Figures = [Row(Value(Toll, "23 euros", 23)) with { Kind = FigureKind.Money }] };

        var change = Assert.Single(Compare(before, after, First, Toll).Changes!.Changes);

        Assert.Equal((ChangeKind.New, "money, Korvik: 23 euros, not told before"), (change.Kind, change.Message));
    }

    [Fact]
    public void Extend_ANumberOfAnotherSpeaker_StandsBesideAndSupersedesNothing()
    {
        var said = Value(First, "16 dockers", 16) with { Speaker = "Police" };
        var rival = Value(Toll, "23 dockers", 23) with { Speaker = "The union" };

        var change = Assert.Single(Compare(
            Brief(First) with { Figures = [Row(said)] }, Brief(First) with { Figures = [Row(said, rival)] }, First,
                Toll)
            .Changes!.Changes);

        Assert.Equal((ChangeKind.Changed, "The union"), (change.Kind, change.Speaker));
        Assert.EndsWith("23 dockers, beside 16 dockers by Police", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Changes_StandInEveryForm()
    {
        var compared = Compare(Brief(First), Brief(First, Toll), First, Toll);

        Assert.Contains("What changed", MarkdownRenderer.Render(compared), StringComparison.Ordinal);
        Assert.Contains("What changed", HtmlRenderer.RenderPage(compared), StringComparison.Ordinal);
        Assert.Contains("WHAT CHANGED", TextRenderer.Render(compared), StringComparison.Ordinal);
    }

    private static BriefingFigure Row(params FigureValue[] values) => new()
    {
        Kind = FigureKind.Arrested,
        What = "dockers",
        Place = "Korvik",
        Scope = FigureScope.Event,
        Status = FigureStatus.OneReport,
        Reason = "one report",
        Origins = 1,
        Values = values,
    };

    private static FigureValue Value(Article article, string text, int number) => new()
    {
        Text = text,
        Qualifier = FigureQualifier.None,
        Low = number,
        High = number,
        AsOf = article.Published!.Date,
        Outlet = article.Outlet,
        Citation = CitationFactory.Cite(article, 0, 6),
        Sentence = CitationFactory.Cite(article, 0, article.Body.Length),
    };

    private static Briefing Brief(params Article[] articles) =>
        new BriefingWriter(new ArticleList(articles)).Write(new BriefingRequest { Topic = "strike dockers Korvik" })
            .Briefing!;

    private static Briefing Compare(Briefing earlier, Briefing later, params Article[] archive) =>
        new BriefingComparison(BriefingVerifier.Over(new ArticleList(archive))).Extend("before", earlier, later);
}
