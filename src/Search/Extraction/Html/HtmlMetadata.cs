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
        "dcterms.created", "dc.date.created", "dcterms.date",
        "dc.date", "citation_publication_date", "citation_date", "datecreated", "article:post_date",
        "rnews:datepublished", "shareaholic:article_published_time", "bt:pubdate", "date",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
        "modified"];

    private static readonly string[] Title =
        ["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"];

    private static readonly string[] Author =
        ["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dc.creator.name", "byl",
        "citation_author", "article:author"];

    private static readonly string[] Outlet =
        ["og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher_name",
        "apple-mobile-web-app-title"];

    /// <summary>Metas by lower-case name, property or itemprop; the first of a name counts.</summary>
    public static Dictionary<string, IElement> Read(IDocument document)
    {
        var metas = new Dictionary<string, IElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
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

    public static void Titles(string source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        Offer(source, metas, Title, facts.OfferTitle);

    public static void Others(string source, IDocument document, Dictionary<string, IElement> metas, HtmlFacts facts)
    {
        Offer(source, metas, Outlet, facts.OfferOutlet);
        Offer(source, metas, Author, fact =>
        {
            if (!fact.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !fact.Value.Contains('@'))
                facts.OfferByline(fact);
        });
        if (document.QuerySelector("link[rel='canonical'][href]") is { } link)
            facts.OfferUrl(
                new HtmlFact(link.GetAttribute("href")!.Trim(),
                SourceQuotes.In(source, link, link.GetAttribute("href")!.Trim(), "canonical-link")));
        Offer(source, metas, ["og:url"], facts.OfferUrl);
    }

    public static void Published(string source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        OfferDates(source, metas, PublishedNames, facts);

    public static void Modified(string source, Dictionary<string, IElement> metas, HtmlFacts facts) =>
        OfferDates(source, metas, ModifiedNames, facts);

    private static void Offer(string source, Dictionary<string, IElement> metas, string[] names, Action<HtmlFact> offer)
    {
        foreach (var name in names)
        {
            if (!metas.TryGetValue(name, out var meta))
                continue;
            var content = meta.GetAttribute("content")!.Trim();
            offer(new HtmlFact(TextFolding.Fold(content), SourceQuotes.In(source, meta, content, Rule(name))));
        }
    }

    private static void OfferDates(string source, Dictionary<string, IElement> metas, string[] names, HtmlFacts facts)
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
