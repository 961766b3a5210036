using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// Marks lines that read like prose but are furniture, by what stands around them. Steps, each reading what the last
/// one left: repeated lines, highlights, date-led teasers, header blocks.
/// </summary>
internal readonly ref struct FurnitureMarks(string source, Span<PageLine> lines)
{
    private readonly string _source = source;
    private readonly Span<PageLine> _lines = lines;

    public void Mark()
    {
        var spaced = IsSpaced();
        MarkRepeats();
        MarkHighlights();
        MarkTeasers();
        if (spaced)
            MarkHeaderBlocks();
    }

    /// <summary>
    /// True when most prose lines stand alone between blank lines, so that a block of several lines means something.
    /// </summary>
    private bool IsSpaced()
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

    private bool IsAlone(int at) =>
        (at == 0 || _lines[at - 1].Block != _lines[at].Block)
        && (at + 1 == _lines.Length || _lines[at + 1].Block != _lines[at].Block);

    /// <summary>
    /// A sentence printed twice in a row is a picture's caption; one repeated far off is kept where it stands first.
    /// </summary>
    private void MarkRepeats()
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
    /// not closed sentences. Lines led by "NEW:" are highlights anywhere.
    /// </summary>
    private void MarkHighlights()
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

    private int HighlightsEnd(int from)
    {
        var last = Math.Min(_lines.Length, from + 14);
        for (var at = from; at < last; at++)
        {
            if (_lines[at].Kind == LineKind.OutletTag || _lines[at].IsDatelined(_source))
                return at;
        }

        var open = from;
        while (open < last && _lines[open].Kind is LineKind.TitleLike or LineKind.Bullet or LineKind.Highlight)
            open++;
        return open;
    }

    /// <summary>
    /// Lists of other stories repeat a full date line and a sentence or two. Two or more date lines with a label or a
    /// time, after the first real stretch of prose, make everything from the first of them (and its heading) a list.
    /// </summary>
    private void MarkTeasers()
    {
        int prose = 0, stamped = 0, first = -1;
        for (var at = 0; at < _lines.Length; at++)
        {
            if (_lines[at].Kind == LineKind.Prose && stamped == 0)
                prose += _lines[at].Length;
            if (_lines[at].Kind != LineKind.Date || prose < PageLayout.EnoughBody || !IsStamp(at))
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

    private bool IsStamp(int at) =>
        PublicationDateParser.TryFind(_lines[at].Of(_source), out var date)
        && (date.HasTime || date.Label != DateLabel.None);

    /// <summary>
    /// On a page with blank lines between paragraphs, a block that holds a byline, a stamp or bullets is no body text
    /// at all.
    /// </summary>
    private void MarkHeaderBlocks()
    {
        for (var start = 0; start < _lines.Length;)
        {
            var end = start + 1;
            var header = IsHeaderLine(start);
            while (end < _lines.Length && _lines[end].Block == _lines[start].Block)
                header |= IsHeaderLine(end++);
            for (var at = start; header && end - start > 1 && at < end; at++)
                _lines[at].Kind = _lines[at].Kind == LineKind.Prose && !_lines[at].IsDatelined(_source)
                    && _lines[at].Length < 400
                    ? LineKind.Caption : _lines[at].Kind;
            start = end;
        }
    }

    private bool IsHeaderLine(int at) => _lines[at].Kind is LineKind.Byline or LineKind.Date;
}
