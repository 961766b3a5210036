using Dateline.Search.Actors;
using Dateline.Search.Articles;

namespace Dateline.Search.Tests.Actors;

public sealed class ActorCodesTests
{
    [Theory]
    [InlineData("SYRMIL", ActorKind.Military, "SYRMIL", AcledActorType.StateForces)]
    [InlineData("USAMED", ActorKind.Media, "USAJRN", AcledActorType.Civilians)]
    [InlineData("NGOHLHIRC", ActorKind.Ngo, "NGOMED", AcledActorType.Civilians)]
    [InlineData("RUSSEP", ActorKind.ArmedGroup, "RUSREB", AcledActorType.RebelGroups)]
    [InlineData("IGOUNOHRI", ActorKind.InternationalOrganisation, "IGOUNO", AcledActorType.ExternalForces)]
    [InlineData("REB", ActorKind.ArmedGroup, "REB", AcledActorType.RebelGroups)]
    [InlineData("MED", ActorKind.Media, "JRN", AcledActorType.Civilians)]
    [InlineData("COLCRM", ActorKind.ArmedGroup, "COLCRM", AcledActorType.PoliticalMilitias)]
    [InlineData(null, ActorKind.Organisation, null, null)]
    [InlineData(null, ActorKind.Person, null, null)]
    public void Codes_OfACameoCode_AreThoseOfTheOtherSchemes(
        string? cameo, ActorKind kind, string? plover, AcledActorType? acled)
    {
        Assert.Equal(plover, ActorCodes.Plover(cameo));
        Assert.Equal(acled, ActorCodes.Acled(cameo, kind));
    }

    [Theory]
    [InlineData(ActorKind.Military, "SYRMIL")]
    [InlineData(ActorKind.Company, "SYRBUS")]
    [InlineData(ActorKind.InternationalOrganisation, "IGO")]
    [InlineData(ActorKind.Person, null)]
    public void Cameo_OfAKindAndACountry_StartsWithTheCountry(ActorKind kind, string? code) =>
        Assert.Equal(code, ActorCodes.Cameo(kind, new Country("SYR", "Syria")));

    [Theory]
    [InlineData("Syrian army colonel", "SYRMIL")]
    [InlineData("rebel commander", "REB")]
    [InlineData("former general", null)]
    [InlineData("strategist", null)]
    public void Cameo_OfARole_IsItsFirstTellingWord(string role, string? code) =>
        Assert.Equal(code, ActorCodes.OfRole(role));
}
