using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Extraction;

public sealed class MarkdownTests
{
    private const string Note = """
        ---
        title: "Bridge toll to rise"
        date: 2012-03-04
        authors:
          - Jo Field
        source: The Valley Ledger
        url: https://ledger.example/toll
        ---

        # Another heading

        Drivers will pay **one third more** to cross the [old bridge](https://bridge.example) from May,
        the council said.

        ![A photo of the bridge](bridge.jpg)

        - Lorries pay double.
        - Residents pay nothing.

        ```
        code is not text
        ```
        """;

    [Fact]
    public void Extract_FrontMatter_GivesParticularsWithSpans()
    {
        var text = Extract(Note);

        Assert.Equal(("Bridge toll to rise", "The Valley Ledger", "Jo Field"), (text.Title, text.Outlet, text.Byline));
        Assert.Equal(("https://ledger.example/toll", "2012-03-04"), (text.Url, text.Published!.Date.ToString()));
        Assert.Equal(5, text.Evidence.Count);
        Assert.All(text.Evidence.Values, evidence => Assert.Equal(evidence.Quote, Note[evidence.Start..evidence.End]));
    }

    [Fact]
    public void Extract_Body_IsPlainParagraphs() => Assert.Equal(
        [
            "Drivers will pay one third more to cross the old bridge from May, the council said.",
            "Lorries pay double.", "Residents pay nothing.",
        ],
        Extract(Note).Body.Split("\n\n"));

    [Fact]
    public void Extract_NoFrontMatter_TakesHeadingBylineAndDateLine()
    {
        const string Source =
            "# Ferry late again\n\nBy Jo Field\n\n3 May 2012\n\nThe ferry came in two hours late on Thursday.\n";

        var text = Extract(Source);

        Assert.Equal(
            ("Ferry late again", "Jo Field", "2012-05-03"), (text.Title, text.Byline, text.Published!.Date.ToString()));
        Assert.Equal("The ferry came in two hours late on Thursday.", text.Body);
        Assert.Equal("Ferry late again", Source[text.Evidence["title"].Start..text.Evidence["title"].End]);
    }

    [Fact]
    public void Extract_UnclosedFrontMatter_IsText() =>
        Assert.Contains(
            "The gate stayed open",
            Extract("---\ntitle: x\n\nThe gate stayed open all night.").Body,
            StringComparison.Ordinal);

    [Fact]
    public void Extract_HostileNesting_Ends()
    {
        var result = ArticleExtractor.Extract(new InputItem(
            "x.md", InputFormat.Markdown, new string('>', 20_000) + " The sentence at the end is short."));

        Assert.True(result.Text is not null || result.Reason == "no-prose");
    }

    private static ExtractedText Extract(string markdown) =>
        ArticleExtractor.Extract(new InputItem("x.md", InputFormat.Markdown, markdown)).Text!;
}
