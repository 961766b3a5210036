using Dateline.Search.Actors;

namespace Dateline.Search.Tests.Actors;

public sealed class OrganisationNamesTests
{
    [Theory]
    [InlineData("Vale Fisheries", "Vale Fisheries Inc", "Same")]
    [InlineData("Port Labour Centre", "The Port Labor Center", "Same")]
    [InlineData("Orfeo Electronic Co Ltd", "Orfeo Electronics Co Ltd", "Same")]
    [InlineData("Securities & Exchange Board", "Securities and Exchange Board", "Same")]
    [InlineData("Brandt", "Brandt Holdings International Corp", "Short")]
    [InlineData("VRC", "Vale Renewal Council", "Short")]
    [InlineData("SEB", "U.S. Securities and Exchange Board", "Short")]
    [InlineData("BofV", "Bank of Vale", "Short")]
    [InlineData("VINRA", "Vale Industry Renewal Authority", "Short")]
    [InlineData("Granitewater", "GranitewaterCombers", "Short")]
    [InlineData("GwC", "GranitewaterCombers", "Short")]
    [InlineData("Brandt", "Brandt Orfeo Fund", "Part")]
    [InlineData("Aramo", "Vale Aramo", "Part")]
    [InlineData("Times Co", "Vale Port Times Company", "Part")]
    [InlineData("Council", "Vale Renewal Council", "Part")]
    [InlineData("LNG", "Vale LNG", "None")]
    [InlineData("STEB", "Securities and Exchange Board", "None")]
    [InlineData("Group", "Brandt Group", "None")]
    [InlineData("Vale Fisheries", "Vale Forestry", "None")]
    public void Relate_AShorterName_TellsHowItStands(string shorter, string longer, string relation) =>
        Assert.Equal(relation, OrganisationNames.Relate(shorter, longer).ToString());

    [Theory]
    [InlineData("Vale Fisheries Co Ltd", "Vale Fisheries")]
    [InlineData("Orfeo, Inc.", "Orfeo")]
    [InlineData("Wells & Co", "Wells & Co")]
    [InlineData("Corporation", "Corporation")]
    public void WithoutLegalForm_OfAName_KeepsTheRest(string name, string rest) =>
        Assert.Equal(rest, OrganisationNames.WithoutLegalForm(name));

    [Theory]
    [InlineData("Brandt", "Barndt", true)]
    [InlineData("Brandt", "Brand", true)]
    [InlineData("Brandt", "Brantt", true)]
    [InlineData("Brandt", "Brandt", false)]
    [InlineData("Brandt", "Grandt", false)]
    [InlineData("Lee", "Let", false)]
    [InlineData("Brandt", "Bander", false)]
    public void IsSlip_OfSurnames_AllowsOneMistake(string left, string right, bool slip) =>
        Assert.Equal(slip, PersonNames.IsSlip(left, right));
}
