using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// The text of a saved page to an article. Lines get a kind by their shape (<see cref="LineClassifier"/>), then by
/// their place (<see cref="PageLayout"/>); the body is the prose of the best stretch. Subheads, link titles, captions
/// and lists of links inside it are left out; a list that a sentence introduces with a colon stays.
/// </summary>
internal static class PageTextExtractor
{
    /// <summary>The article, or null when the page holds no prose.</summary>
    public static ExtractedText? Extract(string source)
    {
        var lines = PageLines.Split(source);
        LineClassifier.Classify(source, lines);
        var layout = new PageLayout(source, lines);
        layout.Weigh();
        if (layout.BodyStart == layout.BodyEnd)
            return null;
        var particulars = new Particulars(source, lines, layout.BodyStart, layout.BodyEnd);
        particulars.Find();
        var body = Body(source, lines, layout.BodyStart, layout.BodyEnd);
        return body.Length == 0 ? null : particulars.ToText(body);
    }

    private static string Body(string source, PageLine[] lines, int start, int end)
    {
        var body = new StringBuilder();
        for (var at = start; at < end; at++)
        {
            if (!IsKept(source, lines, at, start, end))
                continue;
            var text = lines[at].Of(source);
            if (body.Length == 0 && Datelines.TryParse(text, out var dateline) && !dateline.HasPlace)
                text = text[dateline.Length..];
            if (body.Length > 0)
                body.Append("\n\n");
            TextFolding.Append(body, text);
        }

        return body.ToString();
    }

    private static bool IsKept(string source, PageLine[] lines, int at, int start, int end) => lines[at].Kind switch
    {
        LineKind.Prose => true,
        LineKind.Bullet => ListIntroduced(source, lines, at, start),
        // A bare date between two paragraphs heads a chronology's entry.
        LineKind.Date =>
            at > start && at + 1 < end && lines[at - 1].Kind == LineKind.Prose && lines[at + 1].Kind == LineKind.Prose
            && PublicationDateParser.TryFind(lines[at].Of(source), out var date) && !date.HasTime
            && date.Label == DateLabel.None,
        _ => false,
    };

    private static bool ListIntroduced(string source, PageLine[] lines, int at, int start)
    {
        while (at > start && lines[at].Kind == LineKind.Bullet)
            at--;
        return lines[at].Kind == LineKind.Prose && lines[at].Of(source)[^1] == ':';
    }
}
