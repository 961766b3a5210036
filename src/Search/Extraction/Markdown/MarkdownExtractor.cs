using Dateline.Search.Articles;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Markdown;

/// <summary>
/// A Markdown file to an article: front matter tells the particulars, the first heading the title, the rest is body.
/// </summary>
internal static class MarkdownExtractor
{
    /// <summary>The article, or null when it holds no paragraph.</summary>
    public static ExtractedText? Extract(string source)
    {
        var matter = FrontMatter.Read(source);
        if (!TryRead(source[matter.End..], out var heading, out var paragraphs))
            return PageTextExtractor.Extract(source);
        var evidence = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        var title = Take(matter.First("title", "headline"), "title", evidence)
            ?? Heading(source, matter.End, heading, evidence);
        var outlet = Take(matter.First("outlet", "source", "publisher", "publication", "site"), "outlet", evidence);
        var byline = Take(matter.First("byline", "author", "authors"), "byline", evidence);
        var url = Take(matter.First("url", "link", "canonical", "canonical_url", "source_url"), "url", evidence);
        var published = Published(matter, evidence);
        Opening(paragraphs, evidence, ref byline, ref published);
        var body = string.Join("\n\n", paragraphs);
        if (body.Length == 0)
            return null;
        return new ExtractedText
        {
            Title = title ?? "",
            Body = body,
            Outlet = outlet is null ? Tagged(body, evidence) : OutletNames.Canonical(outlet),
            Byline = byline is not null && Bylines.TryParse(byline, out var names, out _) ? byline[names] : byline,
            Url = url,
            Published = published,
            Dateline = BodyDateline.Find(body),
            Evidence = evidence,
        };
    }

    private static bool TryRead(string markdown, out Markdig.Syntax.HeadingBlock? heading, out List<string> paragraphs)
    {
        try
        {
            (heading, paragraphs) = MarkdownText.Read(markdown);
            return true;
        }
        catch (ArgumentException)
        {
            // The parser's way to refuse nesting beyond its limit; such a file is read as plain lines.
            (heading, paragraphs) = (null, []);
            return false;
        }
    }

    private static string? Take((string Value, Evidence Evidence)? found, string name, Dictionary<string,
        Evidence> evidence)
    {
        if (found is not { } value)
            return null;
        evidence[name] = value.Evidence;
        return value.Value;
    }

    private static string? Heading(string source, int offset, Markdig.Syntax.HeadingBlock? heading, Dictionary<string,
        Evidence> evidence)
    {
        if (heading is null)
            return null;
        var title = MarkdownText.Text(heading);
        evidence["title"] =
            Html.SourceQuotes.At(source, offset + heading.Span.Start, heading.Span.Length, title, "heading");
        return title;
    }

    private static PublishedDate? Published(FrontMatter matter, Dictionary<string, Evidence> evidence)
    {
        if (matter.First("published", "date", "pubdate", "published_at", "datePublished", "publish_date")
                is not { } found
            || !PublicationDateParser.TryValue(found.Value, out var date, out var instant))
            return null;
        evidence["published"] = found.Evidence;
        return new PublishedDate(date, instant, found.Evidence.Rule);
    }

    /// <summary>Byline and date lines that open the text are particulars, not body.</summary>
    private static void Opening(List<string> paragraphs, Dictionary<string, Evidence> evidence, ref string? byline,
        ref PublishedDate? published)
    {
        for (var looked = 0; looked < 3 && paragraphs.Count > 1; looked++)
        {
            var text = paragraphs[0];
            var isByline = Bylines.TryParse(text, out var names, out _);
            var isDate = PublicationDateParser.TryFind(text, out var date) && (date.OtherWords <= 3 || isByline);
            if (!isByline && !isDate)
                return;
            if (isByline && byline is null)
            {
                byline = text[names];
                evidence["byline"] = new Evidence(EvidenceField.Source, 0, 0, byline, "byline");
            }

            if (isDate && published is null)
            {
                published = new PublishedDate(date.Date, date.Instant, date.Rule);
                evidence["published"] = new Evidence(EvidenceField.Source, 0, 0, text[date.Start..date.End], date.Rule);
            }

            paragraphs.RemoveAt(0);
        }
    }

    private static string? Tagged(string body, Dictionary<string, Evidence> evidence)
    {
        if (!Datelines.TryParse(body, out var dateline) || !dateline.HasOutlet)
            return null;
        evidence["outlet"] = new Evidence(EvidenceField.Source, 0, 0, body[dateline.Outlet], "dateline-tag");
        return OutletNames.Canonical(body[dateline.Outlet]);
    }
}
