using System.Globalization;
using System.Net;
using System.Text;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rendering;

/// <summary>
/// A briefing as HTML: a self-contained page for files, or the inner part for a host page. Everything from articles is
/// encoded; there is no script and nothing is loaded from elsewhere.
/// </summary>
/// <param name="citationLink">Address of a cited span; null links to the quote in the page's own list of
/// sources.</param>
public sealed class HtmlRenderer(Func<Citation, string>? citationLink = null)
{
    private const string Style = """
        body{font:1rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff;overflow-wrap:break-word}
        h1,h2{font-family:system-ui,sans-serif;line-height:1.2}h1{font-size:1.7rem}
        h2{margin:2rem 0 .75rem;font-size:1.25rem;border-bottom:1px solid #bbb;break-after:avoid}
        .basis,.from,.why,footer{color:#555;font:.875rem/1.4 system-ui,sans-serif}.context{color:#555}
        .basis{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}.basis dt{font-weight:600}.basis dd{margin:0}
        .status{font:600 .75rem system-ui,sans-serif;border:1px solid #777;border-radius:.75rem;padding:.05rem .5rem;white-space:nowrap}
        .disputed{background:#fde8e8}.corroborated{background:#e6f4ea}
        ul,ol{padding-left:1.4rem}li{margin:.5rem 0;break-inside:avoid}sup{line-height:0;font-size:.75em}sup a{text-decoration:none}
        blockquote{margin:.25rem 0;padding-left:.75rem;border-left:3px solid #ccc}
        table.figures{width:100%;border-collapse:collapse;font:.875rem/1.4 system-ui,sans-serif}
        .figures th,.figures td{border-bottom:1px solid #ddd;padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}
        .figures tbody{border-top:1px solid #999}.figures tr{break-inside:avoid}
        mark{background:#fff2a8}@media print{body{margin:0;max-width:none;font-size:10.5pt}a{color:inherit}}
        @media screen and (max-width:40rem){.basis{display:block}.basis dd{margin:0 0 .4rem}.figures thead{display:none}
        .figures tbody,.figures tr,.figures td{display:block;border-bottom:0}.figures tbody{padding:.5rem 0}.figures tr{margin:.35rem 0}
        .figures td{padding:.1rem 0}.figures td.same{display:none}.figures td::before{content:attr(data-label) ": ";color:#555}}
        """;

    /// <summary>A whole page that needs nothing else.</summary>
    public static string RenderPage(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + "style-src 'unsafe-inline'\">\n");
        page.Append("<title>Briefing: ").Append(Encode(briefing.Header.Topic)).Append("</title>\n");
        page.Append("<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n");
        page.Append("<h1>Briefing: ").Append(Encode(briefing.Header.Topic)).Append("</h1>\n");
        page.Append(new HtmlRenderer().RenderBody(briefing));
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The sections without page frame and without the main heading.</summary>
    public string RenderBody(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var numbers = new SourceNumbers(briefing);
        var page = new StringBuilder();
        WriteHeader(page, briefing);
        Section(page, "Bottom line", "ul", briefing.BottomLine, sentence => Sentence(sentence, numbers));
        Section(page, "What changed", "ul", BriefingWords.Changes(briefing), change =>
            Encode(change.Words) + (change.Sentence is { } sentence ? " " + Sentence(sentence, numbers) : ""));
        Section(page, "Key points", "ul", briefing.KeyPoints, point => Point(point, numbers));
        Section(page, "Timeline", "ol", briefing.Timeline, entry => Entry(entry, numbers));
        if (briefing.Figures.Count > 0)
            FigureTable.WriteHtml(page, briefing.Figures, Encode, citations => Marks(citations, numbers));
        Section(page, "Who said what", "ul", briefing.Statements, said => Said(said, numbers));
        Section(page, "Sides and silence", "ul", briefing.Sides, side =>
            $"<strong>{Encode(side.Name)}</strong>: "
                + $"{Encode(StatementWords.Voice(side))}{Marks([side.Evidence], numbers)}");
        Section(page, "Gaps", "ul", briefing.Gaps, gap => Encode(gap.Message) + Marks(gap.Citations, numbers));
        WriteSources(page, briefing);
        return page.ToString();
    }

    private static void WriteHeader(StringBuilder page, Briefing briefing)
    {
        var header = briefing.Header;
        page.Append("<dl class=\"basis\">\n");
        Term(page, "Query",
            $"<code>{(header.CanonicalQuery.Length == 0 ? "(all)" : Encode(header.CanonicalQuery))}</code>");
        Term(page, "Basis", Encode(BriefingWords.Basis(header)));
        if (header.Confidence is { } confidence)
            Term(page, "Confidence",
                $"<strong>{Encode(confidence.Level)}</strong>: {Encode(confidence.Reason)}. Rule: "
                    + $"{Encode(confidence.Rule)}");
        Term(page, "Mode", Encode($"{BriefingWords.Mode(header)} Dateline {header.ToolVersion}."));
        foreach (var warning in header.Warnings) Term(page, "Note", Encode(warning));
        page.Append("</dl>\n");
        if (briefing.BottomLine.Count == 0 && briefing.KeyPoints.Count == 0)
            page.Append("<p>").Append(BriefingWords.Nothing).Append("</p>\n");
    }

    private static void Term(StringBuilder page, string name, string html) =>
        page.Append("<dt>").Append(name).Append("</dt><dd>").Append(html).Append("</dd>\n");

    private static void Section<T>(StringBuilder page, string title, string list, IReadOnlyList<T> items,
        Func<T, string> render)
    {
        if (items.Count == 0) return;
        var id = title.ToLowerInvariant().Replace(' ', '-');
        page.Append(CultureInfo.InvariantCulture,
            $"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n<{list}>\n");
        foreach (var item in items) page.Append("<li>").Append(render(item)).Append("</li>\n");
        page.Append(CultureInfo.InvariantCulture, $"</{list}>\n</section>\n");
    }

    private string Point(KeyPoint point, SourceNumbers numbers)
    {
        var css = point.Status.ToString().ToLowerInvariant();
        var html = new StringBuilder(Sentence(point.Sentence, numbers));
        html.Append(CultureInfo.InvariantCulture,
            $" <span class=\"status {css}\">{BriefingWords.Status(point)}</span>");
        if (BriefingWords.Reason(point) is { Length: > 0 } reason)
            html.Append(" <span class=\"why\">").Append(Encode(reason)).Append("</span>");
        if (point.Support.Count == 0) return html.ToString();
        html.Append("\n<ul>\n");
        foreach (var support in point.Support) html.Append("<li>").Append(Sentence(support, numbers)).Append("</li>\n");
        return html.Append("</ul>\n").ToString();
    }

    private string Said(SpokenStatement said, SourceNumbers numbers)
    {
        var html = new StringBuilder("<strong>").Append(Encode(StatementWords.Speaker(said)))
            .Append("</strong> <span class=\"why\">");
        html.Append(Encode(StatementWords.Manner(said))).Append("</span>: ").Append(Sentence(said.Sentence, numbers));
        if (said.Related.Count == 0) return html.ToString();
        html.Append("\n<ul>\n");
        foreach (var related in said.Related)
        {
            html.Append("<li><span class=\"why\">").Append(Encode(StatementWords.Relation(related)))
                .Append("</span>: ");
            html.Append(Sentence(related.Sentence, numbers)).Append("</li>\n");
        }

        return html.Append("</ul>\n").ToString();
    }

    private string Entry(TimelineEntry entry, SourceNumbers numbers) =>
        $"<time datetime=\"{entry.Date.First:yyyy-MM-dd}\"><strong>{BriefingWords.Date(entry.Date)}</strong></time> "
        + $"<span class=\"why\">(“{Encode(entry.DateCitation.Quote)}”)</span> {Sentence(entry.Sentence, numbers)}";

    private string Sentence(BriefingSentence sentence, SourceNumbers numbers) =>
        $"{Context(sentence)}{Encode(sentence.Text)}{Marks(sentence.Citations, numbers)} {Writer(sentence)}"
        + $"<span class=\"from\">{Encode(BriefingWords.Attribution(sentence.Outlet, sentence.Date))}</span>";

    private static string Writer(BriefingSentence sentence) =>
        BriefingWords.Writer(sentence) is { Length: > 0 } mark ? $"<span class=\"status model\">{mark}</span> " : "";

    private static string Context(BriefingSentence sentence) =>
        sentence.Context is { } before ? $"<span class=\"context\">({Encode(before)})</span> " : "";

    private string Marks(IReadOnlyList<Citation> citations, SourceNumbers numbers) =>
        string.Concat(citations.Select(citation =>
        $"&#8288;<sup><a href=\"{Encode(Link(citation))}\" aria-label=\"Source {numbers.Of(citation)}, "
        + $"characters {citation.Start} to {citation.End}\">[{numbers.Of(citation)}]</a></sup>"));

    private string Link(Citation citation) => citationLink?.Invoke(citation) ?? "#" + Anchor(citation);

    private static string Anchor(Citation citation) =>
        string.Create(CultureInfo.InvariantCulture, $"c-{citation.ArticleId}-{citation.Start}-{citation.End}");

    private void WriteSources(StringBuilder page, Briefing briefing)
    {
        if (briefing.Sources.Count == 0) return;
        page.Append("<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ol>\n");
        var cited = briefing.AllCitations().Where(place => !IsInsideSentence(place)).Select(place => place.Citation)
            .DistinctBy(Anchor).ToLookup(citation => citation.ArticleId);
        foreach (var source in briefing.Sources)
        {
            page.Append("<li><cite>").Append(Encode(source.Title)).Append("</cite>. ");
            page.Append(Encode(BriefingWords.Attribution(source.Outlet, source.Published)));
            page.Append(". <span class=\"from\">Article <code>").Append(Encode(source.ArticleId))
                .Append("</code>, <code>");
            page.Append(Encode(source.Origin)).Append("</code></span>\n");
            if (citationLink is null) WriteQuotes(page, cited[source.ArticleId]);
            page.Append("</li>\n");
        }

        page.Append("</ol>\n</section>\n");
    }

    // The words and the speaker of a statement stand in its sentence, which is cited as a whole.
    private static bool IsInsideSentence(CitedPlace place) =>
        place.Sentence is null && place.Where.StartsWith("statements[", StringComparison.Ordinal);

    // A file on its own has no article pages to link to, so the cited words stand here with their surroundings.
    private static void WriteQuotes(StringBuilder page, IEnumerable<Citation> citations)
    {
        foreach (var citation in citations.OrderBy(citation => citation.Start))
        {
            page.Append("<blockquote id=\"").Append(Encode(Anchor(citation))).Append("\">…")
                .Append(Encode(citation.Prefix));
            page.Append("<mark>").Append(Encode(citation.Quote)).Append("</mark>").Append(Encode(citation.Suffix))
                .Append('…');
            page.Append(CultureInfo.InvariantCulture,
                $" <span class=\"from\">{citation.Start}–{citation.End}</span></blockquote>\n");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
