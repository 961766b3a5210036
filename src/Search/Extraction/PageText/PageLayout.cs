using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// Weighs each line by its place on the page. Steps, each reading what the last one left: repeated lines, highlights,
/// date-led
/// teasers, header blocks, then the one stretch of lines that scores best as a body (prose counts for, furniture
/// against).
/// </summary>
internal ref struct PageLayout(string source, Span<PageLine> lines)
{
    /// <summary>Prose, in units, after which an end marker is believed to end the article.</summary>
    private const int EnoughBody = 300;

    private readonly string _source = source;
    private readonly Span<PageLine> _lines = lines;
    private bool _spaced;

    /// <summary>First line of the body; equals <see cref="BodyEnd"/> when there is none.</summary>
    public int BodyStart { get; private set; }

    /// <summary>Line after the body's last.</summary>
    public int BodyEnd { get; private set; }

    public void Weigh()
    {
        _spaced = IsSpaced();
        MarkRepeats();
        MarkHighlights();
        MarkTeasers();
        MarkHeaderBlocks();
        var limit = EndMarker();
        (BodyStart, BodyEnd) = BestStretch(limit);
        BodyStart = AfterLead(BodyStart, BodyEnd);
    }

    /// <summary>
    /// True when most prose lines stand alone between blank lines, so that a block of several lines means something.
    /// </summary>
    private readonly bool IsSpaced()
    {
        int prose = 0, alone = 0;
        for (var at = 0; at < _lines.Length; at++)
        {
            if (_lines[at].Kind != LineKind.Prose || _lines[at].Length < 80)
                continue;
            prose++;
            alone += IsAlone(at) ? 1 : 0;
        }

        return prose > 0 && alone * 2 > prose;
    }

    private readonly bool IsAlone(int at) =>
        (at == 0 || _lines[at - 1].Block != _lines[at].Block)
        && (at + 1 == _lines.Length || _lines[at + 1].Block != _lines[at].Block);

    /// <summary>
    /// A sentence printed twice in a row is a picture's caption; one repeated far off is kept where it stands first.
    /// </summary>
    private readonly void MarkRepeats()
    {
        var seen = new Dictionary<ulong, int>(_lines.Length);
        for (var at = 0; at < _lines.Length; at++)
        {
            ref var line = ref _lines[at];
            if (line.Kind != LineKind.Prose || seen.TryAdd(line.Hash, at))
                continue;
            var first = seen[line.Hash];
            line.Kind = LineKind.Caption;
            if (at - first <= 2 && line.Length < 400)
                _lines[first].Kind = LineKind.Caption;
            seen[line.Hash] = at;
        }
    }

    /// <summary>
    /// After a highlights header: everything up to the text's dateline where one follows soon, else the lines that are
    /// not closed sentences.
    /// Lines led by "NEW:" are highlights anywhere.
    /// </summary>
    private readonly void MarkHighlights()
    {
        for (var at = 0; at < _lines.Length; at++)
        {
            if (_lines[at].Of(_source).StartsWith("NEW:", StringComparison.Ordinal))
                _lines[at].Kind = LineKind.Highlight;
            if (_lines[at].Kind != LineKind.HighlightsHeader)
                continue;
            var end = HighlightsEnd(at + 1);
            for (var point = at + 1; point < end; point++)
                _lines[point].Kind = LineKind.Highlight;
        }
    }

    private readonly int HighlightsEnd(int from)
    {
        var last = Math.Min(_lines.Length, from + 14);
        for (var at = from; at < last; at++)
        {
            if (_lines[at].Kind == LineKind.OutletTag || IsDatelined(at))
                return at;
        }

        var open = from;
        while (open < last && _lines[open].Kind is LineKind.TitleLike or LineKind.Bullet or LineKind.Highlight)
            open++;
        return open;
    }

    private readonly bool IsDatelined(int at) =>
        _lines[at].Kind == LineKind.Prose && Datelines.TryParse(_lines[at].Of(_source), out var dateline)
        && (dateline.HasOutlet || dateline.HasPlace);

    /// <summary>
    /// Lists of other stories repeat a full date line and a sentence or two. Two or more date lines with a label or a
    /// time, after the first
    /// real stretch of prose, make everything from the first of them (and its heading) a list.
    /// </summary>
    private readonly void MarkTeasers()
    {
        int prose = 0, stamped = 0, first = -1;
        for (var at = 0; at < _lines.Length; at++)
        {
            if (_lines[at].Kind == LineKind.Prose && stamped == 0)
                prose += _lines[at].Length;
            if (_lines[at].Kind != LineKind.Date || prose < EnoughBody || !IsStamp(at))
                continue;
            stamped++;
            first = first < 0 ? at : first;
        }

        if (stamped < 2)
            return;
        for (var at = first; at < _lines.Length; at++)
        {
            if (_lines[at].Kind is LineKind.Prose or LineKind.TitleLike or LineKind.Date or LineKind.Bullet
                or LineKind.Caption)
                _lines[at].Kind = LineKind.Teaser;
        }
    }

    private readonly bool IsStamp(int at) =>
        PublicationDateParser.TryFind(_lines[at].Of(_source), out var date)
        && (date.HasTime || date.Label != DateLabel.None);

    /// <summary>
    /// On a page with blank lines between paragraphs, a block that holds a byline, a stamp or bullets is no body text
    /// at all.
    /// </summary>
    private readonly void MarkHeaderBlocks()
    {
        if (!_spaced)
            return;
        for (var start = 0; start < _lines.Length;)
        {
            var end = start + 1;
            var header = IsHeaderLine(start);
            while (end < _lines.Length && _lines[end].Block == _lines[start].Block)
                header |= IsHeaderLine(end++);
            for (var at = start; header && end - start > 1 && at < end; at++)
                _lines[at].Kind = _lines[at].Kind == LineKind.Prose && !IsDatelined(at) && _lines[at].Length < 400
                    ? LineKind.Caption : _lines[at].Kind;
            start = end;
        }
    }

    private readonly bool IsHeaderLine(int at) => _lines[at].Kind is LineKind.Byline or LineKind.Date;

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
            if (_lines[at].Kind == LineKind.OutletTag || (prose > 0 && prose < 6 && IsDatelined(at)))
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
