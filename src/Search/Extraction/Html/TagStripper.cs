using System.Net;
using System.Text;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// Markup to text without a tree, in one pass, for pages no tree should be built of. Tags become line ends.
/// </summary>
internal static class TagStripper
{
    public static string Text(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                text.Append(html, at, html.Length - at);
                break;
            }

            text.Append(html, at, open - at).Append('\n');
            at = End(html, open);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static int End(string html, int open)
    {
        (string, string)[] silent = [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")];
        foreach (var (start, end) in silent)
        {
            if (!html.AsSpan(open).StartsWith(start, StringComparison.OrdinalIgnoreCase))
                continue;
            var closing = html.IndexOf(end, open + start.Length, StringComparison.OrdinalIgnoreCase);
            if (closing < 0)
                return html.Length;
            open = closing;
            break;
        }

        var close = html.IndexOf('>', open);
        return close < 0 ? html.Length : close + 1;
    }
}
