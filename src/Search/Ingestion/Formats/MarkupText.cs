using System.Net;
using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// Markup that holds nothing but an article's own words, to paragraphs; nothing is judged or left out.
/// </summary>
internal static class MarkupText
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = new HashSet<string>(
        ("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
        + "footer form "
        + "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul").Split(' '),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Never = new HashSet<string>(
        ["script", "style", "noscript", "template", "iframe", "object", "svg", "title", "head"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Paragraphs between blank lines; a line break in the markup is a line end.</summary>
    public static string Paragraphs(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var scanner = new MarkupScanner(markup);
        while (scanner.Next())
        {
            if (scanner.Kind is MarkupKind.Open && Never.Contains(scanner.Name))
                scanner = new MarkupScanner(markup, EndOf(markup, scanner.Name, scanner.End));
            else if (scanner.Kind is MarkupKind.Text or MarkupKind.Cdata)
                AppendWords(text, WebUtility.HtmlDecode(scanner.Content.ToString()));
            else if (scanner.Is("br"))
                Break(text, 1);
            else if (Blocks.Contains(scanner.Name))
                Break(text, 2);
        }

        return text.ToString().Trim();
    }

    /// <summary>The words alone, in one line.</summary>
    public static string Line(string markup) => Paragraphs(markup).ReplaceLineEndings(" ").Trim();

    // Where an element ends; right where it begins when nothing closes it.
    private static int EndOf(string markup, ReadOnlySpan<char> name, int from)
    {
        var at = markup.AsSpan(from).IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? from : from + at;
    }

    private static void AppendWords(StringBuilder text, string words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c) || c == '\u00A0')
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }

    private static void Break(StringBuilder text, int lines)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length == 0)
            return;
        var ends = 0;
        while (ends < text.Length && text[^(ends + 1)] == '\n')
            ends++;
        // Two line breaks in a row end a paragraph.
        text.Append('\n', lines == 1 ? (ends < 2 ? 1 : 0) : Math.Max(0, 2 - ends));
    }
}
