using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Archive;

public sealed class DateEstimateTests : IDisposable
{
    private const string Extension =
        "The harbour council on Friday extended the mandate of the dredging mission by thirty days. "
        + "Members from Norrland and Quayside had asked for ninety, and settled late at night.";

    private readonly LuceneArchive _archive = ArticleSamples.Archive(
    [
        Read(
            "dated", "Council extends mission", "2014-05-12",
            Extension.Replace("on Friday", "on Friday, May 9,", StringComparison.Ordinal)),
        Read("undated", "Dredgers stay on", null,
            "Dredgers will stay in the estuary. "
            + "The harbour council extended the mandate of the dredging mission by thirty days on Friday, "
            + "after members from Norrland and Quayside had asked for more."),
        Read("war", "A war in its second year", null,
            "The 16-month conflict has emptied the valley. The uprising began in March 2011, when "
                + "farmers marched on the mill."),
        Read(
            "valley", "Syria's fields lie fallow", null,
            "The 20-month conflict in Syria has left the fields of Homs and Hama fallow."),
        Read(
            "begun", "Mill burns in Homs", "2012-01-30",
            "A mill burned down in Homs. Syria's uprising began in March 2011 with marches in Deraa."),
        Read("bread", "Bread prize", null, "The bakery on the corner won a prize on Friday. Its oven is old."),
        Read("other", "Rain again", "2014-09-01", "It rained on Monday, and on Tuesday as well, all over the county."),
    ]);

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Undated_TellingWhatADatedOneTells_IsEstimatedWithinTheWeek()
    {
        var estimate = Find("undated").Estimated!;
        Assert.True(
            estimate.Range.First >= new DateOnly(2014, 5, 8) && estimate.Range.Last <= new DateOnly(2014, 5, 16),
            estimate.Range.ToString());
        var reason = estimate.Reasons[0];
        Assert.Equal(("shared-event", Find("dated").Id), (reason.Rule, reason.ArticleId));
        var evidence = reason.Evidence!.Value;
        Assert.Equal("Friday", evidence.Quote);
        Assert.Equal("Friday", Find("undated").Body[evidence.Start..evidence.End]);
    }

    [Fact]
    public void Undated_GivingAConflictsAgeAndBeginning_IsEstimatedByAddingThem()
    {
        var estimate = Find("war").Estimated!;
        Assert.Equal("2012-06-16/2012-08-15", estimate.Range.ToString());
        Assert.Equal("conflict-age", Assert.Single(estimate.Reasons).Rule);
    }

    [Fact]
    public void Undated_GivingAConflictsAge_TakesItsBeginningFromADatedArticle()
    {
        var estimate = Find("valley").Estimated!;
        Assert.Equal("2012-10-17/2012-12-15", estimate.Range.ToString());
        Assert.Equal(Find("begun").Id, estimate.Reasons[0].ArticleId);
    }

    [Fact]
    public void Undated_GivingAConflictsAge_TakesItsBeginningFromAnUndatedArticleToo()
    {
        using var archive = ArticleSamples.Archive(
            Read("age", "Shells fall on Homs", null,
                "Shells fell on Homs in Syria, residents said. Syria's 16-month conflict has "
                    + "reached every city of Syria."),
            Read("begun", "Dead of Homs counted", null,
                "Residents of Homs in Syria counted their dead. Since the crisis in Syria began in "
                    + "March 2011, thousands died."));

        var estimate = archive.Find(InputResult.IdOf("age"))!.Estimated!;

        Assert.Equal("2012-06-16/2012-08-15", estimate.Range.ToString());
        Assert.Null(archive.Find(InputResult.IdOf("begun"))!.Estimated);
    }

    [Fact]
    public void Undated_WithNothingToGoBy_IsNotEstimated() => Assert.Null(Find("bread").Estimated);

    [Fact]
    public void Dated_Article_IsNotEstimated() => Assert.Null(Find("dated").Estimated);

    [Theory]
    [InlineData("published:2014-05", "dated")]
    [InlineData("published~:2014-05", "dated undated")]
    [InlineData("published~:2012", "begun valley war")]
    [InlineData("published~:=2012-07", "")]
    [InlineData("published~:2014..", "dated other undated")]
    [InlineData("-published~:2014..", "begun bread valley war")]
    [InlineData("is:undated", "bread undated valley war")]
    public void Query_OfPublishedOrEstimated_FindsEstimatesOnlyWhenAskedFor(string query, string origins) =>
        Assert.Equal(origins, string.Join(' ', Origins(_archive, query)));

    [Fact]
    public void Query_OfPublishedOrEstimated_PrintsBackAndCountsAgree()
    {
        var query = Query("published~:2014-05");
        Assert.Equal("published~:2014-05", query.Canonical);
        var response = _archive.Search(new SearchRequest { Query = query, Histogram = true });
        Assert.Equal((2, 1), (response.Total, response.Undated));
        Assert.Equal(response.Total, response.Histogram.Sum(bucket => bucket.Count) + response.Undated);
        Assert.Single(response.Hits, hit => hit is { Published: null, Estimated: not null });
    }

    [Fact]
    public void Json_OfAnUndatedArticle_MarksTheEstimate()
    {
        var json = JsonSerializer.SerializeToElement(ArticleJson.From(Find("war")), ArchiveJson.Compact.ArticleJson);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("published").ValueKind);
        Assert.Equal("2012-06-16/2012-08-15", json.GetProperty("estimatedPublished").GetProperty("range").GetString());
    }

    private Article Find(string origin) => _archive.Find(InputResult.IdOf(origin))!;

    private static Article Read(string origin, string title, string? date, string text)
    {
        var record = new Dictionary<string, string> { ["title"] = title, ["text"] = text };
        if (date is not null)
            record["date"] = date;
        var item = new InputItem(origin, InputFormat.Json, JsonSerializer.Serialize(record));
        return ArticleReader.Read(item).Article! with { Added = Added };
    }
}
