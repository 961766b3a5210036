using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dateline.Search.Extraction.Markdown;

/// <summary>Markdown to a title and paragraphs of plain text.</summary>
internal static class MarkdownText
{
    private const int MaxDepth = 100;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoLinks().Build();

    /// <summary>
    /// The first heading and the paragraphs; list items and quotations are paragraphs of their own, other headings,
    /// code and markup are left out.
    /// </summary>
    public static (HeadingBlock? Title, List<string> Paragraphs) Read(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        var paragraphs = new List<string>();
        HeadingBlock? title = null;
        Blocks(document, paragraphs, ref title, 0);
        return (title, paragraphs);
    }

    /// <summary>Plain text of a heading or paragraph.</summary>
    public static string Text(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block.Inline is { } inline)
            Inlines(inline, text, 0);
        return TextFolding.Fold(text.ToString());
    }

    private static void Blocks(ContainerBlock container, List<string> paragraphs, ref HeadingBlock? title, int depth)
    {
        if (depth > MaxDepth)
            return;
        foreach (var block in container)
        {
            if (block is HeadingBlock heading && title is null && paragraphs.Count == 0)
                title = heading;
            else if (block is ParagraphBlock paragraph && Text(paragraph) is { Length: > 0 } text)
                paragraphs.Add(text);
            else if (block is ContainerBlock inner)
                Blocks(inner, paragraphs, ref title, depth + 1);
        }
    }

    private static void Inlines(ContainerInline container, StringBuilder text, int depth)
    {
        if (depth > MaxDepth)
            return;
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Inlines(inner, text, depth + 1);
                    break;
                default:
                    break; // Raw markup has no text of its own.
            }
        }
    }
}
