using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Extraction;

public sealed class RecordTests
{
    [Fact]
    public void Extract_PlainFields_AreTakenWithSpans()
    {
        const string Record = """
            {"Headline": "Mill closes", "body": "The mill shut on Friday. \n Its 40 workers were told by letter.", "link": "https://x.example/mill", "pub_date": "2012-06-29T23:30:00-04:00", "source": {"name": "Reuters"}, "authors": ["Jo Field", "Al Hill"]}
            """;

        var text = Extract(Record);

        Assert.Equal(("Mill closes", "Reuters", "Jo Field and Al Hill"), (text.Title, text.Outlet, text.Byline));
        Assert.Equal("The mill shut on Friday.\n\nIts 40 workers were told by letter.", text.Body);
        Assert.Equal(("2012-06-29", "field-pub_date"), (text.Published!.Date.ToString(), text.Published.Rule));
        Assert.Equal("https://x.example/mill", text.Url);
        Assert.All(text.Evidence.Values, evidence =>
            Assert.True(evidence is { Start: 0, End: 0 } || Record[evidence.Start..evidence.End] == evidence.Quote));
        Assert.Equal("Mill closes", Record[text.Evidence["title"].Start..text.Evidence["title"].End]);
    }

    [Fact]
    public void Extract_ArticleText_IsKeptWholeEvenWhereLinesLookLikeTitles()
    {
        var text = Extract(
            """{"title": "T", "text": "A first full sentence.\n\nA subhead\n\nRelated events followed.\n\nThe end"}""");

        Assert.Equal("A first full sentence.\n\nA subhead\n\nRelated events followed.\n\nThe end", text.Body);
    }

    [Fact]
    public void Extract_HtmlField_GoesThroughTheHtmlRoad()
    {
        var text = Extract(
            """{"title": "Fair opens", "html": "<div><p>The fair opened on the green at noon on Saturday, """
                + """with music.</p><script>x()</script></div>"}""");

        Assert.Equal("The fair opened on the green at noon on Saturday, with music.", text.Body);
    }

    [Fact]
    public void Extract_PageDumpInTextField_IsFreedFromItsChrome()
    {
        var text = Extract("""
            {"text": "Skip to main content\n\nFair opens on green\n\nBy Jo Field\n3 May 2012\n\nThe fair opened on the green at noon on Saturday, with music and a parade of old cars.\n\nIt closes on Monday night, when there will be fireworks over the river.\n\nShare this\n\nLeave a Reply\n\nYour email address will not be published."}
            """);

        Assert.Equal(
            ("Fair opens on green", "Jo Field", "2012-05-03"),
            (text.Title, text.Byline, text.Published!.Date.ToString()));
        Assert.StartsWith("The fair opened", text.Body, StringComparison.Ordinal);
        Assert.EndsWith("over the river.", text.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1341017220", "2012-06-30")]
    [InlineData("1341017220000", "2012-06-30")]
    [InlineData("\"2012-06\"", "2012-06")]
    [InlineData("\"no date\"", null)]
    [InlineData("12", null)]
    public void Extract_DateField_IsReadOrLeftOut(string value, string? expected) =>
        Assert.Equal(
            expected,
            Extract(
                $$"""{"title": "T", "text": "Words enough here.", "date": {{value}}}""").Published?.Date.ToString());

    [Theory]
    [InlineData("""{"title": "Only a title"}""", "no-text-field")]
    [InlineData("""{"text": "  "}""", "empty-text")]
    [InlineData("[1]", "malformed-record")]
    [InlineData("{", "malformed-record")]
    public void Extract_NothingToIndex_SaysWhy(string record, string reason)
    {
        var result = ArticleExtractor.Extract(new InputItem("x.jsonl#3", InputFormat.Json, record));

        Assert.Equal(reason, result.Reason);
        Assert.Contains("x.jsonl#3", result.Message, StringComparison.Ordinal);
    }

    private static ExtractedText Extract(string record) =>
        ArticleExtractor.Extract(new InputItem("x.jsonl#1", InputFormat.Json, record)).Text!;
}
