using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Search.Articles;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// HTML to an article, in stages: (1) declared metadata: JSON-LD, meta, canonical link; (2) article markup; (3) density
/// of prose; (4) the whole page as text through <see cref="PageTextExtractor"/>. Loads nothing, runs nothing. Headings
/// inside the body are paragraphs of their own: markup tells them from link titles, which plain text does not.
/// </summary>
internal static class HtmlExtractor
{
    private const int EnoughBody = 140;

    /// <summary>The article, or null when the page holds no prose.</summary>
    /// <param name="source">The page.</param>
    /// <param name="address">Where it was fetched from, for pages that do not tell; null when unknown.</param>
    public static ExtractedText? Extract(string source, string? address = null)
    {
        if (HtmlGuard.IsTooDeep(source))
            return PageTextExtractor.Extract(TagStripper.Text(source)) is { } flat ? Unspanned(flat) : null;
        var page = new HtmlSource(source);
        using var document =
            new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = false })
            .ParseDocument(page.Short);
        if (document.Body is not { } body)
            return null;
        var survey = HtmlSurvey.Of(document);
        var facts = Facts(page, survey, address);
        var paragraphs = HtmlBody.Paragraphs(body, survey, facts.Title?.Value ?? "");
        var text = string.Join("\n\n", paragraphs);
        var fallback = text.Length < EnoughBody ? WholePage(body) : null;
        if (fallback is not null && fallback.Body.Length > text.Length * 2)
            text = fallback.Body;
        return text.Length == 0
            ? null : Combined(facts, fallback is null ? null : Unspanned(fallback), WithoutTag(text));
    }

    private static HtmlFacts Facts(HtmlSource source, HtmlSurvey survey, string? address)
    {
        var facts = new HtmlFacts();
        var metas = HtmlMetadata.Read(survey);
        var linked = HtmlJsonLd.Find(source, survey);
        HtmlVisible.Titles(source, survey, facts);
        linked?.Offer(facts);
        HtmlMetadata.Titles(source, metas, facts);
        HtmlVisible.PageTitle(source, survey, facts);
        HtmlVisible.Byline(source, survey, facts);
        HtmlMetadata.Others(source, survey, metas, facts);
        if (address is not null)
            facts.OfferUrl(new HtmlFact(address, new Evidence(EvidenceField.Source, 0, 0, address, "crawled-address")));
        HtmlMetadata.Published(source, metas, facts);
        HtmlVisible.AddressDate(facts);
        HtmlPublication.InPlace(source, survey, facts);
        HtmlMetadata.Dated(source, metas, facts);
        HtmlPublication.Visible(source, survey, facts);
        linked?.OfferFilm(facts);
        HtmlMetadata.OtherDates(source, metas, facts);
        HtmlPublication.InScripts(source, facts);
        HtmlMetadata.Modified(source, metas, facts);
        linked?.OfferModified(facts);
        HtmlPublication.LocalDay(source, survey, facts);
        return facts;
    }

    private static ExtractedText? WholePage(IElement body)
    {
        var blocks = HtmlBlocks.All(body, new HtmlProse(body));
        return PageTextExtractor.Extract(
            string.Join("\n\n",
            blocks.Where(static block => block.LinkUnits * 2 <= block.Text.Length).Select(static block => block.Text)));
    }

    private static string WithoutTag(string body) =>
        Datelines.TryParse(body, out var dateline) && !dateline.HasPlace ? body[dateline.Length..] : body;

    private static ExtractedText Combined(HtmlFacts facts, ExtractedText? fallback, string body)
    {
        var evidence = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        (string, HtmlFact?)[] known =
            [("title", facts.Title), ("outlet", facts.Outlet), ("byline", facts.Byline), ("url", facts.Url)];
        foreach (var (name, fact) in known)
        {
            if (fact is { } found)
                evidence[name] = found.Evidence;
            else if (fallback?.Evidence.TryGetValue(name, out var other) == true)
                evidence[name] = other;
        }

        if ((facts.PublishedEvidence ?? fallback?.Evidence.GetValueOrDefault("published")) is { } published)
            evidence["published"] = published;
        return new ExtractedText
        {
            Title = facts.Title?.Value ?? fallback?.Title ?? "",
            Body = body,
            Outlet = facts.Outlet is { } outlet ? OutletNames.Canonical(outlet.Value) : fallback?.Outlet,
            Byline = facts.Byline is { } byline ? WithoutBy(byline.Value) : fallback?.Byline,
            Url = facts.Url?.Value,
            Published = facts.Published ?? fallback?.Published,
            Dateline = BodyDateline.Find(body),
            Evidence = evidence,
        };
    }

    private static string WithoutBy(string byline) =>
        Bylines.TryParse(byline, out var names, out _) ? byline[names] : byline;

    /// <summary>Spans into a derived text are no spans of the source: keep the words alone.</summary>
    private static ExtractedText Unspanned(ExtractedText text) => text with
    {
        Evidence =
            text.Evidence.ToDictionary(static pair =>
            pair.Key, static pair => pair.Value with { Start = 0, End = 0 }, StringComparer.Ordinal),
    };
}
