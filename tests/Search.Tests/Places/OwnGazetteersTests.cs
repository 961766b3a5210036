using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Places;
using Dateline.Search.Places.Own;

namespace Dateline.Search.Tests.Places;

public sealed class OwnGazetteersTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dateline-gazetteers-").FullName;

    private OwnGazetteers Own => new(Path.Combine(_root, "gazetteers"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Add_OwnList_IsFoundInArticlesFromThenOn()
    {
        var report = Own.Add(Write(
            "camps.tsv",
            "# of our own\nname\tlatitude\tlongitude\tcontainer\nQasr "
                + "Tellun\t35.1\t36.7\tsyria/hama\tdistrict\t1200\tKasr Tellun;Tall Qasrun"));
        Assert.Equal(("camps", 1, 0), (report.Name, report.Places, report.BadLineCount));
        var annotator = new PlaceAnnotator(Own.Load());
        var place = Assert.Single(
            annotator.Annotate(Text("Shells fell in Kasr Tellun, Syria said.")),
            place => place.Kind == PlaceKind.District);
        Assert.Equal("syria/hama/qasr-tellun", place.Path);
        Assert.False(place.Unlisted);
        Assert.Equal(35.1, place.Latitude!.Value, 3);
    }

    [Fact]
    public void Add_CommasInsteadOfTabs_AreReadToo() =>
        Assert.Equal(1, Own.Add(Write("own.csv", "Qasr Tellun,35.1,36.7,syria/hama")).Places);

    [Fact]
    public void Add_BadLines_AreNamedByNumberAndTheOthersTaken()
    {
        var report = Own.Add(Write("own.tsv",
            "Qasr Tellun\t35.1\t36.7\tsyria/hama\nNowhere\tnorth\teast\tsyria\nOther Tellun\t95\t36\tsyria\nTell "
                + "Mirun\t35\t36.5\tatlantis\nTell Birun\t35.2\t36.6\tsyria\tplanet"));
        Assert.Equal((1, 4), (report.Places, report.BadLineCount));
        Assert.StartsWith("line 2: 'north' and 'east' are no latitude", report.BadLines[0], StringComparison.Ordinal);
        Assert.StartsWith("line 3: ", report.BadLines[1], StringComparison.Ordinal);
        Assert.Contains("'atlantis'", report.BadLines[2], StringComparison.Ordinal);
        Assert.Contains("'planet'", report.BadLines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Add_GeoNamesDump_HangsPlacesBelowTheRegionsItNames()
    {
        var hama = GazetteerFiles.Default.Find("syria/hama")!.Value;
        var dump = string.Join('\n',
            Row(999_000_001, "Tell Qarrun", "Tall Qarrun,Tel Karrun", "35.21", "36.61", "P", "PPL", "05", "2300"),
            Row(999_000_002, "Bir Qarrun", "", "35.22", "36.62", "H", "WLL", "05", "0"),
            Row(hama.GeoNamesId!.Value, "Hama Governorate", "", "35.1", "36.7", "A", "ADM1", "05", "0"),
            Row(999_000_003, "Broken", "", "x", "36.62", "P", "PPL", "05", "0"));
        var report = Own.Add(Write("SY.txt", dump));
        Assert.Equal(("sy", 1, 1), (report.Name, report.Places, report.BadLineCount));
        Assert.StartsWith("line 4: ", report.BadLines[0], StringComparison.Ordinal);
        var place = Own.Load().Find("syria/hama/tell-qarrun")!.Value;
        Assert.Equal((999_000_001, 2300), (place.GeoNamesId, place.Population));
        Assert.Contains(Own.Load().Suggest("Tel Karrun"), node => node.Path == "syria/hama/tell-qarrun");
    }

    [Fact]
    public void Add_KnownPlace_GivesItsNewSpellingsOnly()
    {
        var homs = GazetteerFiles.Default.Find("syria/homs")!.Value;
        var line = FormattableString.Invariant($"Homs\t{homs.Latitude}\t{homs.Longitude}\tsyria\tcity\t0\tHomsburg");
        var report = Own.Add(Write("own.tsv", line));
        Assert.Equal((0, 1), (report.Places, report.Spellings));
        Assert.Equal("syria/homs", Own.Load().Suggest("Homsburg")[0].Path);
    }

    [Fact]
    public void Add_FileWithoutAnyPlace_IsRefusedWithTheFirstLine()
    {
        var error =
            Assert.Throws<PlaceFileException>(() => Own.Add(Write("notes.txt", "Dear all,\nthis is a letter.")));
        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
        Assert.Empty(Own.List());
        Assert.Throws<FileNotFoundException>(() => Own.Add(Path.Combine(_root, "none.txt")));
    }

    [Fact]
    public void Remove_TakesAwayWhatAddBrought()
    {
        Assert.Same(GazetteerFiles.Default, Own.Load());
        Assert.Equal("", Own.Fingerprint);
        Own.Add(Write("Own Camps.tsv", "Qasr Tellun\t35.1\t36.7\tsyria/hama"));
        Assert.Equal(("own-camps", 1), (Assert.Single(Own.List()).Name, Own.List()[0].Places));
        Assert.NotEqual("", Own.Fingerprint);
        Assert.False(Own.Remove("other"));
        Assert.True(Own.Remove("Own Camps"));
        Assert.Null(Own.Load().Find("syria/hama/qasr-tellun"));
    }

    private static string Row(
        int id, string name, string others, string latitude, string longitude, string kind, string code, string region,
        string people) =>
        string.Join(
            '\t', id, name, name, others, latitude, longitude, kind, code, "SY", "", region, "", "", "", people, "", "",
            "Asia/Damascus", "2020-01-01");

    private static ExtractedText Text(string body) => new() { Title = "", Body = body };

    private string Write(string name, string text)
    {
        var file = Path.Combine(_root, name);
        File.WriteAllText(file, text);
        return file;
    }
}
