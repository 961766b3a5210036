using Dateline.Eval.Actors;
using Dateline.Search.Articles;

namespace Dateline.Eval.Tests.Actors;

public sealed class ActorMatchingTests
{
    [Theory]
    [InlineData("The Shining Path", "SHINING PATH", true)]
    [InlineData("FARABUNDO MARTI\nNATIONAL LIBERATION FRONT", "FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN]", true)]
    [InlineData("Medecins d'Urgence", "MEDECINS DURGENCE", true)]
    [InlineData("GALAN", "LUIS CARLOS GALAN", false)]
    [InlineData("CARLOS GALAN", "LUIS CARLOS GALAN", true)]
    [InlineData("LUIS GALAN", "LUIS CARLOS GALAN", false)]
    public void Names_AgreeWhenOneIsHalfOfTheOther(string left, string right, bool agree) =>
        Assert.Equal(agree, NameWords.Agree(NameWords.Of(left), NameWords.Of(right)));

    [Theory]
    [InlineData("james-baker", "James A. Baker", ActorKind.Person, true)]
    [InlineData("james-baker", "Baker", ActorKind.Person, true)]
    [InlineData("james-baker", "Howard Baker", ActorKind.Person, false)]
    [InlineData("du-plessis", "Barend du Plessis", ActorKind.Person, true)]
    [InlineData("wilson", "Wilson Foods", ActorKind.Company, false)]
    [InlineData("wilson", "Michael Wilson", ActorKind.Person, true)]
    public void PeopleTag_MeansWhoBearsItsNames(string slug, string name, ActorKind kind, bool means) =>
        Assert.Equal(means, new DocumentTag(slug, true).Means(Actor(name, kind)));

    [Theory]
    [InlineData("ec", "EEC", true)]
    [InlineData("ec", "European Court", false)]
    [InlineData("un", "U.N.", true)]
    public void OrgsTag_MeansItsExpansions(string slug, string name, bool means) => Assert.Equal(means,
        new DocumentTag(slug, false).Means(Actor(name, ActorKind.InternationalOrganisation)));

    private static ArticleActor Actor(string name, ActorKind kind) =>
        new() { Id = "a", Name = name, Kind = kind, Aliases = [name], Mentions = [] };
}
