using AngleSharp.Dom;
using Dateline.Search.Articles;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// What a reader sees: headings, byline, marked-up times, date lines near the headline; and the date in the page's own
/// address.
/// </summary>
internal static class HtmlVisible
{
    private const string Bylines = "[rel='author'],[itemprop='author'],[class*='byline'],[class*='Byline'],[class*='author-name'],[class*='author__name']";
    private const string DateMarks =
        "[itemprop='datePublished'],time[pubdate],[class*='published'],[class*='pubdate'],[class*='pub-date'],[class*='post-date'],[class*='entry-date'],"
        + "[class*='article-date'],[class*='article__date'],[class*='timestamp'],[class*='dateline'],[class*='date'],[id*='date'],time";

    /// <summary>
    /// The <c>h1</c> whose words the page's title repeats, else the only <c>h1</c>, else the title without the site's
    /// name.
    /// </summary>
    public static void Titles(string source, IDocument document, HtmlFacts facts)
    {
        var title = TextFolding.Fold(document.Title ?? "");
        var headings = document.QuerySelectorAll("h1")
            .Select(static heading => (heading, text: HtmlHeading.Text(heading)))
            .Where(static pair => pair.text.Length is > 8 and < 300).ToList();
        foreach (var (heading, text) in headings)
        {
            if (title.Contains(text, StringComparison.OrdinalIgnoreCase))
                facts.OfferTitle(new HtmlFact(text, SourceQuotes.In(source, heading, text, "h1")));
        }

        if (headings.Count == 1)
            facts.OfferTitle(
                new HtmlFact(headings[0].text, SourceQuotes.In(source, headings[0].heading, headings[0].text, "h1")));
    }

    public static void PageTitle(string source, IDocument document, HtmlFacts facts)
    {
        if (document.QuerySelector("title") is not { } element)
            return;
        var title = TextFolding.Fold(element.TextContent);
        var cut = title.LastIndexOfAny(['|', '–', '—', '»', '·']);
        cut = cut < 0 ? title.LastIndexOf(" - ", StringComparison.Ordinal) : cut;
        var head = cut > 15 ? title[..cut].TrimEnd(' ', '-', '|') : title;
        facts.OfferTitle(new HtmlFact(head, SourceQuotes.In(source, element, head, "page-title")));
        if (cut > 15 && OutletNames.Known(title.AsSpan(cut + 1)) is { } known)
            facts.OfferOutlet(
                new HtmlFact(known,
                SourceQuotes.In(source, element, title[(cut + 1)..].Trim(' ', '-'), "title-suffix")));
    }

    public static void Byline(string source, IElement body, HtmlFacts facts)
    {
        foreach (var element in body.QuerySelectorAll(Bylines).Take(20))
        {
            var text = TextFolding.Fold(element.TextContent);
            if (text.Length is < 3 or > 160)
                continue;
            if (PageText.Bylines.TryParse(text, out var names, out _))
                text = text[names];
            else if (LineShape.Capitalised(text) < 0.7 || LineShape.Words(text) > 12)
                continue;
            facts.OfferByline(new HtmlFact(text, SourceQuotes.In(source, element, text, "byline-markup")));
            return;
        }
    }

    /// <summary>
    /// Elements marked as a time or date, in reading order, preferring those near the article's heading.
    /// </summary>
    public static void MarkedDates(string source, IElement body, HtmlFacts facts)
    {
        foreach (var element in body.QuerySelectorAll(DateMarks).Take(200).OrderBy(static element => Trust(element)))
        {
            if (InOtherStory(element) || Trust(element) > 3)
                continue;
            var value = element.GetAttribute("datetime") ?? element.GetAttribute("content");
            if (value is not null && PublicationDateParser.TryValue(value, out var date, out var instant))
            {
                facts.OfferDate(date, instant, SourceQuotes.In(source, element, value, "marked-time"));
                return;
            }

            var text = element.TextContent.Length < 300 ? TextFolding.Fold(element.TextContent) : "";
            if (PublicationDateParser.TryFind(text, out var line) && line.OtherWords <= 6)
            {
                facts.OfferDate(line.Date, line.Instant,
                    SourceQuotes.In(source, element, text[line.Start..line.End], "marked-date"));
                return;
            }
        }
    }

    /// <summary>
    /// 0 for declared publication, up to 3 for a class that merely mentions a date; 4 for modification.
    /// </summary>
    private static int Trust(IElement element)
    {
        var names = $"{element.ClassName} {element.Id} {element.GetAttribute("itemprop")}";
        if (names.Contains("modif", StringComparison.OrdinalIgnoreCase)
            || names.Contains("updated", StringComparison.OrdinalIgnoreCase))
            return names.Contains("publish", StringComparison.OrdinalIgnoreCase)
                || names.Contains("entry-date", StringComparison.Ordinal) ? 2 : 3;
        if (element.GetAttribute("itemprop") == "datePublished" || element.HasAttribute("pubdate"))
            return 0;
        return names.Contains("publish", StringComparison.OrdinalIgnoreCase)
            || names.Contains("entry-date", StringComparison.Ordinal) || element.LocalName == "time" ? 1 : 2;
    }

    /// <summary>True inside a sidebar, foot, menu, list or block of other stories.</summary>
    public static bool InOtherStory(IElement element)
    {
        for (var at = element.ParentElement; at is not null && at.LocalName is not ("body" or "article" or "main");
            at = at.ParentElement)
        {
            if (at.LocalName is "aside" or "footer" or "nav"
                || (at.LocalName is "section" or "div" && HtmlNames.HasOtherStoryWord(at)))
                return true;
        }

        return false;
    }

    /// <summary><c>/2012/06/29/</c> or <c>2012-06-29</c> in the page's own address.</summary>
    public static void AddressDate(HtmlFacts facts)
    {
        if (facts.Url is not { } url)
            return;
        var path = url.Value.AsSpan();
        for (var at = 0; at + 10 <= path.Length; at++)
        {
            if (path[at] is not ('/' or '-' or '_' or '=')
                || !PublicationDateParser.TryAddressDate(path[(at + 1)..], out var date, out var length))
                continue;
            var evidence = url.Evidence;
            var quote = path.Slice(at + 1, length).ToString();
            var known = evidence.End > evidence.Start && evidence.Quote == url.Value;
            facts.OfferDate(date, null,
                new Evidence(EvidenceField.Source, known ? evidence.Start + at + 1 : 0,
                known ? evidence.Start + at + 1 + length : 0, quote, "address"));
            return;
        }
    }
}
