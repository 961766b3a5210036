using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Extraction;

public sealed class PageTextTests
{
    private const string Wire = """
        Skip to main content
        Home
        World
        Sport

        Ferry crews strike as talks stall

        By the Harbor Wire Staff
        updated 6:15 PM EST, Tue February 7, 2012
        A crowd waits on the quay in Port Lavaca on Tuesday.
        A crowd waits on the quay in Port Lavaca on Tuesday.
          • Crews walked out at dawn, union says
          • NEW: Company offers to meet a mediator

        (CNN) -- Ferry crews in the bay walked off the job on Tuesday, leaving thousands of commuters stranded on both shores.

        The union said its members had worked without a contract for nine months. "We have waited long enough," said Ana Ruiz, who leads it.

        Ferry strike enters second day
        Mayor: City has a plan
        Commuters take to kayaks

        The company said it would hire replacements by the end of the week if no deal was reached before then.

        CNN's Lee Park and Sam Osei contributed to this report.

        Part of complete coverage on
        Harbor strike
        updated 9:01 AM EST, Mon March 3, 2014
        A year later the crews look back on what the walkout cost them and their families.
        updated 7:22 AM EST, Sun March 2, 2014
        The ferry company has a new owner, and the new owner has a long list of plans.
        """;

    private const string Blog = """
        Dam engineers warn of cracks

        Engineers inspecting the Kessar dam have found new cracks in its eastern wall, according to a report seen by residents.

        The ministry denied that there was any danger to the 4,000 people living downstream.

        ‘We sleep with our shoes on,’ said one farmer.

        Villages below the wall were told to prepare for a drill on Friday, the third this year.

        Source: The Valley Ledger

        This entry was posted in News and tagged dam, water. Bookmark the permalink.

        Leave a Reply

        Your email address will not be published. Required fields are marked *
        """;

    private const string Broadcaster = """
        Parliament votes to recall envoy

        29 June 2012 Last updated at 14:05 GMT

        Share this page
        Facebook
        Twitter

        Lawmakers voted by a wide margin on Friday to recall the country's envoy to the border commission.

        The envoy had said that the treaty was "a dead letter", remarks that angered both governing parties.

        Angry debate

        Members shouted at each other for most of the six-hour session, and two were led out of the chamber.

        • Envoy summoned twice in a month
        • Treaty signed in 1994

        Opponents of the motion said that a recall would leave the country without a voice at the talks.

        More on This Story
        Border talks: The story so far
        Profile: The envoy
        © 2012 Northern Broadcasting Service. All rights reserved.
        """;

    [Fact]
    public void Extract_WirePage_FindsParticulars()
    {
        var text = Extract(Wire);

        Assert.Equal("Ferry crews strike as talks stall", text.Title);
        Assert.Equal("Harbor Wire Staff", text.Byline);
        Assert.Equal("CNN", text.Outlet);
        Assert.Equal("2012-02-07", text.Published!.Date.ToString());
        Assert.Equal(
            new DateTimeOffset(2012, 2, 7, 23, 15, 0, TimeSpan.Zero), text.Published.Instant!.Value.ToUniversalTime());
        Assert.Equal("updated-line", text.Published.Rule);
    }

    [Fact]
    public void Extract_WirePage_BodyIsTheProseAndNothingElse()
    {
        Assert.Equal(
            """
            Ferry crews in the bay walked off the job on Tuesday, leaving thousands of commuters stranded on both shores.

            The union said its members had worked without a contract for nine months. "We have waited long enough," said Ana Ruiz, who leads it.

            The company said it would hire replacements by the end of the week if no deal was reached before then.
            """.ReplaceLineEndings("\n"),
            Extract(Wire).Body);
    }

    [Fact]
    public void Extract_BlogPage_EndsBeforeSourceAndCommentForm()
    {
        var text = Extract(Blog);

        Assert.Equal(("Dam engineers warn of cracks", "The Valley Ledger"), (text.Title, text.Outlet));
        Assert.Null(text.Published);
        Assert.Equal(4, Paragraphs(text).Length);
        Assert.EndsWith("the third this year.", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_BroadcasterPage_DropsSubheadsSharingAndLinks()
    {
        var text = Extract(Broadcaster);

        Assert.Equal("Parliament votes to recall envoy", text.Title);
        Assert.Equal("2012-06-29", text.Published!.Date.ToString());
        Assert.Equal("Northern Broadcasting Service", text.Outlet);
        Assert.Equal(4, Paragraphs(text).Length);
        Assert.DoesNotContain("Angry debate", text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Treaty signed", text.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Wire)]
    [InlineData(Blog)]
    [InlineData(Broadcaster)]
    public void Extract_Evidence_QuotesItsSpan(string page)
    {
        Assert.All(Extract(page).Evidence.Values, evidence =>
        {
            Assert.Equal(EvidenceField.Source, evidence.Field);
            Assert.Equal(evidence.Quote, page[evidence.Start..evidence.End]);
        });
    }

    [Fact]
    public void Extract_StoryHighlightsWithoutBullets_AreNotBody()
    {
        var text = Extract("""
            Quake rattles island towns

            Are you in the quake zone? Send your photos and videos to our desk.

            Story highlights

            The quake struck just before midnight, officials say

            NEW: Two bridges are closed

            CNN  —  

            A strong earthquake shook the island late on Sunday, cutting power to three towns.

            Officials said nobody was hurt. "We were lucky," the governor said.

            Repairs to the bridges will take a week, the roads office said on Monday.
            """);

        Assert.Equal(("Quake rattles island towns", "CNN"), (text.Title, text.Outlet));
        Assert.StartsWith("A strong earthquake", text.Body, StringComparison.Ordinal);
        Assert.Equal(3, Paragraphs(text).Length);
    }

    [Fact]
    public void Extract_RelatedStoryDatesAndCopyrightYear_LeaveItUndated()
    {
        var text = Extract("""
            Museum reopens after flood

            The city museum opened its doors again on Saturday, eight months after water filled its cellars and ruined part of the collection.

            Curators said that most of the paintings had been saved by volunteers, who carried them out by hand during the night of the flood.

            A second phase of the work, on the east wing, will begin in the autumn.

            Related stories
            updated 10:15 AM EST, Thu January 12, 2012
            Flood waters recede across the county, and residents begin to count the cost of it.
            updated 11:15 AM EST, Fri January 13, 2012
            Insurers expect claims to top those of the last great flood by a wide margin.
            © 2013 County Courier
            """);

        Assert.Null(text.Published);
        Assert.False(text.Evidence.ContainsKey("published"));
        Assert.Equal("County Courier", text.Outlet);
        Assert.Equal(3, Paragraphs(text).Length);
    }

    [Fact]
    public void Extract_AgencyDateline_KeepsPlaceInBodyWithEvidence()
    {
        var text = Extract("""
            Grain ships leave port

            MARSEILLE, June 3, 2012 (Reuters) - Two ships carrying grain left the port on Sunday after a week of delays caused by storms.

            A third vessel was expected to follow on Monday, the harbour master said.

            (Reporting by Jeanne Petit; Editing by Tom Hall)
            """);

        Assert.Equal("MARSEILLE", text.Dateline!.Value.Quote);
        Assert.Equal("MARSEILLE", text.Body[text.Dateline.Value.Start..text.Dateline.Value.End]);
        Assert.Equal(("Reuters", "Jeanne Petit"), (text.Outlet, text.Byline));
        Assert.Equal(("2012-06-03", "dateline"), (text.Published!.Date.ToString(), text.Published.Rule));
    }

    [Theory]
    [InlineData("(Eastwind) -- The harbour froze", "Eastwind", null)]
    [InlineData("OSLO, March 2, 2012 (Eastwind) - The harbour froze", "Eastwind", "OSLO")]
    [InlineData("DAMASCUS, Syria (AP) — The harbour froze", "AP", "DAMASCUS, Syria")]
    [InlineData("EASTWIND (the ferry) was late when the harbour froze", null, null)]
    [InlineData("(The harbour froze) and the boats", null, null)]
    public void Extract_DatelineForms_GiveOutletAndPlace(string opening, string? outlet, string? place)
    {
        var text = Extract($"""
            Harbour closed by ice

            {opening} on Monday for the first time in a decade, and no boat could leave it.

            It may stay closed until the end of the week.
            """);

        Assert.Equal((outlet, place), (text.Outlet, text.Dateline?.Quote));
    }

    [Theory]
    [InlineData("By Jane Doe", "Jane Doe", null)]
    [InlineData("BY JANE DOE AND JOHN ROE", "Jane Doe and John Roe", null)]
    [InlineData("From Ali Hassan and Rosa al-Amin, CNN", "Ali Hassan and Rosa al-Amin", "CNN")]
    [InlineData("By Jane Doe, BBC News | 3 June 2012", "Jane Doe", "BBC")]
    [InlineData("By Jane Doe, Eastwind", "Jane Doe", "Eastwind")]
    [InlineData("By Jane Doe, Ali Hassan and Rosa Amin", "Jane Doe, Ali Hassan and Rosa Amin", null)]
    public void Extract_BylineForms_GiveAuthorsAndOutlet(string byline, string authors, string? outlet)
    {
        var text = Extract($"""
            Council closes river bridge

            {byline}

            The council closed the old bridge on Monday after inspectors found rust in its cables, and traffic was sent north.

            It will stay closed until the autumn, the council said.
            """);

        Assert.Equal((authors, outlet), (text.Byline, text.Outlet));
    }

    [Fact]
    public void Extract_SelfReference_NamesTheOutletWithItsRule()
    {
        var text = Extract("""
            Convoy reaches besieged town

            Trucks with flour reached the town on Monday, according to two drivers who spoke after the journey.

            Al Jazeera's Mona Reed, reporting from the border, said that more trucks were waiting.
            """);

        Assert.Equal("Al Jazeera", text.Outlet);
        Assert.Equal("self-correspondent", text.Evidence["outlet"].Rule);
    }

    [Fact]
    public void Extract_HardWrappedText_JoinsLinesToParagraphs()
    {
        var text = Extract("""
            Orchard growers brace for frost

            Growers in the northern valleys lit fires between the rows of their
            orchards on Tuesday night as the forecast promised the hardest frost
            of the spring.

            The growers' union said that a third of the crop was at risk, and that
            its members would ask the ministry for help if the blossom was lost
            this week.
            """);

        Assert.Equal(2, Paragraphs(text).Length);
        Assert.DoesNotContain('\n', Paragraphs(text)[0]);
    }

    [Theory]
    [InlineData("Home\nWorld\nSport\nContact")]
    [InlineData("© 2012 County Courier\n\nPrivacy policy")]
    public void Extract_OnlyChrome_SaysWhy(string page)
    {
        var result = ArticleExtractor.Extract(new InputItem("x.txt", InputFormat.PageText, page));

        Assert.Null(result.Text);
        Assert.Equal("no-prose", result.Reason);
        Assert.Contains("x.txt", result.Message, StringComparison.Ordinal);
    }

    private static ExtractedText Extract(string page) =>
        ArticleExtractor.Extract(new InputItem("x.txt", InputFormat.PageText, page)).Text!;

    private static string[] Paragraphs(ExtractedText text) => text.Body.Split("\n\n");
}
