namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// Weighs each line by its place on the page: furniture is marked, then the one stretch of lines that scores best is
/// the body (prose counts for, furniture against).
/// </summary>
internal ref struct PageLayout(string source, Span<PageLine> lines)
{
    /// <summary>Prose, in units, after which an end marker is believed to end the article.</summary>
    public const int EnoughBody = 300;

    private readonly string _source = source;
    private readonly Span<PageLine> _lines = lines;

    /// <summary>First line of the body; equals <see cref="BodyEnd"/> when there is none.</summary>
    public int BodyStart { get; private set; }

    /// <summary>Line after the body's last.</summary>
    public int BodyEnd { get; private set; }

    public void Weigh()
    {
        new FurnitureMarks(_source, _lines).Mark();
        (BodyStart, BodyEnd) = BestStretch(EndMarker());
        BodyStart = AfterLead(BodyStart, BodyEnd);
    }

    /// <summary>
    /// The first end marker with enough prose above it, or with more above than below; the number of lines when there
    /// is none.
    /// </summary>
    private readonly int EndMarker()
    {
        var total = 0;
        foreach (ref readonly var line in _lines)
            total += line.Kind == LineKind.Prose ? line.Length : 0;
        var above = 0;
        for (var at = 0; at < _lines.Length; at++)
        {
            above += _lines[at].Kind == LineKind.Prose ? _lines[at].Length : 0;
            if (_lines[at].Kind == LineKind.EndMarker
                && (above >= EnoughBody && above * 3 >= total || above * 2 > total))
                return at;
        }

        return _lines.Length;
    }

    /// <summary>Maximum-sum run of lines (Kadane), trimmed to prose at both ends.</summary>
    private readonly (int Start, int End) BestStretch(int limit)
    {
        double best = 0, sum = 0;
        int start = 0, bestStart = 0, bestEnd = 0;
        for (var at = 0; at < limit; at++)
        {
            sum += Score(at);
            if (sum <= 0)
            {
                (sum, start) = (0, at + 1);
            }
            else if (sum > best)
            {
                (best, bestStart, bestEnd) = (sum, start, at + 1);
            }
        }

        while (bestStart < bestEnd && _lines[bestStart].Kind != LineKind.Prose)
            bestStart++;
        while (bestEnd > bestStart && _lines[bestEnd - 1].Kind is not (LineKind.Prose or LineKind.Bullet))
            bestEnd--;
        return (bestStart, bestEnd);
    }

    private readonly double Score(int at)
    {
        ref readonly var line = ref _lines[at];
        return line.Kind switch
        {
            LineKind.Prose => 40 + Math.Min(line.Length, 400),
            LineKind.TitleLike => InTitleRun(at) ? -30 : -15,
            LineKind.Bullet or LineKind.Highlight => -25,
            LineKind.OutletTag => 0,
            LineKind.Caption or LineKind.Chrome => -30,
            LineKind.Date or LineKind.Byline => -60,
            LineKind.Contributors or LineKind.Source => -150,
            LineKind.HighlightsHeader or LineKind.RelatedHeader => -150,
            LineKind.Teaser or LineKind.EndMarker => -250,
            _ => throw new InvalidOperationException($"No score for {line.Kind}."),
        };
    }

    private readonly bool InTitleRun(int at) =>
        at > 0 && at + 1 < _lines.Length && _lines[at - 1].Kind == LineKind.TitleLike
        && _lines[at + 1].Kind == LineKind.TitleLike;

    /// <summary>
    /// Prose above the true start goes when it is little: above a dateline ("(CNN) --"), or above the byline and date
    /// lines of the headline.
    /// </summary>
    private readonly int AfterLead(int start, int end)
    {
        var total = 0;
        for (var at = start; at < end; at++)
            total += _lines[at].Kind == LineKind.Prose ? _lines[at].Length : 0;
        int above = 0, anchored = start, prose = 0;
        for (var at = start; at < end && above * 3 < total; at++)
        {
            if (_lines[at].Kind == LineKind.OutletTag || (prose > 0 && prose < 6 && _lines[at].IsDatelined(_source)))
                return at;
            if (_lines[at].Kind is LineKind.Byline or LineKind.Date && above * 4 < total && HasHeadlineAbove(at))
                anchored = at + 1;
            prose += _lines[at].Kind == LineKind.Prose ? 1 : 0;
            above += _lines[at].Kind == LineKind.Prose ? _lines[at].Length : 0;
        }

        return anchored;
    }

    private readonly bool HasHeadlineAbove(int at)
    {
        for (var above = at - 1; above >= Math.Max(0, at - 3); above--)
        {
            if (_lines[above].Kind == LineKind.TitleLike && _lines[above].Words >= 3)
                return true;
        }

        return false;
    }
}
