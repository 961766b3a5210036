using Dateline.Search.Articles;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Tests;

public sealed class BriefingWriterTests
{
    private static readonly string[] Subjects = ["The ferry company", "The harbour council", "A union leader",
        "The transport ministry"];

    private static readonly string[] Deeds =
    [
        "said the strike at the port would last until the end of the week",
        "offered new talks about wages to the dockers of the northern port",
        "counted 400 passengers who waited for a boat during the strike",
        "rejected the plan to replace striking workers with soldiers",
    ];

    [Fact]
    public void Write_TopicNamesAParty_WhatHappenedElsewhereStaysOut()
    {
        var archive = new ArticleList(
            About("a", "The army of Korvik shelled the harbour of Korvik on Monday.", "Korvik"),
            About("b", "The council of Korvik raised the wages of the dockers.", "Korvik"),
            About("c", "The dockers of Korvik want more than the council offers.", "Korvik"),
            About("d", "A ceasefire between the two armies holds in Velm.", "Velm"));

        var korvik = Write(archive, "Korvik ceasefire");
        Assert.DoesNotContain(korvik.AllCitations(), place => place.Citation.ArticleId == "d");
        Assert.Contains(korvik.Gaps, gap => gap.Message.Contains("ceasefire", StringComparison.Ordinal));
        Assert.All(Write(archive, "Velm ceasefire").AllCitations(), place =>
            Assert.Equal("d", place.Citation.ArticleId));

        static Article About(string id, string body, string name) =>
            Make.Article(id, body).Naming(name, ActorKind.Government);
    }

    [Fact]
    public void Write_EveryCitation_IsTheExactSpanOfItsArticle()
    {
        var articles = RandomArticles(seed: 11, count: 40);
        var archive = new ArticleList(articles);

        var briefing = Write(archive, "strike talks at the port");

        Assert.NotEmpty(briefing.KeyPoints);
        foreach (var (_, sentence, citation) in briefing.AllCitations())
        {
            var body = archive.Find(citation.ArticleId)!.Body;
            Assert.Equal(citation.Quote, body[citation.Start..citation.End]);
            Assert.EndsWith(citation.Prefix, body[..citation.Start], StringComparison.Ordinal);
            Assert.StartsWith(citation.Suffix, body[citation.End..], StringComparison.Ordinal);
            if (sentence is not null) Assert.Equal(sentence.Text, sentence.Citations[0].Quote);
        }
    }

    [Fact]
    public void Write_SameArchiveAndTopic_GivesSameBytes()
    {
        var one = BriefingJson.Write(Write(new ArticleList(RandomArticles(5, 30)), "strike talks"));
        var two = BriefingJson.Write(Write(new ArticleList(RandomArticles(5, 30)), "strike talks"));

        Assert.Equal(one, two);
    }

    [Fact]
    public void Write_NothingFound_IsAShortBriefingThatNamesTheWords()
    {
        var archive = new ArticleList(Make.Article("a", "The council planted forty trees along the avenue."));

        var briefing = Write(archive, "volcano eruption");

        Assert.Empty(briefing.BottomLine);
        Assert.Empty(briefing.KeyPoints);
        Assert.Empty(briefing.Sources);
        Assert.Equal(["volcano", "eruption"], briefing.Gaps.Select(gap => gap.Message.Split('"')[1]));
    }

    [Fact]
    public void Write_OnlyCommonWordsOfTheTopicFound_SaysNothingAndWhatIsMissing()
    {
        var articles = Enumerable.Range(0, 8).Select(static at => Make.Article(
            $"{at:x4}", $"The massacre of the herring in fjord {at} worried the council of the northern port."))
            .ToArray();

        var briefing = Write(new ArticleList(articles), "Velm massacre");

        Assert.Empty(briefing.BottomLine);
        Assert.Contains(briefing.Gaps, gap => gap.Message.Contains("\"Velm\"", StringComparison.Ordinal));
        Assert.Contains(briefing.Header.Warnings,
            static warning => warning.StartsWith("8 articles", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SomeArticlesHaveTheWholeTopic_OthersAreLeftOut()
    {
        var archive = new ArticleList(
            Make.Article("a1", "Floods in Velm drove 300 families from their homes, the council said."),
            Make.Article("a2", "The council of Velm asked the navy for boats after the worst floods of the century."),
            Make.Article("a3", "Schools in Velm stay closed because of the floods, a teacher of the town wrote."),
            Make.Article("b", "The carnival of Velm drew thousands of guests to the market square."),
            Make.Article("c", "Floods in Norrland closed the railway for a week, the operator said."));

        var briefing = Write(archive, "floods in Velm");

        Assert.Equal(["a1", "a2", "a3"], briefing.Sources.Select(static source => source.ArticleId).Order());
    }

    [Fact]
    public void Write_QuestionForANumber_LeadsWithOne()
    {
        var archive = new ArticleList(Make.Article(
            "a", "The ferry sank off Velm on its way to the northern port.\n\nDivers of the navy searched the ferry "
                + "near Velm.\n\n"
            + "The ferry disaster near Velm killed 32 people, the coast guard said."));

        var briefing = Write(archive, "How many died when the ferry sank near Velm?");

        Assert.Contains("32", briefing.BottomLine[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TopicIsNoQuery_GivesErrorsAndNoBriefing()
    {
        var result = new BriefingWriter(new ArticleList()).Write(new BriefingRequest { Topic = "\"open quote" });

        Assert.Null(result.Briefing);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public void Write_SameFactFromTwoOutlets_IsCorroborated()
    {
        var archive = new ArticleList(
            Make.Article("a", "The dockers of Korvik ended their strike after the harbour council raised wages.",
                "Harbour Post"),
            Make.Article("b", "Dockers of Korvik ended the strike when the harbour council raised their wages.",
                "Norrland"));

        var briefing = Write(archive, "strike Korvik");

        var point = Assert.Single(briefing.KeyPoints, point => point.Support.Count > 0);
        Assert.Equal(PointStatus.Corroborated, point.Status);
        Assert.Equal(2, point.Origins);
    }

    [Fact]
    public void Write_SameFactTwiceFromOneOutlet_StaysSingleSource()
    {
        var archive = new ArticleList(
            Make.Article("a", "The dockers of Korvik ended their strike after the harbour council raised wages.",
                "Norrland"),
            Make.Article("b", "Dockers of Korvik ended the strike when the harbour council raised their wages.",
                "Norrland"));

        var briefing = Write(archive, "strike Korvik");

        Assert.All(briefing.KeyPoints, point => Assert.Equal(PointStatus.SingleSource, point.Status));
        Assert.Equal(1, briefing.Header.Origins);
    }

    [Fact]
    public void Write_DifferentCountsOfOneEvent_AreDisputed()
    {
        var archive = new ArticleList(
            Make.Article(
                "a", "Activists said that 200 people were killed in the attack on the town of Velm.\n\nFamilies fled "
                    + "over the river.", "Harbour Post"),
            Make.Article(
                "b", "In the attack on the town of Velm 37 people were killed, officials said.\n\nA general denied "
                    + "any wrong.", "Norrland"));

        var briefing = Write(archive, "attack Velm killed");

        Assert.Contains(briefing.KeyPoints, point => point.Status == PointStatus.Disputed && point.Support.Count > 0);
    }

    [Fact]
    public void Write_Timeline_IsInOrderOfEventDatesAndCitesTheExpression()
    {
        var archive = new ArticleList(
            Make.Article(
                "a", "The peace talks opened in Korvik on June 4, 2012 with little hope.\n\nThe peace talks had "
                    + "failed in March 2011 already.")
                .Dated("June 4, 2012", "2012-06-04").Dated("March 2011", "2011-03"));

        var briefing = Write(archive, "peace talks");

        Assert.Equal(["2011-03", "2012-06-04"], briefing.Timeline.Select(entry => entry.Date.ToString()));
        Assert.Equal(["March 2011", "June 4, 2012"], briefing.Timeline.Select(entry => entry.DateCitation.Quote));
    }

    [Fact]
    public void Write_UnconfirmedReport_StandsInGapsNotInPoints()
    {
        var archive = new ArticleList(Make.Article(
            "a", "Rebels said they took the bridge of Velm on the river.\n\nNorrland could not independently confirm "
                + "the fall of the bridge of Velm."));

        var briefing = Write(archive, "bridge Velm");

        Assert.Contains(briefing.Gaps, gap => gap.Kind == "not-confirmed" && gap.Citations.Count == 1);
        Assert.DoesNotContain(briefing.AllSentences(),
            sentence => sentence.Text.Contains("confirm", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_BodyThatKeepsItsDateline_CitesTheReportAlone()
    {
        var archive = new ArticleList(Make.Article(
            "a", "KORVIK, June 4 (Norrland) - The dockers of the northern port ended their strike on Monday."));

        var briefing = Write(archive, "strike");

        Assert.StartsWith("The dockers", briefing.BottomLine[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_RequestOutOfBounds_NamesTheValue()
    {
        var writer = new BriefingWriter(new ArticleList());

        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            writer.Write(new BriefingRequest { Topic = "x", Depth = 0 }));

        Assert.Equal("Depth", error.ParamName);
    }

    [Theory]
    [InlineData(BriefingSections.BottomLine)]
    [InlineData(BriefingSections.KeyPoints | BriefingSections.Gaps)]
    [InlineData(BriefingSections.Timeline)]
    [InlineData(BriefingSections.Figures)]
    [InlineData(BriefingSections.WhoSaidWhat)]
    [InlineData(BriefingSections.SidesAndSilence)]
    public void Write_SomeSections_AreAsInTheWholeBriefing(BriefingSections wanted)
    {
        var archive = new ArticleList([.. RandomArticles(9, 12).Select(static article =>
            article.DatedEach("northern port", "2012-06-04").Naming("clerk", Search.Articles.ActorKind.Person))]);
        var whole = Write(archive, "strike talks");

        var part = new BriefingWriter(archive)
            .Write(new BriefingRequest { Topic = "strike talks", Sections = wanted }).Briefing!;

        var expected = new Briefing
        {
            Header = whole.Header with { Request = part.Header.Request },
            BottomLine = Chosen(BriefingSections.BottomLine, whole.BottomLine),
            KeyPoints = Chosen(BriefingSections.KeyPoints, whole.KeyPoints),
            Timeline = Chosen(BriefingSections.Timeline, whole.Timeline),
            Figures = Chosen(BriefingSections.Figures, whole.Figures),
            Statements = Chosen(BriefingSections.WhoSaidWhat, whole.Statements),
            Sides = Chosen(BriefingSections.SidesAndSilence, whole.Sides),
            Gaps = Chosen(BriefingSections.Gaps, whole.Gaps),
            Sources = part.Sources,
        };
        Assert.Equal(BriefingJson.Write(expected), BriefingJson.Write(part));
        Assert.NotEmpty(whole.Statements);
        Assert.NotEmpty(whole.Timeline);

        IReadOnlyList<T> Chosen<T>(BriefingSections section, IReadOnlyList<T> content) => wanted.HasFlag(section)
            ? content : [];
    }

    private static Briefing Write(ArticleList archive, string topic)
    {
        var result = new BriefingWriter(archive).Write(new BriefingRequest { Topic = topic });
        Assert.Empty(result.Errors);
        return result.Briefing!;
    }

    private static List<Search.Articles.Article> RandomArticles(int seed, int count)
    {
        var random = new Random(seed);
        List<Search.Articles.Article> articles = [];
        for (var n = 0; n < count; n++)
        {
            var paragraphs = Enumerable.Range(0, random.Next(1, 9)).Select(_ =>
                $"{Subjects[random.Next(4)]} {Deeds[random.Next(4)]}, clerk number {random.Next(1000)} wrote. "
                    + $"“Enough 😀,” one docker of row {random.Next(99)} said.");
            articles.Add(
                Make.Article($"{n:x4}", string.Join("\n\n", paragraphs), $"Outlet {random.Next(5)}", "2012-06-04"));
        }

        return articles;
    }
}
