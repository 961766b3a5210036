using Dateline.Search.Articles;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Speech;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Tests.Sections;

public class StatementSectionTests
{
    private const string Claim =
        "Rebel leader Omar Haddad said that the army had shelled the market of Velm and killed thirty people.";

    private const string Denial = "General Ivo Brandt denied that the army had shelled the market of Velm.";

    [Fact]
    public void Write_ClaimAndDenialOfTwoOutlets_StandBesideEachOther()
    {
        var archive = new ArticleList(
            Make.Article("a", Claim, "Harbour Post", "2012-07-13").Naming("Omar Haddad", ActorKind.Person),
            Make.Article("b", Denial, "Norrland", "2012-07-14").Naming("Ivo Brandt", ActorKind.Person));

        var briefing = Write(archive, "shelled market Velm");

        var claim = Assert.Single(briefing.Statements, said => said.Speaker == "Omar Haddad");
        var denied = Assert.Single(claim.Related);
        Assert.Equal((StatementRelation.DeniedBy, "Ivo Brandt"), (denied.Relation, denied.Speaker));
        var denial = Assert.Single(briefing.Statements, said => said.Verb == "denied");
        Assert.Equal(StatementRelation.Denies, Assert.Single(denial.Related).Relation);
        Assert.Equal(Claim, denial.Related[0].Sentence.Text);
    }

    [Fact]
    public void Write_DenialThatOnlyPoints_GoesToTheStatementBefore()
    {
        var archive = new ArticleList(Make.Article("a", Claim + "\n\nGeneral Ivo Brandt denied the accusation.")
            .Naming("Omar Haddad", ActorKind.Person).Naming("Ivo Brandt", ActorKind.Person));

        var claim = Assert.Single(Write(archive, "shelled market Velm").Statements, said =>
            said.Speaker == "Omar Haddad");

        Assert.Contains(claim.Related, related =>
            related is { Relation: StatementRelation.DeniedBy, Speaker: "Ivo Brandt" });
    }

    [Fact]
    public void Write_NumbersThatContradict_StandBesideEachOther()
    {
        var archive = new ArticleList(
            Make.Article("a", "Rebel leader Omar Haddad said that more than 200 people were killed in Velm on July 12.",
                "Harbour Post", "2012-07-13").Naming("Omar Haddad", ActorKind.Person)
                .DatedEach("July 12", "2012-07-12"),
            Make.Article("b", "General Ivo Brandt said that 37 people were killed in Velm on July 12.", "Norrland",
                "2012-07-14").Naming("Ivo Brandt", ActorKind.Person).DatedEach("July 12", "2012-07-12"));

        var briefing = Write(archive, "killed Velm");

        var claim = Assert.Single(briefing.Statements, static said => said.Speaker == "Omar Haddad");
        Assert.Contains(claim.Related, static related =>
            related is { Relation: StatementRelation.OtherNumber, Speaker: "Ivo Brandt" });
        Assert.Contains("another number from Ivo Brandt", TextRenderer.Render(briefing), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SpeakerThatIsNone_StaysOut()
    {
        var archive =
            new ArticleList(Make.Article("a", "Glitches in the market of Velm threatened to slow the talks of "
            + "the council.\n\nA trader of the market said that the council of Velm would meet on Friday."));

        var briefing = Write(archive, "market Velm");

        Assert.Equal(["A trader of the market"], briefing.Statements.Select(static said => said.Speaker));
    }

    [Fact]
    public void Write_NotConfirmed_StandsBesideWhatItCovers()
    {
        var archive = new ArticleList(Make.Article(
            "a", Claim + "\n\nThe Harbour Post could not independently confirm the report.")
            .Naming("Omar Haddad", ActorKind.Person));

        var claim = Assert.Single(Write(archive, "shelled market Velm").Statements, said =>
            said.Speaker == "Omar Haddad");

        Assert.Equal(StatementRelation.NotConfirmed, Assert.Single(claim.Related).Relation);
    }

    [Fact]
    public void Write_WireCopies_CountOnceAndOriginsAreTold()
    {
        var archive = new ArticleList(
            Make.Article("a", Claim, "Harbour Post").Naming("Omar Haddad", ActorKind.Person),
            Make.Article("b", Claim, "Norrland").Naming("Omar Haddad", ActorKind.Person));

        var said = Assert.Single(Write(archive, "shelled market Velm").Statements);

        Assert.Equal(1, said.Origins);
    }

    [Fact]
    public void Write_PartyWithoutVoice_IsShownAsSilent()
    {
        Article Report(string id, string outlet) => Make.Article(
                id, $"{Claim}\n\nThe {outlet} saw troops of the Northern Guard in the market of Velm after the army "
                    + $"had left.", outlet)
            .Naming("Omar Haddad", ActorKind.Person).Naming("Northern Guard", ActorKind.ArmedGroup);

        var sides = Write(new ArticleList(Report("a", "Harbour Post"), Report("b", "Norrland")),
            "shelled market Velm").Sides;

        Assert.Equal(["omar-haddad", "northern-guard"], sides.Select(side => side.ActorId));
        Assert.Equal([1, 0], sides.Select(side => side.Statements));
        Assert.Equal([2, 2], sides.Select(side => side.Articles));
        Assert.Equal("Northern Guard", sides[1].Evidence.Quote);
    }

    [Fact]
    public void Write_Statements_AreCitedVerifiableAndInEveryForm()
    {
        var archive = new ArticleList(
            Make.Article("a", Claim, "Harbour Post", "2012-07-13").Naming("Omar Haddad", ActorKind.Person),
            Make.Article("b", Denial, "Norrland", "2012-07-14").Naming("Ivo Brandt", ActorKind.Person));

        var briefing = Write(archive, "shelled market Velm");
        var again = BriefingJson.Read(BriefingJson.Write(briefing));

        Assert.Equal(BriefingJson.Write(briefing), BriefingJson.Write(again));
        Assert.True(BriefingVerifier.Over(archive).Verify(again).AllOk);
        Assert.Contains(briefing.AllCitations(), place => place.Where == "statements[0].words[0]");
        Assert.All([MarkdownRenderer.Render(briefing), HtmlRenderer.RenderPage(briefing),
            TextRenderer.Render(briefing)],
            page =>
            {
                Assert.Contains("Who said what", page, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("Omar Haddad", page, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Write_ActorThatNoWordsName_IsNoSide()
    {
        Article Report(string id) => Make.Article(id, "VELM (Norrland) - " + Claim)
            .Naming("Omar Haddad", ActorKind.Person);
        Article Derived(string id)
        {
            var article = Report(id);
            var nowhere = new Search.Articles.Evidence(EvidenceField.Body, 0, 0, "", "test");
            var actor = new ArticleActor
            {
                Id = "norland",
                Name = "Norland",
                Kind = ActorKind.Government,
                Mentions = [nowhere],
            };
            return article with { Actors = [.. article.Actors, actor] };
        }

        var briefing = Write(new ArticleList(Derived("a"), Derived("b")), "shelled market Velm");

        Assert.DoesNotContain(briefing.Sides, side => side.ActorId == "norland");
        Assert.Equal(Claim, Assert.Single(briefing.Statements).Sentence.Text);
    }

    [Fact]
    public void Write_NobodySpeaks_HasNeitherSection()
    {
        var briefing = Write(new ArticleList(Make.Article("a", "The river of Velm rose by two metres overnight.")),
            "river Velm");

        Assert.Empty(briefing.Statements);
        Assert.Empty(briefing.Sides);
        Assert.DoesNotContain("Who said what", MarkdownRenderer.Render(briefing), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SecondHalfOfAQuotation_NeverStandsAsFact()
    {
        const string Body =
            "“The market of Velm was shelled by the army,” Omar Haddad said. “The army killed thirty people there in "
                + "Velm.”";
        var briefing = Write(new ArticleList(Make.Article("a", Body).Naming("Omar Haddad", ActorKind.Person)),
            "market Velm army");

        Assert.All(briefing.AllSentences(), sentence =>
            Assert.Contains("Omar Haddad", sentence.Text, StringComparison.Ordinal));
        Assert.Equal(SpeechForm.Direct, Assert.Single(briefing.Statements).Form);
    }

    private static Briefing Write(ArticleList archive, string topic) =>
        new BriefingWriter(archive).Write(new BriefingRequest { Topic = topic }).Briefing!;
}
