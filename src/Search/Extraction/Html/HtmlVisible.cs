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
    /// <summary>
    /// The <c>h1</c> whose words the page's title repeats, else the only <c>h1</c>, else the title without the site's
    /// name.
    /// </summary>
    public static void Titles(HtmlSource source, HtmlSurvey survey, HtmlFacts facts)
    {
        var title = TextFolding.Fold(survey.Title?.TextContent ?? "");
        var headings = survey.Headings.Where(static heading => heading.LocalName == "h1")
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

    public static void PageTitle(HtmlSource source, HtmlSurvey survey, HtmlFacts facts)
    {
        if (survey.Title is not { } element)
            return;
        var title = TextFolding.Fold(element.TextContent);
        var cut = title.LastIndexOfAny(['|', '–', '—', '»', '«', '‹', '·']);
        cut = cut < 0 ? title.LastIndexOf(" - ", StringComparison.Ordinal) : cut;
        var head = cut > 15 ? title[..cut].TrimEnd(' ', '-', '|') : title;
        facts.OfferTitle(new HtmlFact(head, SourceQuotes.In(source, element, head, "page-title")));
        if (cut > 15 && OutletNames.Known(title.AsSpan(cut + 1)) is { } known)
            facts.OfferOutlet(
                new HtmlFact(known,
                SourceQuotes.In(source, element, title[(cut + 1)..].Trim(' ', '-'), "title-suffix")));
    }

    public static void Byline(HtmlSource source, HtmlSurvey survey, HtmlFacts facts)
    {
        foreach (var element in survey.Bylines)
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
