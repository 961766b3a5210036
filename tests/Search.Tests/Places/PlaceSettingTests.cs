using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Places;

namespace Dateline.Search.Tests.Places;

public sealed class PlaceSettingTests
{
    private static readonly PlaceAnnotator Annotator = new(GazetteerFiles.Default);

    [Theory]
    [InlineData("Shells killed ten people in Homs on Monday.", "syria/homs", PlaceSetting.Happened)]
    [InlineData("In Homs, shells killed ten people on Monday.", "syria/homs", PlaceSetting.Happened)]
    [InlineData("Clashes broke out in Homs, Idlib and Hama.", "syria/hama", PlaceSetting.Happened)]
    [InlineData(
        "Clashes broke out in Homs. A minister told reporters in Cairo that he regretted it.",
        "egypt/cairo",
        PlaceSetting.Reported)]
    [InlineData("Clashes broke out in Homs. Thousands fled to Lebanon.", "lebanon", PlaceSetting.Mentioned)]
    [InlineData("Gunbattles were also reported in Homs.", "syria/homs", PlaceSetting.Happened)]
    [InlineData("Envoys met in Geneva to discuss Syria.", "switzerland/geneva", PlaceSetting.Happened)]
    [InlineData("Shells fell on Homs. Britain is worried.", "united-kingdom", PlaceSetting.Mentioned)]
    public void Annotate_PhraseOfPlace_BelongsToTheEventOrTheStatement(
        string body, string path, PlaceSetting expected) =>
        Assert.Equal(expected, Place(body, path).Setting);

    [Fact]
    public void Annotate_SettingEvidence_QuotesTheWordsFromEventToPlace()
    {
        const string Body = "Shells killed ten people in Homs on Monday.";
        var told = Place(Body, "syria/homs").SettingEvidence!.Value;
        Assert.Equal("killed ten people in Homs", told.Quote);
        Assert.Equal(told.Quote, Body[told.Start..told.End]);
        Assert.Equal("event-there", told.Rule);
    }

    [Fact]
    public void Annotate_EventInATown_HappenedInItsCountryToo()
    {
        const string Body = "Syria is at war. A bomb exploded in Homs on Monday.";
        Assert.Equal(PlaceSetting.Happened, Place(Body, "syria").Setting);
    }

    [Fact]
    public void Annotate_Dateline_IsReportedUnlessTheTextTellsEventsThere()
    {
        const string Elsewhere = "BEIRUT (Reuters) - Shells killed ten people in Homs, activists said.";
        const string Here = "BEIRUT (Reuters) - A bomb killed ten people here on Monday, police said.";
        Assert.Equal(PlaceSetting.Reported, Place(Elsewhere, "lebanon/beirut").Setting);
        Assert.Equal(PlaceSetting.Happened, Place(Here, "lebanon/beirut").Setting);
    }

    [Fact]
    public void Annotate_SentenceOfAnotherYear_IsBackground()
    {
        var published = new PublishedDate(DateRange.OfDay(new DateOnly(2012, 7, 16)), null, "url");
        var text = new ExtractedText
        {
            Title = "",
            Body = "Shells fell on Homs. Thousands were killed in Hama in 1982.",
            Published = published,
        };
        Assert.Equal(
            PlaceSetting.Mentioned, Annotator.Annotate(text).Single(place => place.Path == "syria/hama").Setting);
    }

    [Theory]
    [InlineData("Clashes broke out in Idlib.", "syria/idlib", PlaceConfidence.Unambiguous)]
    [InlineData("A fire broke out in Paris, Texas.", "united-states/texas/paris", PlaceConfidence.Contained)]
    [InlineData(
        "Syrian shells fell on the village of Marzuqin, near Hama.", "syria/hama/marzuqin", PlaceConfidence.Situated)]
    [InlineData("He lives in London.", "united-kingdom/england/london", PlaceConfidence.Population)]
    public void Annotate_Confidence_TellsWhyNoNamesakeIsMeant(string body, string path, PlaceConfidence expected) =>
        Assert.Equal(expected, Place(body, path).Confidence);

    private static ArticlePlace Place(string body, string path) =>
        Assert.Single(Annotator.Annotate(new ExtractedText { Title = "", Body = body }), place => place.Path == path);
}
