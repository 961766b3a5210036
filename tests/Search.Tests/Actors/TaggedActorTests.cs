using Dateline.Search.Actors;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Tests.Actors;

public sealed class TaggedActorTests
{
    [Fact]
    public void Tag_OfANameNoRuleKnows_IsAnActorOfLowConfidence()
    {
        var actor = Assert.Single(Annotate("They met Quorline on the quay.", ("Quorline", NameTag.Organisation)));

        Assert.Equal(("quorline", ActorKind.Organisation, ActorConfidence.Low, "tagged"),
            (actor.Id, actor.Kind, actor.Confidence, actor.ConfidenceReason));
    }

    [Theory]
    [InlineData("Syrians", NameTag.Organisation)]
    [InlineData("God", NameTag.Person)]
    [InlineData("GDP", NameTag.Organisation)]
    [InlineData("Quorline Games", NameTag.Organisation)]
    [InlineData("Quorline", NameTag.Place)]
    [InlineData("Quorline", NameTag.Other)]
    [InlineData("Quorline", NameTag.Person)]
    public void Tag_OfWhatIsNoActor_IsLeftOut(string name, NameTag tag) =>
        Assert.Empty(Annotate($"They spoke of {name} at length.", (name, tag)));

    [Theory]
    [InlineData("Morgan Quorline said profits fell.", NameTag.Organisation, ActorKind.Organisation)]
    [InlineData("President Morgan Quorline left.", NameTag.Organisation, ActorKind.Person)]
    [InlineData("Morgan Quorline said profits fell.", NameTag.Person, ActorKind.Person)]
    public void RuleAndTag_OfOneName_AreSettledByTheBetterReason(string body, NameTag tag, ActorKind kind) =>
        Assert.Equal(kind, Assert.Single(Annotate(body, ("Morgan Quorline", tag))).Kind);

    [Theory]
    [InlineData("The rebel group Quorline withdrew.", ActorKind.ArmedGroup)]
    [InlineData("Dutch carmaker Quorline withdrew.", ActorKind.Company)]
    [InlineData("Quorline, a Shi'ite militia based in the south, withdrew.", ActorKind.ArmedGroup)]
    [InlineData("Quorline, the country's biggest human rights group, withdrew.", ActorKind.Ngo)]
    [InlineData("The newspaper Quorline closed.", ActorKind.Media)]
    [InlineData("The opposition group Quorline met.", ActorKind.Opposition)]
    [InlineData("Shares in Quorline fell.", ActorKind.Company)]
    [InlineData("Quorline ( QRL.N ) fell.", ActorKind.Company)]
    public void Kind_OfATaggedName_IsReadFromTheWordsBesideIt(string body, ActorKind kind) =>
        Assert.Equal(kind, Assert.Single(Annotate(body, ("Quorline", NameTag.Organisation))).Kind);

    [Fact]
    public void TextInCapitals_IsReadInTheCaseOfProse()
    {
        const string Body =
            "THE QUORLINE LIBERATION FRONT [QLF] ATTACKED.  MAYOR ORFEO BRANDT\nOF D'ARCO SAID THAT THE QLF FLED.";
        var actors = Annotate(
            Body, ("QUORLINE LIBERATION FRONT", NameTag.Organisation), ("ORFEO BRANDT", NameTag.Person));

        Assert.Equal(["Quorline Liberation Front", "Orfeo Brandt"], actors.Select(actor => actor.Name));
        Assert.Equal(["QUORLINE LIBERATION FRONT", "QLF"], actors[0].Mentions.Select(mention => mention.Quote));
        Assert.Equal("mayor", actors[1].Role);
    }

    [Fact]
    public void LowerCaseHeadline_IsReadByItsTags()
    {
        var text = new ExtractedText { Title = "how orfeo brandt lost the mill", Body = "It was late." };
        var names = new ArticleNames([new TaggedName(new TextSpan(4, 16), NameTag.Person)], []);

        var actor = Assert.Single(ActorAnnotator.Annotate(text, names, [], []));

        Assert.Equal(("Orfeo Brandt", "orfeo brandt"), (actor.Name, actor.Mentions[0].Quote));
    }

    [Theory]
    [InlineData("Foreign Ministry spokesman Jihad Marwani of Syria spoke. Syria, Syria and Syria.",
        "Foreign Ministry of Syria", "role")]
    [InlineData("Orfeo Brandt, head of the Red Cross, left.", "International Committee of the Red Cross", "role")]
    [InlineData("Citigroup economist Orfeo Brandt left.", "Citigroup", "role")]
    [InlineData("They heard Samuel Brandt of the Red Cross.", "International Committee of the Red Cross", "of")]
    [InlineData("Samuel Brandt, a colonel who defected and joined the Free Syrian Army, spoke.",
        "Free Syrian Army", "joined")]
    [InlineData("Peruvian Foreign Minister Orfeo Brandt left.", "Government of Peru", "role")]
    [InlineData("Samuel Brandt, the Peruvian ambassador to the United Nations, left.", "Government of Peru", "role")]
    public void Affiliation_IsReadBesideTheName(string body, string name, string rule)
    {
        var person = Annotate(body).Single(actor => actor.Kind == ActorKind.Person);

        Assert.Equal((name, rule), (person.Affiliation?.Name, person.Affiliation?.Evidence.Rule));
        var evidence = person.Affiliation!.Evidence;
        Assert.Equal(evidence.Quote, body[evidence.Start..evidence.End]);
    }

    [Theory]
    [InlineData("Former Citigroup economist Orfeo Brandt left.")]
    [InlineData("Samuel Brandt, a retired Red Cross doctor, left.")]
    [InlineData("Samuel Brandt met the Red Cross.")]
    public void Affiliation_OfWhoLeftOrOnlyMet_IsNone(string body) =>
        Assert.Null(Annotate(body).Single(actor => actor.Kind == ActorKind.Person).Affiliation);

    [Theory]
    [InlineData("The army moved.")]
    [InlineData("Mali waits. In Mali, Mali's markets opened. After Niger spoke, the army moved.")]
    [InlineData("Mali waits. In Mali, Mali's markets opened. The army chief left.")]
    public void TheArmy_OfNoClearCountry_IsNoActor(string body) =>
        Assert.DoesNotContain(Annotate(body), actor => actor.Kind == ActorKind.Military);

    [Fact]
    public void TheArmy_InAnArticleOnOneCountry_IsThatCountrys() => Assert.Contains(
        Annotate("Mali waits. In Mali, Mali's markets opened. The army moved."),
        actor => actor.Id == "armed-forces-of-mali");

    private static IReadOnlyList<ArticleActor> Annotate(string body, params (string Name, NameTag Tag)[] tags)
    {
        var text = new ExtractedText { Title = "", Body = body };
        var names = tags.Select(tag => (Start: body.IndexOf(tag.Name, StringComparison.Ordinal), tag))
            .OrderBy(found => found.Start)
            .Select(found =>
                new TaggedName(new TextSpan(found.Start, found.Start + found.tag.Name.Length), found.tag.Tag));
        return ActorAnnotator.Annotate(text, new ArticleNames([], [.. names]), [], []);
    }
}
