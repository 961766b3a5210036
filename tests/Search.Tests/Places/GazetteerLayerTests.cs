using Dateline.Search.Articles;
using Dateline.Search.Places;
using Dateline.Search.Places.Building;

namespace Dateline.Search.Tests.Places;

public sealed class GazetteerLayerTests
{
    [Fact]
    public void Write_ThenRead_GivesTheSameTree()
    {
        var gazetteer = new Gazetteer(new GazetteerLayer(Bytes(), "test"));
        var town = gazetteer.Find("ruritania/strelsau/zenda");
        Assert.NotNull(town);
        Assert.Equal("Zénda", town.Value.Name);
        Assert.Equal(["Ruritania", "Strelsau", "Zénda"], town.Value.Names);
        Assert.Equal(
            (12.5, 34.25, 900, 77),
            (town.Value.Latitude, town.Value.Longitude, town.Value.Population, town.Value.GeoNamesId));
        Assert.Equal("ruritania/strelsau/zenda-2", gazetteer.Find("ruritania/strelsau/zenda-2")?.Path);
    }

    [Fact]
    public void LaterFile_HangsBelowEarlierOne()
    {
        var village = new PlaceEntry
        {
            Name = "Tarlenheim",
            Kind = PlaceKind.City,
            ExternalParent = "ruritania/strelsau",
        };
        using var writer = new GazetteerLayerWriter([village]);
        writer.AddExternalName("Ruritanian", NameKind.Demonym, "ruritania");
        var gazetteer = new Gazetteer(new GazetteerLayer(Bytes(), "base"), new GazetteerLayer(writer.Write(), "more"));
        Assert.Equal("ruritania/strelsau/tarlenheim", gazetteer.Find("ruritania/strelsau/tarlenheim")?.Path);
        Assert.Contains(gazetteer.Find("ruritania/strelsau")!.Value.Children, child => child.Name == "Tarlenheim");
        Span<GazetteerMatch> matches = stackalloc GazetteerMatch[4];
        Assert.Equal(1, gazetteer.FindByName("ruritanian", matches));
        Assert.Equal(("ruritania", NameKind.Demonym), (gazetteer[matches[0].Id].Path, matches[0].Kind));
    }

    [Fact]
    public void LaterFile_WithUnknownContainer_IsRefusedByName()
    {
        using var writer = new GazetteerLayerWriter(
            [new PlaceEntry { Name = "X1", Kind = PlaceKind.City, ExternalParent = "atlantis" }]);
        var later = new GazetteerLayer(writer.Write(), "more.gaz");
        var error =
            Assert.Throws<InvalidDataException>(() => new Gazetteer(new GazetteerLayer(Bytes(), "base"), later));
        Assert.Contains("more.gaz", error.Message, StringComparison.Ordinal);
        Assert.Contains("atlantis", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        var bytes = Bytes();
        for (var length = 0; length < bytes.Length; length += 1 + (length / 9))
            Assert.Throws<InvalidDataException>(() => new GazetteerLayer(bytes[..length], "cut"));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Bytes(), Bytes());

    [Theory]
    [InlineData("Deir Ezzor", "Deir ez-Zor")]
    [InlineData("Deir Ezzor", "Dayr az Zawr")]
    [InlineData("Deir al-Zour", "Dayr az-Zawr")]
    [InlineData("Deraa", "Dar'a")]
    [InlineData("Douma", "Duma")]
    [InlineData("Tartous", "Ţarţūs")]
    [InlineData("Idleb", "Idlib")]
    [InlineData("Hamuriyeh", "Hammura")]
    [InlineData("Qusayr", "Al-Quseir")]
    [InlineData("Sakhour", "as-Sakhur")]
    public void LooseSpelling_TransliterationsOfOneName_Agree(string left, string right) =>
        Assert.Equal(Key(left), Key(right));

    [Theory]
    [InlineData("Hama", "Homs")]
    [InlineData("Hama", "Hamas")]
    [InlineData("Aleppo", "Idlib")]
    [InlineData("Daraa", "Darayya")]
    public void LooseSpelling_OtherNames_Differ(string left, string right) => Assert.NotEqual(Key(left), Key(right));

    private static string Key(string name)
    {
        Span<char> folded = stackalloc char[NameFolding.BufferLength(name.Length)];
        folded = folded[..NameFolding.Fold(name, folded)];
        Span<char> key = stackalloc char[folded.Length + 2];
        return new(key[..LooseSpelling.Compute(folded, key)]);
    }

    private static byte[] Bytes()
    {
        var country = new PlaceEntry { Name = "Ruritania", Kind = PlaceKind.Country };
        var region = new PlaceEntry { Name = "Strelsau", Kind = PlaceKind.Region, Parent = country };
        var town = new PlaceEntry
        {
            Name = "Zénda",
            Kind = PlaceKind.City,
            Parent = region,
            Latitude = 12.5f,
            Longitude = 34.25f,
            Population = 900,
            GeoNamesId = 77,
        };
        var other = new PlaceEntry { Name = "Zenda", Kind = PlaceKind.City, Parent = region, Population = 5 };
        using var writer = new GazetteerLayerWriter([country, region, town, other]);
        return writer.Write();
    }
}
