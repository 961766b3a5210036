using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// Gives each line its <see cref="LineKind"/> from its own shape and words, before its place on the page is weighed.
/// </summary>
internal static class LineClassifier
{
    private const int MaxTitleLength = 160;
    private const int MaxTitleWords = 24;
    private const int MaxCueLine = 220;

    public static void Classify(string source, Span<PageLine> lines)
    {
        foreach (ref var line in lines)
            line.Kind = Kind(line.Of(source), line);
    }

    private static LineKind Kind(ReadOnlySpan<char> text, in PageLine line)
    {
        if (line.Length <= MaxCueLine && Announced(text, line) is { } announced)
            return announced;
        if (EndsAsContributors(text))
            return LineKind.Contributors;
        if (Datelines.IsTagOnly(text))
            return LineKind.OutletTag;
        if (PublicationDateParser.TryFind(text, out var date) && date.OtherWords <= 3)
            return LineKind.Date;
        if (Bylines.IsByline(text))
            return LineKind.Byline;
        if (StartsWithBullet(text))
            return (line.Closed && line.Words > 5) || line.Length > MaxTitleLength ? LineKind.Prose : LineKind.Bullet;
        if (LineCaptions.IsCaption(text) || ReaderCalls.IsCall(text))
            return LineCaptions.IsCaption(text) ? LineKind.Caption : LineKind.Chrome;
        return IsProse(text, line) ? LineKind.Prose : LineKind.TitleLike;
    }

    private static LineKind? Announced(ReadOnlySpan<char> text, in PageLine line)
    {
        if (CommentCounts.IsCount(text))
            return LineKind.EndMarker;
        if (LineCues.Match(text, out var rest) is not { } kind)
            return text.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase) || text.Contains('©')
                ? LineKind.Chrome : null;
        // A sentence that happens to begin with such words ("Related violence in Hama killed five.") is prose.
        var sentence = line.Closed && line.Words > 7;
        return kind switch
        {
            LineKind.RelatedHeader when IsLabel(rest) => line.Words > 6 ? LineKind.Chrome : LineKind.RelatedHeader,
            LineKind.RelatedHeader => line.Words <= 5 && !line.Closed ? LineKind.RelatedHeader : null,
            LineKind.Source when line.Words > 16 => null,
            LineKind.Chrome when sentence && line.Words > 30 => null,
            _ => kind,
        };
    }

    /// <summary>True when a colon or nothing follows the cue, so that the rest of the line is a link's text.</summary>
    private static bool IsLabel(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest.TrimStart() is [':' or '|' or '»' or '>' or '–' or '—', ..];

    private static bool EndsAsContributors(ReadOnlySpan<char> text)
    {
        if (text.Length > 700)
            return false;
        var tail = text.TrimEnd(" .)]");
        foreach (var ending in (ReadOnlySpan<string>)[
            "contributed to this report", "contributed to this story", "contributed to this article",
            "contributed reporting", "contributed to this piece", "contributed from", "contributed"])
        {
            if (tail.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return text.Contains("contributed reporting from", StringComparison.OrdinalIgnoreCase)
            || text.Contains("contributed to this report from", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsWithBullet(ReadOnlySpan<char> text) =>
        text[0] is '•' or '·' or '‣' or '▪' or '●' or '■' or '►' or '»' or '›' or '◦' || text.StartsWith("* ")
        || text.StartsWith("- ");

    private static bool IsProse(ReadOnlySpan<char> text, in PageLine line)
    {
        if (line.Closed)
            return line.Words >= 3 || text[0] is '"' or '“' or '‘' or '\'';
        if (line.Length > MaxTitleLength || line.Words > MaxTitleWords)
            return true;
        // A lead-in to a quotation or a list ("The statement went on:").
        return text[^1] is ':' or ',' or ';' or '–' or '—' && line.Words >= 6 && LineShape.Capitalised(text) < 0.6;
    }
}
