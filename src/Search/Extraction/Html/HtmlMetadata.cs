using AngleSharp.Dom;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>What a page's head declares of its article in <c>meta</c> and <c>link</c> elements.</summary>
internal static class HtmlMetadata
{
    /// <summary>Names that give the day of first publication, most reliable first. Lower case.</summary>
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
        "article.published", "published_time", "published-date", "publication_date",
        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "article_date_original", "originalpublicationdate", "article-publish-date", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date.created",
        "citation_publication_date", "citation_date", "datecreated", "article:post_date",
        "rnews:datepublished", "shareaholic:article_published_time", "bt:pubdate",
    ];

    /// <summary>Names of a date that may be one of change: weaker than a date line in its place.</summary>
    private static readonly string[] DateNames = ["dc.date", "date", "dcterms.date"];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
        "modified"];

    private static readonly string[] PublishingWords = ["publi", "upload", "created", "issued", "release"];

    private static readonly string[] Title =
        ["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"];

    private static readonly string[] Author =
        ["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dc.creator.name", "byl",
        "citation_author", "article:author"];

    private static readonly string[] Outlet =
        ["og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher_name",
        "apple-mobile-web-app-title"];

    /// <summary>Metas by lower-case name, property or itemprop; the first of a name counts.</summary>
    public static Dictionary<string, IElement> Read(HtmlSurvey survey)
    {
        var metas = new Dictionary<string, IElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in survey.Metas)
        {
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
            {
                if (meta.GetAttribute(attribute) is { Length: > 0 and < 100 } name
                    && !string.IsNullOrWhiteSpace(meta.GetAttribute("content")))
                    metas.TryAdd(name, meta);
            }
        }

        return metas;
    }

    public static void Titles(HtmlSource source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        Offer(source, metas, Title, facts.OfferTitle);

    public static void Others(HtmlSource source, HtmlSurvey survey, Dictionary<string, IElement> metas, HtmlFacts facts)
    {
        Offer(source, metas, Outlet, facts.OfferOutlet);
        Offer(source, metas, Author, fact =>
        {
            if (!fact.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !fact.Value.Contains('@'))
                facts.OfferByline(fact);
        });
        if (survey.Canonical is { } link)
            facts.OfferUrl(
                new HtmlFact(link.GetAttribute("href")!.Trim(),
                SourceQuotes.In(source, link, link.GetAttribute("href")!.Trim(), "canonical-link")));
        Offer(source, metas, ["og:url"], facts.OfferUrl);
    }

    public static void Published(HtmlSource source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        OfferDates(source, metas, PublishedNames, facts);

    public static void Dated(HtmlSource source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        OfferDates(source, metas, DateNames, facts);

    public static void Modified(HtmlSource source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        OfferDates(source, metas, ModifiedNames, facts);

    /// <summary>Names nobody agreed on, where they speak of publishing and hold a date.</summary>
    public static void OtherDates(HtmlSource source, Dictionary<string, IElement> metas, HtmlFacts facts)
    {
        foreach (var (name, meta) in metas)
        {
            if (PublishingWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
                && PublicationDateParser.TryValue(meta.GetAttribute("content")!, out var date, out var instant))
                facts.OfferDate(
                    date, instant, SourceQuotes.In(source, meta, meta.GetAttribute("content")!.Trim(), Rule(name)));
        }
    }

    private static void Offer(
        HtmlSource source, Dictionary<string, IElement> metas, string[] names, Action<HtmlFact> offer)
    {
        foreach (var name in names)
        {
            if (!metas.TryGetValue(name, out var meta))
                continue;
            var content = meta.GetAttribute("content")!.Trim();
            offer(new HtmlFact(TextFolding.Fold(content), SourceQuotes.In(source, meta, content, Rule(name))));
        }
    }

    private static void OfferDates(
        HtmlSource source, Dictionary<string, IElement> metas, string[] names, HtmlFacts facts)
    {
        foreach (var name in names)
        {
            if (metas.TryGetValue(name, out var meta)
                && PublicationDateParser.TryValue(meta.GetAttribute("content")!, out var date, out var instant))
                facts.OfferDate(date, instant,
                    SourceQuotes.In(source, meta, meta.GetAttribute("content")!.Trim(), Rule(name)));
        }
    }

    private static string Rule(string name) => $"meta-{name.Replace(':', '-').Replace('.', '-').Replace('_', '-')}";
}
