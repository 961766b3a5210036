using Dateline.Search.Actors;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Tests.Actors;

public sealed class ActorAnnotatorTests
{
    [Theory]
    [InlineData("Interior Minister Orfeo Brandt resigned.", "orfeo-brandt", ActorKind.Person, "title")]
    [InlineData("Brig. Gen. Orfeo Brandt resigned.", "orfeo-brandt", ActorKind.Person, "title")]
    [InlineData("They met envoy Orfeo Brandt in the camp.", "orfeo-brandt", ActorKind.Person, "title")]
    [InlineData("Ministry spokesman Jihad Marwani met reporters.", "jihad-marwani", ActorKind.Person, "title")]
    [InlineData("Orfeo Brandt, the head of the union, resigned.", "orfeo-brandt", ActorKind.Person, "apposition")]
    [InlineData("An activist named Kamal spoke by telephone.", "kamal", ActorKind.Person, "apposition")]
    [InlineData("Chief Operating Officer Orfeo Brandt resigned.", "orfeo-brandt", ActorKind.Person, "title")]
    [InlineData("Nobody came, said Orfeo Brandt.", "orfeo-brandt", ActorKind.Person, "speech")]
    [InlineData("They trusted Samuel Brandt with it.", "samuel-brandt", ActorKind.Person, "first-name")]
    [InlineData(
        "They trusted Omar van der Brandt-Ruiz with it.", "omar-van-der-brandt-ruiz", ActorKind.Person, "first-name")]
    [InlineData(
        "The rebel al-Nakhil Brigade withdrew.", "al-nakhil-brigade", ActorKind.ArmedGroup, "organisation-head")]
    [InlineData(
        "The opposition Vale Renewal Council met.", "vale-renewal-council", ActorKind.Opposition, "organisation-head")]
    [InlineData("Shares of Quorline Inc fell.", "quorline-inc", ActorKind.Company, "organisation-head")]
    [InlineData("The Committee for the Defence of Fisheries met.", "committee-for-the-defence-of-fisheries",
        ActorKind.Organisation, "organisation-head")]
    [InlineData("The Chadian government agreed.", "government-of-chad", ActorKind.Government, "government")]
    [InlineData("Peru's foreign ministry agreed.", "foreign-ministry-of-peru", ActorKind.Government, "government")]
    [InlineData(
        "Kenyan security forces agreed.", "police-and-security-forces-of-kenya", ActorKind.Police, "government")]
    [InlineData("The Red Cross agreed.", "international-committee-of-the-red-cross", ActorKind.Ngo, "list")]
    [InlineData("The UN agreed.", "united-nations", ActorKind.InternationalOrganisation, "list")]
    public void Annotate_OneName_FindsItByItsRule(string body, string id, ActorKind kind, string rule)
    {
        var actor = Assert.Single(Annotate(body));

        Assert.Equal((id, kind, rule), (actor.Id, actor.Kind, actor.Mentions[0].Rule));
    }

    [Theory]
    [InlineData("Monday and Tuesday were calm, and Syrians stayed home.")]
    [InlineData("He went from Main Street to Lake Victoria in March.")]
    [InlineData("Moscow said it would wait. Jordan agreed.")]
    [InlineData("Story Highlights")]
    [InlineData("Pine Daily's Samuel Brandt and Maria Holt contributed to this report.")]
    [InlineData("The vote failed. (Reporting by Samuel Brandt; Editing by Maria Holt)")]
    [InlineData("By Samuel Brandt")]
    [InlineData("The vote failed. (Additional reporting by Samuel Brandt in Oslo; editing by Maria Holt)")]
    [InlineData("Its rival Orfeo Brandt cut prices.")]
    public void Annotate_NoActor_FindsNone(string body) => Assert.Empty(Annotate(body));

    [Fact]
    public void Annotate_SurnamesTitlesAndPossessives_JoinTheFullName()
    {
        var actor = Assert.Single(Annotate(
            "President Orfeo al-Brandt spoke. Al-Brandt's speech was short. Mr Brandt left; “Brandt "
                + "was ill,” a guard said."));

        Assert.Equal("orfeo-al-brandt", actor.Id);
        Assert.Equal(4, actor.Mentions.Count);
        Assert.Equal("President", actor.Role);
    }

    [Fact]
    public void Annotate_SpellingsOfOneName_AreOneActor()
    {
        var actor = Assert.Single(Annotate("Sergei Brandtov left. Later Sergey Brandtov came back."));

        Assert.Equal(2, actor.Mentions.Count);
    }

    [Fact]
    public void Annotate_TwoBearersOfASurname_StayApartAndTheBareSurnameBelongsToNeither()
    {
        var actors = Annotate("Samuel Brandt met Maria Brandt. Brandt smiled.");

        Assert.Equal(["samuel-brandt", "maria-brandt"], actors.Select(actor => actor.Id));
        Assert.All(actors, actor => Assert.Single(actor.Mentions));
    }

    [Fact]
    public void Annotate_AcronymInBrackets_JoinsItsExpansion()
    {
        var actor = Assert.Single(Annotate("The Vale Renewal Council (VRC) met. The VRC agreed."));

        Assert.Equal("vale-renewal-council", actor.Id);
        Assert.Contains(actor.Mentions, mention => mention.Rule == "acronym");
    }

    [Fact]
    public void Annotate_AcronymOfTheListThatTheArticleSpellsOut_MeansTheArticlesOwn()
    {
        var actor = Assert.Single(Annotate("The Forest Survey Bureau met. The FSB agreed."));

        Assert.Equal(("forest-survey-bureau", 2), (actor.Id, actor.Mentions.Count));
    }

    [Fact]
    public void Annotate_Apposition_GivesTheRole()
    {
        var actor = Annotate("“It is late,” said Orfeo Brandt, a retired army colonel and farmer, on Friday.")[0];

        Assert.Equal("retired army colonel and farmer", actor.Role);
    }

    [Theory]
    [InlineData(1990, "hafez-al-assad")]
    [InlineData(2010, "bashar-al-assad")]
    public void Annotate_WellKnownShortName_MeansTheHolderOfThatYear(int year, string id)
    {
        var actor = Assert.Single(Annotate("Aides to Assad stayed silent.", year: year));

        Assert.Equal(id, actor.Id);
    }

    [Fact]
    public void Annotate_HeadOfStatesForces_AreTheStates()
    {
        var ids = Annotate("Bashar al-Assad's forces left.").Select(actor => actor.Id);

        Assert.Equal(["armed-forces-of-syria", "bashar-al-assad"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Annotate_GovernmentForces_NeedAClearCountry()
    {
        const string Clear = "Mali is calm. Malian markets opened in Mali. Mali waits. The government forces left.";

        Assert.Contains(Annotate(Clear), actor => actor.Id == "armed-forces-of-mali");
        Assert.Empty(Annotate("The government forces left."));
    }

    [Fact]
    public void Annotate_OutletSpeakingOfItself_IsNoActor() =>
        Assert.Empty(Annotate(
            "He told the BBC so. The BBC could not confirm it. BBC's Samuel Brandt was there.", outlet: "BBC"));

    [Fact]
    public void Annotate_Toponym_IsNoPersonByGivenNameAlone()
    {
        const string Body = "They went to Maria Elena on foot.";
        var text = new ExtractedText { Title = "", Body = Body };
        var place = new TextSpan(
            Body.IndexOf("Maria", StringComparison.Ordinal), Body.IndexOf(" on", StringComparison.Ordinal));

        Assert.Empty(ActorAnnotator.Annotate(text, ArticleNames.Of(text), [], [place]));
        Assert.NotEmpty(ActorAnnotator.Annotate(text, ArticleNames.Of(text), [], []));
    }

    [Fact]
    public void Annotate_TitleCaseHeadline_TakesOnlyWhatTheBodyKnows()
    {
        const string Title = "Brandt Meets Quiet Angry Farmers At Mill";
        var text = new ExtractedText { Title = Title, Body = "Samuel Brandt met farmers at a mill." };

        var actor = Assert.Single(ActorAnnotator.Annotate(text, ArticleNames.Of(text), [], []));

        Assert.Equal(EvidenceField.Title, actor.Mentions[0].Field);
        Assert.Equal("Brandt", actor.Mentions[0].Quote);
    }

    [Fact]
    public void Annotate_RandomPieces_QuotesExactlyItsSpansInOrder()
    {
        string[] pieces = ["President", "al-", "Assad", "'s", "Samuel", "Brandt", ",", "the", "leader", "of", "(",
            "VRC", ")", ".", "\n\n",
            "U.N.", "-", "Council", "for", "government", "forces", "Syrian", "Mr", "said", "’s", "bin", "Inc", "named",
            "“", "&"];
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var body = string.Join(random.Next(3) == 0 ? "" : " ",
                Enumerable.Range(0, 14).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (var actor in Annotate(body))
            {
                Assert.NotEmpty(actor.Mentions);
                Assert.Equal(actor.Name, actor.Aliases[0]);
                Assert.All(actor.Mentions, mention => Assert.Equal(body[mention.Start..mention.End], mention.Quote));
                Assert.Equal(actor.Mentions.OrderBy(mention => mention.Start), actor.Mentions);
            }
        }
    }

    private static IReadOnlyList<ArticleActor> Annotate(string body, int year = 2012, string? outlet = null)
    {
        var text = new ExtractedText
        {
            Title = "",
            Body = body,
            Outlet = outlet,
            Published = new PublishedDate(DateRange.OfDay(new DateOnly(year, 5, 5)), null, "given"),
        };
        return ActorAnnotator.Annotate(text, ArticleNames.Of(text), [], []);
    }
}
