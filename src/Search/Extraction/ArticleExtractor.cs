using Dateline.Search.Extraction.Html;
using Dateline.Search.Extraction.Markdown;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.Records;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Extraction;

/// <summary>
/// From a decoded input to an article's own text. Stateless, thread-safe, deterministic; reads nothing but the input.
/// </summary>
public static class ArticleExtractor
{
    /// <summary>
    /// Frees the article from its page and finds headline, outlet, byline, address and publication date.
    /// </summary>
    public static ExtractionResult Extract(InputItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Format switch
        {
            InputFormat.PageText => FromPageText(item),
            InputFormat.Html => FromHtml(item),
            InputFormat.Markdown => FromMarkdown(item),
            InputFormat.Json => RecordExtractor.Extract(item.Origin, item.Text, item.Fields),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Format, "Unknown input format."),
        };
    }

    private static ExtractionResult FromMarkdown(InputItem item) => MarkdownExtractor.Extract(item.Text) is { } text
        ? ExtractionResult.Of(text)
        : ExtractionResult.None("no-prose", $"{item.Origin} holds no paragraph, only headings or code; leave it out.");

    private static ExtractionResult FromHtml(InputItem item) =>
        HtmlExtractor.Extract(item.Text, item.Address) is { } text
        ? ExtractionResult.Of(text)
        : ExtractionResult.None("no-prose",
        $"{item.Origin} holds no sentence outside menus, forms and scripts; save the page after it has loaded.");

    private static ExtractionResult FromPageText(InputItem item) => PageTextExtractor.Extract(item.Text) is { } text
        ? ExtractionResult.Of(text)
        : ExtractionResult.None("no-prose",
        $"{item.Origin} holds no sentence, only menus or titles; save the article's page again.");
}
