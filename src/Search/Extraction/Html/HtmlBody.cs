using AngleSharp.Dom;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>The article's paragraphs out of a page's tree.</summary>
internal static class HtmlBody
{
    private const int MaxCell = 40;

    /// <summary>Paragraphs in reading order; empty when the page holds none.</summary>
    public static List<string> Paragraphs(IElement body, HtmlSurvey survey, string title)
    {
        var prose = new HtmlProse(body);
        if (prose.Of(body) == 0)
            return [];
        var blocks = HtmlBlocks.Of(HtmlRoot.Find(body, survey, prose), prose);
        return Kept(blocks, title);
    }

    private static List<string> Kept(List<HtmlBlock> blocks, string title)
    {
        var kept = new List<string>();
        var end = End(blocks);
        for (var at = 0; at < end; at++)
        {
            var block = blocks[at];
            if (IsKept(block, kept.Count == 0, title) && (kept.Count == 0 || kept[^1] != block.Text))
                kept.Add(block.Text);
        }

        return kept;
    }

    private static bool IsKept(in HtmlBlock block, bool first, string title)
    {
        if (block.LinkUnits * 2 > block.Text.Length || block.Text == title)
            return false;
        // A quotation's attribution, a cell's number: short, and no sentence.
        if (!first && (block.Tag == "blockquote" || (block.Tag is "td" or "th" && block.Text.Length <= MaxCell)))
            return true;
        var line = new PageLine
        {
            End = block.Text.Length,
            Words = LineShape.Words(block.Text),
            Closed = LineShape.IsClosed(block.Text),
        };
        Span<PageLine> one = [line];
        LineClassifier.Classify(block.Text, one);
        return one[0].Kind switch
        {
            LineKind.Prose => true,
            LineKind.TitleLike =>
            !first
            && (HtmlNames.IsHeading(block.Tag)
            || block.Tag is "p" or "li" or "blockquote" or "td" or "pre" or "dd" or "div"),
            LineKind.Bullet or LineKind.Highlight => true,
            LineKind.Date =>
            !first && PublicationDateParser.TryFind(block.Text, out var date) && !date.HasTime
            && date.Label == DateLabel.None && block.Tag == "p",
            LineKind.Source => false,
            _ => false,
        };
    }

    /// <summary>Index of the block after the last that can belong to the article.</summary>
    private static int End(List<HtmlBlock> blocks)
    {
        var total = blocks.Sum(static block => block.Text.Length);
        var above = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (above * 2 > total && LineCues.Match(blocks[at].Text, out _) == LineKind.EndMarker
                && LineShape.Words(blocks[at].Text) < 10)
                return at;
            above += blocks[at].Text.Length;
        }

        return blocks.Count;
    }
}
