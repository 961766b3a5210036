namespace Dateline.Search.Extraction.Html;

/// <summary>
/// A linear look at markup before a tree is built of it, because tree building is not linear in nesting depth.
/// </summary>
internal static class HtmlGuard
{
    /// <summary>Deeper pages are read as plain text instead. Real pages stay under 100.</summary>
    public const int MaxDepth = 600;

    /// <summary>Elements that may stay open without nesting, or never have content.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNesting = new HashSet<string>(
        ("area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th " +
        "thead tbody tfoot "
        + "colgroup rp rt "
        + "html head body").Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the tags nest, or stay open, deeper than <see cref="MaxDepth"/>.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var depth = 0;
        while (html.IndexOf('<') is >= 0 and var open && open + 1 < html.Length)
        {
            html = html[(open + 1)..];
            if (html.StartsWith("!--"))
            {
                var end = html.IndexOf("-->");
                html = end < 0 ? [] : html[(end + 3)..];
                continue;
            }

            var closing = html[0] == '/';
            var name = Name(closing ? html[1..] : html);
            if (name.IsEmpty || NotNesting.Contains(name))
                continue;
            depth = closing ? Math.Max(0, depth - 1) : depth + (IsSelfClosed(html) ? 0 : 1);
            if (depth > MaxDepth)
                return true;
            if (!closing
                && (name.Equals("script", StringComparison.OrdinalIgnoreCase)
                || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
                html = SkipTo(html, $"</{name}");
        }

        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> html)
    {
        var length = 0;
        while (length < html.Length && length < 20 && char.IsAsciiLetterOrDigit(html[length]))
            length++;
        return html[..length];
    }

    private static bool IsSelfClosed(ReadOnlySpan<char> html)
    {
        var end = html.IndexOf('>');
        return end > 0 && html[end - 1] == '/';
    }

    private static ReadOnlySpan<char> SkipTo(ReadOnlySpan<char> html, string end)
    {
        var at = html.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : html[at..];
    }
}
