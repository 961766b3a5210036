using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.PageText;

/// <summary>Picks the headline among the lines above the body.</summary>
internal static class HeadlineFinder
{
    /// <summary>Lines looked at; a page's menu may be long, a headline stands near its body.</summary>
    private const int MaxLines = 400;

    /// <summary>Index of the headline's line, or -1.</summary>
    public static int Find(string source, ReadOnlySpan<PageLine> lines, int bodyStart)
    {
        var best = -1;
        var bestScore = 0.0;
        for (var at = Math.Max(0, bodyStart - MaxLines); at < bodyStart; at++)
        {
            if (lines[at].Kind is not (LineKind.TitleLike or LineKind.Prose) || lines[at].Length > 220)
                continue;
            var score = Score(source, lines, at, bodyStart);
            if (score > bestScore)
                (best, bestScore) = (at, score);
        }

        return best;
    }

    private static double Score(string source, ReadOnlySpan<PageLine> lines, int at, int bodyStart)
    {
        ref readonly var line = ref lines[at];
        var text = line.Of(source);
        var score = line.Words switch { 1 => -4.0, 2 => -1.5, 3 => 0.5, <= 18 => 3.0, _ => 0.5 };
        score += line.Kind == LineKind.Prose && text[^1] == '.' ? -3 : 0;
        score += At(lines, at + 1) is LineKind.Byline or LineKind.Date
            ? 3 : At(lines, at + 2) is LineKind.Byline or LineKind.Date ? 1.5 : 0;
        score += At(lines, at - 1) is LineKind.Date ? 0.5 : 0;
        score += IsAloneInBlock(lines, at) ? 1 : 0;
        score -= InMenu(lines, at) ? 2.5 : 0;
        score += at == 0 ? 1.5 : 0;
        // Above the headline stand menus, below it only the deck and the particulars: near the body is likelier.
        score += 1.5 / (1 + (bodyStart - at) / 6.0);
        score += RepeatsAsTitle(source, lines, at) ? 2 : 0;
        score -= text.Contains('|') || text.Contains('›') || text.Contains('»') ? 2 : 0;
        return score - (UnderHighlights(lines, at) ? 6 : 0);
    }

    private static LineKind? At(ReadOnlySpan<PageLine> lines, int at) =>
        at >= 0 && at < lines.Length ? lines[at].Kind : null;

    private static bool IsAloneInBlock(ReadOnlySpan<PageLine> lines, int at) =>
        (at == 0 || lines[at - 1].Block != lines[at].Block)
        && (at + 1 == lines.Length || lines[at + 1].Block != lines[at].Block);

    /// <summary>Short open lines on both sides, all in one block.</summary>
    private static bool InMenu(ReadOnlySpan<PageLine> lines, int at) =>
        IsMenuLine(lines, at - 1, lines[at].Block) && IsMenuLine(lines, at + 1, lines[at].Block);

    private static bool IsMenuLine(ReadOnlySpan<PageLine> lines, int at, int block) =>
        at >= 0 && at < lines.Length && lines[at].Block == block
        && lines[at].Kind is LineKind.TitleLike or LineKind.Chrome && lines[at].Words <= 4;

    private static bool UnderHighlights(ReadOnlySpan<PageLine> lines, int at)
    {
        while (at > 0 && lines[at - 1].Kind is LineKind.Highlight)
            at--;
        return at > 0 && lines[at - 1].Kind == LineKind.HighlightsHeader;
    }

    /// <summary>
    /// The page's title and its heading are often the same words, one of them followed by the site's name.
    /// </summary>
    private static bool RepeatsAsTitle(string source, ReadOnlySpan<PageLine> lines, int at)
    {
        if (lines[at].Words < 3)
            return false;
        var text = lines[at].Of(source);
        var last = Math.Min(lines.Length, at + 40);
        for (var other = Math.Max(0, at - 40); other < last; other++)
        {
            if (other != at && lines[other].Kind == LineKind.TitleLike
                && (lines[other].Hash == lines[at].Hash || lines[other].Of(source).StartsWith(text)))
                return true;
        }

        return false;
    }

    /// <summary>
    /// A date right under or over the headline, or anywhere between it and the body; never from a list of other
    /// stories.
    /// </summary>
    public static int FindDate(string source, ReadOnlySpan<PageLine> lines, int headline, int bodyStart,
        out PublicationDateLine date)
    {
        date = default;
        var best = -1;
        for (var at = Math.Max(0, headline - 3); at < Math.Min(lines.Length, bodyStart + 1); at++)
        {
            if (lines[at].Kind is not (LineKind.Date or LineKind.Byline or LineKind.TitleLike or LineKind.Chrome)
                || !PublicationDateParser.TryFind(lines[at].Of(source), out var found)
                || (lines[at].Kind is LineKind.TitleLike or LineKind.Chrome && found.Label == DateLabel.None)
                || lines[at].Of(source).Contains('©'))
                continue;
            // "Published" is the first appearance; "updated" stands in only where nothing else is printed.
            if (best < 0 || (date.Label == DateLabel.Updated && found.Label != DateLabel.Updated))
                (best, date) = (at, found);
        }

        return best;
    }
}
