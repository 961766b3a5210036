using AngleSharp.Dom;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>The last resort for a date: a visible date line close to the headline.</summary>
internal static class HtmlDateLines
{
    private const int MaxElements = 60;

    /// <summary>Looks at the short texts around the first <c>h1</c> (or <c>h2</c>), those below it first.</summary>
    public static void Offer(string source, IElement body, HtmlFacts facts)
    {
        if (facts.Published is not null || (body.QuerySelector("h1") ?? body.QuerySelector("h2")) is not { } heading)
            return;
        var region = heading.ParentElement;
        for (var level = 0; level < 4 && region is not null && region != body.ParentElement; level++, region = region.ParentElement)
        {
            foreach (var element in region.QuerySelectorAll("p,span,div,small,em,i,b,li,td,font,abbr,a,h2,h3,h4,h5,h6").Take(MaxElements))
            {
                if (element.TextContent.Length > 200)
                    continue;
                var text = TextFolding.Fold(element.TextContent);
                if (text.Contains('©') || !PublicationDateParser.TryFind(text, out var line) || line.OtherWords > 5)
                    continue;
                facts.OfferDate(line.Date, line.Instant, SourceQuotes.In(source, element, text[line.Start..line.End], line.Rule));
                return;
            }
        }
    }
}
