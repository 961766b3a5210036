using AngleSharp.Dom;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// The last resort for a date: a visible date line between the headline and the first paragraphs, or close around the
/// headline.
/// </summary>
internal static class HtmlDateLines
{
    private const int MaxElements = 60;
    private const int MaxTexts = 4000;

    /// <summary>Prose, in units, after which a date is the text's own matter and not its page's.</summary>
    private const int MaxProse = 1500;

    /// <summary>
    /// Looks at the short texts around the first <c>h1</c> (or <c>h2</c>), level by level, then at those below it.
    /// </summary>
    public static void Offer(string source, IElement body, HtmlFacts facts)
    {
        if (facts.Published is not null || (body.QuerySelector("h1") ?? body.QuerySelector("h2")) is not { } heading)
            return;
        var region = heading.ParentElement;
        for (var level = 0; level < 4 && region is not null && region != body.ParentElement;
            level++, region = region.ParentElement)
        {
            foreach (var element in region.QuerySelectorAll("p,span,div,small,em,i,b,li,td,font,abbr,a,h2,h3,h4,h5,h6")
                .Take(MaxElements))
            {
                if (element.TextContent.Length <= 200 && Offer(source, element, element.TextContent, facts))
                    return;
            }
        }

        Below(source, body, heading, facts);
    }

    private static void Below(string source, IElement body, IElement heading, HtmlFacts facts)
    {
        var prose = 0;
        var started = false;
        foreach (var node in body.GetDescendants().Take(MaxTexts * 10))
        {
            started |= node == heading;
            if (!started || node is not IText text || text.Data.Length < 8 || text.ParentElement is not { } parent)
                continue;
            if (text.Data.Length > 200)
                prose += HtmlNames.IsNever(parent) ? 0 : text.Data.Length;
            else if (parent.LocalName is not ("script" or "style" or "a") && !HtmlVisible.InOtherStory(parent)
                && Offer(source, parent, text.Data, facts))
                return;
            if (prose > MaxProse)
                return;
        }
    }

    private static bool Offer(string source, IElement element, string content, HtmlFacts facts)
    {
        var text = TextFolding.Fold(content);
        if (text.Contains('©') || !PublicationDateParser.TryFind(text, out var line) || line.OtherWords > 5)
            return false;
        facts.OfferDate(line.Date, line.Instant,
            SourceQuotes.In(source, element, text[line.Start..line.End], line.Rule));
        return true;
    }
}
