using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;

namespace Dateline.Search.Tests.Names;

public sealed class ArticleNamesTests
{
    [Fact]
    public void Of_TitleAndBody_SpansPointIntoTheirOwnField()
    {
        var text = new ExtractedText
        {
            Title = "Angela Merkel visits Warsaw",
            Body = "The chancellor met Donald Tusk on Monday.\n\nMerkel then left for Berlin.",
        };

        var names = ArticleNames.Of(text);

        Assert.Contains(
            "Angela Merkel", names.In(EvidenceField.Title).Select(name => name.Span.Of(text.Title).ToString()));
        var inBody = names.In(EvidenceField.Body).Select(name => name.Span.Of(text.Body).ToString()).ToList();
        Assert.Contains("Donald Tusk", inBody);
        Assert.Contains("Berlin", inBody);
    }

    [Fact]
    public void Of_EmptyText_HasNoNames()
    {
        var names = ArticleNames.Of(new ExtractedText { Title = "", Body = "" });

        Assert.Empty(names.Title);
        Assert.Empty(names.Body);
    }
}
