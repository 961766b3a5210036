using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Places;

namespace Dateline.Search.Tests.Places;

public sealed class PlaceAnnotatorTests
{
    private static readonly PlaceAnnotator Annotator = new(GazetteerFiles.Default);

    [Fact]
    public void Annotate_Mentions_QuoteTheirExactSpans()
    {
        var text = new ExtractedText
        {
            Title = "Shelling resumes in Aleppo",
            Body = "Troops entered Homs on Sunday.\n\nSyria’s army denied it. Homs province was quiet.",
        };
        var places = Annotator.Annotate(text);
        Assert.Equal(["syria", "syria/aleppo", "syria/homs"], places.Select(place => place.Path).Order());
        Assert.Equal("syria/homs", places[0].Path);
        foreach (var mention in places.SelectMany(place => place.Mentions))
        {
            var source = mention.Field == EvidenceField.Title ? text.Title : text.Body;
            Assert.Equal(mention.Quote, source[mention.Start..mention.End]);
        }
    }

    [Theory]
    [InlineData("Paris Hilton opened a shop, and Jack London wrote a novel.")]
    [InlineData("The Washington Post and the Boston Globe reported it.")]
    [InlineData("The Free Syrian Army welcomed the French offer.")]
    [InlineData("Victoria Nuland spoke in August. Reading is fun. Nice weather followed. Police came.")]
    [InlineData("Michael Jordan scored twice; Jordan said he was happy.")]
    [InlineData(
        "The crowd ran from al-Assad. Bashar al-Assad spoke; rebels fled from al-Assad's men, and the "
            + "White House condemned it.")]
    [InlineData("The Bank of England and the University of Chicago declined to comment.")]
    public void Annotate_NamesOfOthers_AreNoPlaces(string body) => Assert.Empty(Paths(body));

    [Fact]
    public void Annotate_OutletNamedAfterATown_IsNoPlaceWhereItSpeaksOfItself()
    {
        var text = new ExtractedText
        {
            Title = "Talks end",
            Body = "Officials told Meridian on Monday that talks in Vienna failed. Meridian could not verify it.",
            Outlet = "Meridian",
        };

        Assert.Equal(["austria/vienna"], Annotator.Annotate(text).Select(place => place.Path));
    }

    [Fact]
    public void Annotate_VillageWithAFamousNamesake_NeedsMoreThanPassingMentionOfItsCountry()
    {
        var paths = Paths(
            "US and Russian envoys met in Moscow before the conference on Syria in Geneva.\n\n"
            + "Washington wants a transition. Moscow rejects it. Lebanon and Turkey fear the war, a US official said.");

        Assert.Contains("switzerland/geneva", paths);
    }

    [Fact]
    public void Annotate_SituatedOnlyByTheArticle_IsFoundInAnyCountryItSpeaksOf()
    {
        var paths = Paths(
            "Russia keeps a naval base at Tartous and sells arms. Russia and Syria are allies, Russia "
                + "said. Russian ships left.");

        Assert.Contains("syria/tartus", paths);
    }

    [Theory]
    [InlineData(
        "Rebels shelled Tripoli as Libyan officials in Benghazi watched. Libya closed its ports.", "libya/tripoli")]
    [InlineData(
        "Clashes broke out in Tripoli, and Lebanon sent soldiers from Beirut. Lebanese media said five died.",
        "lebanon/liban-nord/tripoli")]
    [InlineData("He moved to Paris, Texas, to farm.", "united-states/texas/paris")]
    [InlineData("He moved to Paris to write. France was kind to him.", "france/ile-de-france/paris")]
    [InlineData("A storm crossed Georgia on Monday, officials in Atlanta and Alabama said.", "united-states/georgia")]
    [InlineData("Russia and Georgia fought over the border; Tbilisi appealed to Moscow.", "georgia")]
    [InlineData("Moscow said it would veto the text.", "russia/moscow")]
    [InlineData("Moscow-brokered talks went on in Deir Ezzor province.", "russia/moscow")]
    [InlineData("Ships left the Persian Gulf for the Red Sea.", "persian-gulf")]
    [InlineData("The U.S. and the UK agreed.", "united-kingdom")]
    public void Annotate_AmbiguousName_IsResolvedByTheArticle(string body, string path) =>
        Assert.Contains(path, Paths(body));

    [Theory]
    [InlineData("Syria burned. Shells hit Qazwan, 30km south of the capital.", "syria/qazwan")]
    [InlineData("Syrian troops took the northern town of Umm al-Batin.", "syria/umm-al-batin")]
    [InlineData(
        "Tanks rolled into the Damascus neighborhood of Zahiriya, Syria's state media said.",
        "syria/damascus/zahiriya")]
    [InlineData("In Aleppo, troops swept into the Karsani district, Syrian activists said.", "syria/aleppo/karsani")]
    [InlineData("Syrian shells fell on the village of Marzuqin, near Hama.", "syria/hama/marzuqin")]
    [InlineData("Syria buried the dead found in Tell Ghawra, outside of Homs.", "syria/homs/tell-ghawra")]
    [InlineData(
        "Syrian rebels were pushed from suburbs of Damascus after raids in Wadi Zaytan, Qarmat and Bilsan.",
        "syria/damascus/qarmat")]
    [InlineData(
        "Syrian police fired on a crowd in the Al-Zamira area on the western edge of Damascus.",
        "syria/damascus/al-zamira")]
    public void Annotate_UnknownNameThatTheTextSituates_BecomesUnlisted(string body, string path)
    {
        var place = Assert.Single(Annotator.Annotate(Text(body)), place => place.Path == path);
        Assert.True(place.Unlisted);
        Assert.Equal("situated", place.Mentions[0].Rule);
        Assert.Null(place.GeoNamesId);
    }

    [Fact]
    public void Annotate_SituatedNameKnownElsewhere_FollowsTheText()
    {
        var places = Annotator.Annotate(Text(
            "Video from the central Damascus neighborhood of Medan showed smoke. Syria denied "
                + "it. Later Medan was calm."));
        Assert.Contains(
            places, place => place is { Path: "syria/damascus/medan", Kind: PlaceKind.District, Mentions.Count: 2 });
        Assert.DoesNotContain(places, place => place.Path.StartsWith("indonesia", StringComparison.Ordinal));
    }

    [Fact]
    public void Annotate_SituatedNameInAnotherSpelling_IsTheListedPlace()
    {
        var places = Annotator.Annotate(Text(
            "Syrian tanks entered the town of Taldu al-Jadida. Fire hit the suburb of Zamalkaa near "
                + "Damascus. Syria said so."));
        Assert.DoesNotContain(
            places, place => place.Unlisted && place.Path.EndsWith("/zamalkaa", StringComparison.Ordinal));
    }

    [Fact]
    public void Annotate_FirmAtACity_IsNoPlace() => Assert.Equal(
        ["united-kingdom/england/london"],
        Paths("An analyst at Harwick Capital Partners in London and one at Brenholt in London disagreed."));

    [Fact]
    public void Annotate_WordsWithoutPlaces_GiveNothing()
    {
        Assert.Empty(Annotator.Annotate(new ExtractedText { Title = "", Body = "" }));
        Assert.Empty(Paths("It rained all day and nobody came."));
    }

    [Fact]
    public void Annotate_DatelineOutsideTheBody_CountsAsMention()
    {
        var dateline = new Evidence(EvidenceField.Source, 10, 16, "BEIRUT", "dateline");
        var places =
            Annotator.Annotate(new ExtractedText { Title = "", Body = "Shells fell on Homs.", Dateline = dateline });
        Assert.Equal("dateline", Assert.Single(places, place => place.Path == "lebanon/beirut").Mentions[0].Rule);
    }

    [Fact]
    public void Annotate_ListOfCounties_AreCountiesOfOneNeighbourhood()
    {
        var paths = Paths(
            "Unemployment fell in Clarke, Madison, Oconee and Oglethorpe counties, Georgia "
                + "officials said on Friday.").ToList();
        Assert.Contains("united-states/georgia/oglethorpe-county", paths);
        Assert.Contains("united-states/georgia/oconee-county", paths);
        Assert.DoesNotContain(paths, path => path.StartsWith("united-states/mississippi", StringComparison.Ordinal));
    }

    [Fact]
    public void Annotate_Namesakes_AreToldApartByTheirNeighbours()
    {
        var paths = Paths(
            "Two men of Lebanon were held in Annville and Myerstown after a chase to "
                + "Palmyra, state police said.").ToList();
        Assert.Contains("united-states/pennsylvania/lebanon", paths);
        Assert.DoesNotContain("lebanon", paths);
    }

    [Theory]
    [InlineData(
        "The Athens City Council met with the Henderson County Sheriff's Office near Tyler, Texas.",
        "united-states/texas/henderson-county")]
    [InlineData(
        "Officials of the Loudon Co. sheriff met in Knoxville, Tennessee.", "united-states/tennessee/loudon-county")]
    public void Annotate_LocalBody_IsInItsPlace(string body, string path) => Assert.Contains(path, Paths(body));

    [Fact]
    public void Annotate_CountryToldByAdjectiveAlone_IsAPlaceByThatRule()
    {
        var place = Assert.Single(Annotator.Annotate(Text(
            "The Salvadoran army denied it. A Salvadoran colonel said that the Salvadoran "
                + "government would investigate.")));
        Assert.Equal("el-salvador", place.Path);
        Assert.All(place.Mentions, mention => Assert.Equal("demonym", mention.Rule));
    }

    [Fact]
    public void Annotate_AdjectiveBesideItsCountry_IsNoMention()
    {
        var text = Text("Syrian troops left Syria. A Syrian general said so.");
        var analysis = Annotator.Analyze(text, ArticleNames.Of(text));
        Assert.Single(Assert.Single(analysis.Places).Mentions);
        Assert.Equal(["Syrian", "Syrian"], analysis.Adjectives.Select(evidence => evidence.Quote));
    }

    [Fact]
    public void Annotate_SiteThatSpeaks_IsNoPlaceWhereItDoes()
    {
        Assert.DoesNotContain(
            "united-states/washington-dc/white-house",
            Paths("The White House declined to comment on the talks in Vienna."));
        Assert.Contains("united-states/washington-dc/white-house", Paths("They met at the White House on Monday."));
    }

    [Fact]
    public void ResolveGiven_StreetThatNoGazetteerHas_IsWhereTheTextPutsIt()
    {
        const string Body = "He was held on Varnhagen Lane in Cork, Ireland, on Friday.";
        var spans = new[] { "Varnhagen Lane", "Cork", "Ireland" }
            .Select(name =>
                (
                    Body.IndexOf(name, StringComparison.Ordinal),
                    Body.IndexOf(name, StringComparison.Ordinal) + name.Length));
        var nodes = Annotator.ResolveGiven(Text(Body), [.. spans]);
        Assert.StartsWith("ireland/", nodes[1]?.Path, StringComparison.Ordinal);
        Assert.Equal(nodes[1], nodes[0]);
    }

    [Fact]
    public void Analyze_AmbiguousTown_StaysUnresolved()
    {
        var text = Text("The fire broke out in Springfield late at night.");
        var analysis = Annotator.Analyze(text, ArticleNames.Of(text));
        Assert.Empty(analysis.Places);
        Assert.Equal("Springfield", Assert.Single(analysis.Unresolved).Quote);
    }

    [Fact]
    public void Annotate_RandomText_NeverFailsAndStaysInBounds()
    {
        var random = new Random(20120716);
        string[] pieces = [
            "Homs", "al-", "the", " town of ", ", ", ".", "Damascus", " near ", "’s", "U.S.", "\n\n", "“", "in ", "A",
            "é", "\uD83D", "40km", " north of the capital ", "-", "St. ", "suburbs of ",
        ];
        for (var round = 0; round < 400; round++)
        {
            var body = new StringBuilder();
            for (var i = random.Next(60); i >= 0; i--)
                body.Append(pieces[random.Next(pieces.Length)]).Append(random.Next(2) == 0 ? " " : "");
            var text = Text(body.ToString());
            foreach (var mention in Annotator.Analyze(text, ArticleNames.Of(text)).Mentions)
                Assert.Equal(mention.Evidence.Quote, text.Body[mention.Evidence.Start..mention.Evidence.End]);
        }
    }

    private static ExtractedText Text(string body) => new() { Title = "", Body = body };

    private static IEnumerable<string> Paths(string body) => Annotator.Annotate(Text(body)).Select(place => place.Path);
}
