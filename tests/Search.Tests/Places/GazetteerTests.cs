using Dateline.Search.Articles;
using Dateline.Search.Places;

namespace Dateline.Search.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = GazetteerFiles.Default;

    [Theory]
    [InlineData("syria", PlaceKind.Country)]
    [InlineData("syria/homs", PlaceKind.Region)]
    [InlineData("syria/homs/tallkalakh", PlaceKind.City)]
    [InlineData("russia/moscow", PlaceKind.Region)]
    [InlineData("united-states/new-york/new-york-city", PlaceKind.City)]
    [InlineData("united-states/washington-dc", PlaceKind.Region)]
    [InlineData("persian-gulf", PlaceKind.Area)]
    public void Find_KnownPath_GivesThatPlace(string path, PlaceKind kind)
    {
        var node = Gazetteer.Find(path);
        Assert.NotNull(node);
        Assert.Equal((path, kind), (node.Value.Path, node.Value.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("syria/")]
    [InlineData("syria/nowhere-at-all")]
    [InlineData("a/b/c/d/e/f/g/h/i/j/k")]
    public void Find_UnknownPath_IsNull(string path) => Assert.Null(Gazetteer.Find(path));

    [Fact]
    public void Paths_OfEveryPlace_AreUniqueAndLeadBack()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = 0; id < Gazetteer.Count; id++)
        {
            var path = Gazetteer[id].Path;
            Assert.True(seen.Add(path), $"{path} twice");
            Assert.Matches("^[a-z0-9-]+(/[a-z0-9-]+)*$", path);
            if (id % 97 == 0)
                Assert.Equal(id, Gazetteer.Find(path)?.Id);
        }
    }

    [Theory]
    [InlineData("Deir Ezzor", "syria/deir-ez-zor")]
    [InlineData("Dayr az Zawr", "syria/deir-ez-zor")]
    [InlineData("deir ez-zor", "syria/deir-ez-zor")]
    [InlineData("Tartous", "syria/tartus")]
    [InlineData("Idleb", "syria/idlib")]
    [InlineData("Hims", "syria/homs")]
    [InlineData("Deraa", "syria/daraa")]
    [InlineData("Kyiv", "ukraine/kyiv")]
    [InlineData("U.S.", "united-states")]
    [InlineData("Burma", "myanmar")]
    public void FindByName_VariantSpelling_FindsThePlace(string name, string path)
    {
        Span<GazetteerMatch> matches = stackalloc GazetteerMatch[64];
        var found = matches[..Gazetteer.FindByName(name, matches)].ToArray().Select(match => Gazetteer[match.Id].Path);
        Assert.Contains(path, found);
    }

    [Fact]
    public void FindByName_Demonym_IsMarkedAsOne()
    {
        Span<GazetteerMatch> matches = stackalloc GazetteerMatch[64];
        var found = matches[..Gazetteer.FindByName("Syrian", matches)].ToArray();
        Assert.Contains(found, match => Gazetteer[match.Id].Path == "syria" && match.Kind == NameKind.Demonym);
    }

    [Fact]
    public void FindByName_Lookup_AllocatesNothing()
    {
        var matches = new GazetteerMatch[64];
        Gazetteer.FindByName("Aleppo", matches);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Gazetteer.FindByName("Aleppo", matches) > 0);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("syria/homs", "syria/homs")]
    [InlineData("Syria/Deir-Ezzor", "syria/deir-ez-zor")]
    [InlineData("syria/dera'a", "syria/daraa")]
    [InlineData("uk/london", "united-kingdom/england/london")]
    [InlineData("Homs", "syria/homs")]
    [InlineData("Kiev", "ukraine/kyiv")]
    public void Suggest_TypedValue_PutsTheMeantPlaceFirst(string text, string path) =>
        Assert.Equal(path, Gazetteer.Suggest(text)[0].Path);

    [Fact]
    public void Suggest_Name_GivesEveryPlaceOfThatName()
    {
        var paths = Gazetteer.Suggest("tripoli").Select(node => node.Path).ToList();
        Assert.Contains(paths, path => path.StartsWith("libya/", StringComparison.Ordinal));
        Assert.Contains(paths, path => path.StartsWith("lebanon/", StringComparison.Ordinal));
    }

    [Fact]
    public void Suggest_Nonsense_IsEmpty()
    {
        Assert.Empty(Gazetteer.Suggest("zzzqqq"));
        Assert.Empty(Gazetteer.Suggest(" / "));
        Assert.Empty(Gazetteer.Suggest(new string('a', 10_000)));
    }

    [Fact]
    public void Capital_OfCountry_IsKnown()
    {
        var syria = Gazetteer.Find("syria")!.Value;
        Assert.Equal("syria/damascus", Gazetteer.CapitalOf(syria)?.Path);
        Assert.Contains(syria.Children, child => child.Path == "syria/aleppo");
        Assert.Equal(syria, Gazetteer.Find("syria/aleppo")!.Value.Parent);
    }
}
