namespace Dateline.Search.Extraction.PageText;

/// <summary>Captions that give themselves away by a credit.</summary>
internal static class LineCaptions
{
    private static readonly string[] Credits =
    [
        "getty images", "getty", "ap photo", "afp", "reuters", "epa", "ap", "file photo", "file", "photo", "photos",
        "courtesy", "shutterstock", "istock", "handout",
    ];

    /// <summary>
    /// A credit in brackets or after a slash at the very end: "… [Reuters]", "(AP Photo/J. Doe)", "… AFP/Getty Images".
    /// </summary>
    public static bool IsCaption(ReadOnlySpan<char> text)
    {
        if (text.Length is < 8 or > 500)
            return false;
        var tail = text[Math.Max(0, text.Length - 60)..];
        if (text[^1] is ']' or ')')
        {
            var open = tail.LastIndexOfAny("[(");
            // Nothing but the bracket, or a tag in front of a dateline, is no caption.
            return open >= 0 && open + text.Length - tail.Length > 12 && IsCredit(tail[(open + 1)..^1]);
        }

        return tail.EndsWith("Getty Images", StringComparison.OrdinalIgnoreCase)
            || tail.EndsWith("/AFP", StringComparison.Ordinal)
            || tail.EndsWith("/Reuters", StringComparison.OrdinalIgnoreCase)
            || tail.EndsWith("/AP", StringComparison.Ordinal)
            || tail.EndsWith("AP Photo", StringComparison.Ordinal) || tail.EndsWith("/EPA", StringComparison.Ordinal);
    }

    private static bool IsCredit(ReadOnlySpan<char> inside)
    {
        foreach (var credit in Credits)
        {
            if (!inside.StartsWith(credit, StringComparison.OrdinalIgnoreCase)
                && !inside.EndsWith(credit, StringComparison.OrdinalIgnoreCase))
                continue;
            return inside.Length == credit.Length || inside.ContainsAny("/:,")
                || inside.StartsWith("file", StringComparison.OrdinalIgnoreCase)
                || inside.EndsWith("images", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}
