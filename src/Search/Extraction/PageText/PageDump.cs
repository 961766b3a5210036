namespace Dateline.Search.Extraction.PageText;

/// <summary>Tells the text of a whole page from the text of an article alone.</summary>
internal static class PageDump
{
    /// <summary>
    /// A dump shows at least three lines of furniture of at least two kinds (menus, related lists, sharing, comment
    /// forms, highlights, date lines), which article text does not.
    /// </summary>
    public static bool LooksLike(string text)
    {
        if (!text.Contains('\n'))
            return false;
        var lines = PageLines.Split(text);
        LineClassifier.Classify(text, lines);
        var furniture = 0;
        var kinds = 0;
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (line.Kind is LineKind.Chrome or LineKind.EndMarker or LineKind.RelatedHeader
                or LineKind.HighlightsHeader or LineKind.Date)
            {
                furniture++;
                kinds |= 1 << (int)line.Kind;
            }
        }

        return furniture >= 3 && System.Numerics.BitOperations.PopCount((uint)kinds) >= 2;
    }
}
