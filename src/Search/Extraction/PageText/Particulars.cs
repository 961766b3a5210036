using Dateline.Search.Articles;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// Headline, authors, date and outlet of a page whose body is known, each with the words that tell it.
/// </summary>
internal sealed class Particulars(string source, PageLine[] lines, int bodyStart, int bodyEnd)
{
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);
    private int _headline = -1;
    private string _title = "";
    private string? _byline;
    private (string Name, Evidence Evidence)? _outlet;
    private PublishedDate? _published;

    public void Find()
    {
        _headline = HeadlineFinder.Find(source, lines, bodyStart);
        if (_headline >= 0)
            SetTitle();
        SetDate();
        SetByline();
        _outlet = TaggedOutlet() ?? BylineOutlet() ?? TailOutlet()
            ?? SelfReferences.Find(source, lines[bodyStart].Start, lines[bodyEnd - 1].End);
        if (_outlet is { } outlet)
            _evidence["outlet"] = outlet.Evidence;
    }

    public ExtractedText ToText(string body) => new()
    {
        Title = _title,
        Body = body,
        Outlet = _outlet?.Name,
        Byline = _byline,
        Published = _published,
        Dateline = BodyDateline.Find(body),
        Evidence = _evidence,
    };

    private void SetTitle()
    {
        var line = lines[_headline];
        var length = line.Length;
        if (OutletFinder.InTitle(source, line) is { } named)
        {
            _outlet = named;
            length = line.Of(source)[..(named.Evidence.Start - line.Start)].TrimEnd(" |–—-").Length;
        }

        _title = TextFolding.Fold(source.AsSpan(line.Start, length));
        _evidence["title"] = Span(line.Start, line.Start + length, "headline");
    }

    private void SetDate()
    {
        var at = HeadlineFinder.FindDate(source, lines, _headline < 0 ? 0 : _headline, bodyStart, out var date);
        if (at < 0)
            at = PostedBelow(out date);
        if (at < 0)
            at = DatelineDate(out date);
        if (at < 0)
            return;
        var rule = at > bodyStart ? "posted-line" : at == bodyStart ? "dateline" : date.Rule;
        _published = new PublishedDate(date.Date, date.Instant, rule);
        _evidence["published"] = Span(lines[at].Start + date.Start, lines[at].Start + date.End, rule);
    }

    /// <summary>Below the body only a line that says "published" or "posted" in as many words counts.</summary>
    private int PostedBelow(out PublicationDateLine date)
    {
        for (var at = bodyEnd; at < Math.Min(lines.Length, bodyEnd + 6); at++)
        {
            if (lines[at].Kind is not LineKind.Teaser && PublicationDateParser.TryFind(lines[at].Of(source), out date)
                && date.Label == DateLabel.Published && !lines[at].Of(source).Contains('©'))
                return at;
        }

        date = default;
        return -1;
    }

    /// <summary>"BEIRUT, June 3, 2012 (Reuters) -": a dateline with a year.</summary>
    private int DatelineDate(out PublicationDateLine date)
    {
        date = default;
        var text = lines[bodyStart].Of(source);
        return Datelines.TryParse(text, out var dateline)
            && PublicationDateParser.TryFind(text[..dateline.Length], out date) ? bodyStart : -1;
    }

    private void SetByline()
    {
        for (var at = Math.Max(0, _headline - 2); at < bodyStart; at++)
        {
            if (lines[at].Kind != LineKind.Byline || !Bylines.TryParse(lines[at].Of(source), out var names, out _))
                continue;
            SetByline(lines[at], names, "byline");
            return;
        }

        if (NamesBesideDate() is { } beside)
        {
            SetByline(lines[beside], .., "byline-position");
            return;
        }

        for (var at = bodyStart; at < Math.Min(lines.Length, bodyEnd + 6); at++)
        {
            if (lines[at].Kind == LineKind.Contributors && Contributors.TryNames(lines[at].Of(source), out var names))
            {
                SetByline(lines[at], names, "contributors");
                return;
            }
        }
    }

    private void SetByline(in PageLine line, Range names, string rule)
    {
        var (offset, length) = names.GetOffsetAndLength(line.Length);
        var text = source.AsSpan(line.Start + offset, length);
        _byline = TextFolding.Fold(text);
        if (!_byline.AsSpan().ContainsAnyInRange('a', 'z'))
            _byline = Contributors.Recased(_byline);
        _evidence["byline"] = Span(line.Start + offset, line.Start + offset + length, rule);
    }

    /// <summary>
    /// Two to four capitalised words right above or below the date line, under the headline: a name without "By".
    /// </summary>
    private int? NamesBesideDate()
    {
        for (var at = Math.Max(1, _headline + 1); at < bodyStart; at++)
        {
            if (lines[at].Kind != LineKind.Date)
                continue;
            foreach (var near in (ReadOnlySpan<int>)[at - 1, at + 1])
            {
                if (near > _headline && near < bodyStart && Contributors.IsPersonName(lines[near], source))
                    return near;
            }
        }

        return null;
    }

    private (string, Evidence)? TaggedOutlet()
    {
        for (var at = Math.Max(0, bodyStart - 2); at <= bodyStart; at++)
        {
            var line = lines[at];
            if ((line.Kind == LineKind.OutletTag || at == bodyStart)
                && Datelines.TryParse(line.Of(source), out var dateline) && dateline.HasOutlet)
            {
                var (offset, length) = dateline.Outlet.GetOffsetAndLength(line.Length);
                return OutletFinder.Named(source, line.Start + offset, length, "dateline-tag");
            }
        }

        return _outlet;
    }

    private (string, Evidence)? BylineOutlet()
    {
        for (var at = Math.Max(0, _headline - 2); at < bodyStart; at++)
        {
            var line = lines[at];
            if (line.Kind != LineKind.Byline || !Bylines.TryParse(line.Of(source), out var names, out var outlet))
                continue;
            if (!outlet.Equals(default))
            {
                var (offset, length) = outlet.GetOffsetAndLength(line.Length);
                return OutletNames.Known(line.Of(source)[outlet]) is not null
                    || !Contributors.IsDesk(line.Of(source)[outlet])
                    ? OutletFinder.Named(source, line.Start + offset, length, "byline-outlet")
                    : null;
            }

            if (OutletNames.Known(line.Of(source)[names]) is not null)
                return OutletFinder.Named(source, line.Start + names.Start.Value,
                    names.End.Value - names.Start.Value, "byline-outlet");
        }

        return null;
    }

    private (string, Evidence)? TailOutlet()
    {
        (string, Evidence)? copyright = null;
        for (var at = bodyStart; at < lines.Length; at++)
        {
            var found = lines[at].Kind switch
            {
                LineKind.Source when at >= bodyEnd => OutletFinder.InSourceLine(source, lines[at]),
                LineKind.Contributors => OutletFinder.InContributors(source, lines[at]),
                _ => null,
            };
            if (found is not null)
                return found;
            if (lines[at].Kind == LineKind.Chrome && lines[at].Length < 300)
                copyright ??= OutletFinder.InCopyright(source, lines[at]);
        }

        return copyright;
    }

    private Evidence Span(int start, int end, string rule) =>
        new(EvidenceField.Source, start, end, source[start..end], rule);
}
