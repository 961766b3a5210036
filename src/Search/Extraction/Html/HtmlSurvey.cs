using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// One walk over a page's tree that collects everything the later stages ask for, so that none of them searches the
/// tree again.
/// </summary>
internal sealed class HtmlSurvey
{
    private const int MaxDates = 400;
    private const int MaxDateText = 200;
    private const int MaxBylines = 20;
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, int Outer)> _asides = [];
    private int _digits;
    private bool? _dayFirst;

    private HtmlSurvey()
    {
    }

    public List<IElement> Metas { get; } = [];

    public List<IElement> JsonLd { get; } = [];

    public List<IElement> Headings { get; } = [];

    public List<IElement> Bylines { get; } = [];

    public List<IElement> DeclaredBodies { get; } = [];

    public List<IElement> Articles { get; } = [];

    public List<IElement> Mains { get; } = [];

    public List<IElement> Hinted { get; } = [];

    public List<HtmlDateCandidate> Dates { get; } = [];

    public IElement? Title { get; private set; }

    public IElement? Canonical { get; private set; }

    /// <summary>Where each heading of <see cref="Headings"/> begins and ends in the page's text.</summary>
    public List<(int Start, int End)> HeadingSpans { get; } = [];

    public static HtmlSurvey Of(IDocument document)
    {
        var survey = new HtmlSurvey();
        if (document.DocumentElement is not { } root)
            return survey;
        survey._dayFirst = DaysFirst(root.GetAttribute("lang"));
        survey.Element(root, new Place(-1, false, false), 0);
        return survey;
    }

    // Only English is written in both orders, and only American English surely with the month first.
    private static bool? DaysFirst(string? language)
    {
        if (string.IsNullOrEmpty(language) || language.Equals("en", StringComparison.OrdinalIgnoreCase))
            return null;
        return !language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase)
            && !language.StartsWith("en_US", StringComparison.OrdinalIgnoreCase);
    }

    private readonly record struct Place(int Aside, bool Linked, bool Body);

    private void Element(IElement element, Place place, int depth)
    {
        if (depth > HtmlGuard.MaxDepth * 2)
            return;
        var name = element.LocalName;
        Collect(element, name, place.Body);
        if (name is "script" or "style" or "noscript" or "svg" or "template" or "select" or "textarea" or "iframe")
            return;
        var inner = Inside(element, name, place);
        var (start, digits, dates) = (_text.Length, _digits, Dates.Count);
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                Text(text, element, inner);
            else if (child is IElement childElement)
                Element(childElement, inner, depth + 1);
        }

        if (inner.Aside != place.Aside && inner.Aside >= 0)
            _asides[inner.Aside] = _asides[inner.Aside] with { End = _text.Length };
        if (name is "h1" or "h2" && inner.Body)
        {
            Headings.Add(element);
            HeadingSpans.Add((start, _text.Length));
        }

        if (inner.Body)
            Date(element, inner, start, digits, dates);
        if (HtmlNames.IsBlock(element) || name == "br")
            _text.Append('\n');
    }

    private void Collect(IElement element, string name, bool inBody)
    {
        switch (name)
        {
            case "meta":
                Metas.Add(element);
                return;
            case "script" when element.GetAttribute("type")?.Trim() is "application/ld+json":
                JsonLd.Add(element);
                return;
            case "title" when Title is null && !inBody:
                Title = element;
                return;
            case "link" when Canonical is null && element.GetAttribute("rel") is "canonical"
                && element.HasAttribute("href"):
                Canonical = element;
                return;
            case "article":
                Articles.Add(element);
                break;
            case "main":
                Mains.Add(element);
                break;
        }

        if (inBody && element.Attributes.Length > 0)
            CollectMarked(element);
    }

    private void CollectMarked(IElement element)
    {
        if (Has(element.GetAttribute("itemprop"), "articleBody")
            || Has(element.GetAttribute("property"), "articleBody"))
            DeclaredBodies.Add(element);
        if (element.LocalName != "main" && element.GetAttribute("role") == "main")
            Mains.Add(element);
        if (HtmlNames.HintsBody(element))
            Hinted.Add(element);
        if (Bylines.Count < MaxBylines && HtmlNames.IsByline(element))
            Bylines.Add(element);
    }

    private static bool Has(string? names, string name) =>
        names is not null && (names == name || names.Split(' ').Contains(name, StringComparer.Ordinal));

    /// <summary>True when the candidate stands in an aside that the headline is not in.</summary>
    public bool IsAside(HtmlDateCandidate date, int headline)
    {
        for (var at = date.Aside; at >= 0; at = _asides[at].Outer)
        {
            if (headline < _asides[at].Start || headline >= _asides[at].End)
                return true;
        }

        return false;
    }

    /// <summary>Where words stand in the page's text; -1 when they do not stand there verbatim.</summary>
    public int Find(string words) => _text.ToString().IndexOf(words, StringComparison.Ordinal);

    private Place Inside(IElement element, string name, Place place)
    {
        var aside = place.Aside;
        if (name is "body" or "article" or "main")
        {
            aside = -1;
        }
        else if (name is "aside" or "footer" or "nav"
            || (name is "section" or "div" or "ul" or "ol" or "li" && HtmlNames.HasOtherStoryWord(element)))
        {
            aside = _asides.Count;
            _asides.Add((_text.Length, int.MaxValue, place.Aside));
        }

        return new Place(aside, place.Linked || element is IHtmlAnchorElement, place.Body || name == "body");
    }

    private void Text(IText text, IElement parent, Place place)
    {
        var (start, digits, dates) = (_text.Length, _digits, Dates.Count);
        foreach (var c in text.Data)
            _digits += char.IsAsciiDigit(c) ? 1 : 0;
        _text.Append(text.Data);
        if (place.Body && parent.ChildNodes.Length > 1)
            Date(parent, place, start, digits, dates);
    }

    // A date is taken from the smallest element that has it whole; a larger one that adds a label takes its place.
    private void Date(IElement element, Place place, int start, int digits, int dates)
    {
        if (Dates.Count >= MaxDates)
            return;
        if (Dates.Count == dates && element.LocalName is "time" or "meta" or "abbr" or "span" or "div" or "p" or "data"
            && (element.GetAttribute("datetime") ?? Declared(element)) is { Length: < 100 } value
            && PublicationDateParser.TryValue(value, out var date, out var instant))
        {
            var own = _text.Length - start <= MaxDateText && _digits - digits >= 4
                ? Line(start, out var line) ? line : default : default;
            var printed = own.Label == DateLabel.Published && own.Date != default && own.Date != date;
            Dates.Add(new HtmlDateCandidate(
                element,
                printed ? Quote(start, own) : value.Trim(),
                printed ? own.Date : date,
                printed ? own.Instant : instant,
                HtmlNames.IsUpdateMark(element) ? DateLabel.Updated : own.Label,
                HtmlNames.DateMark(element),
                own.OtherWords,
                start,
                place.Aside,
                place.Linked,
                !printed));
            return;
        }

        if (_digits - digits < 4 || _text.Length - start is < 6 or > MaxDateText || !Line(start, out var found))
            return;
        var mark = HtmlNames.DateMark(element);
        if (Dates.Count > dates)
        {
            var last = Dates[^1];
            if (Dates.Count == dates + 1 && found.Date == last.Date
                && (last.Label == DateLabel.None || mark > last.Mark))
                Dates[^1] = last with
                {
                    Label = last.Label == DateLabel.None ? found.Label : last.Label,
                    Mark = mark > last.Mark ? mark : last.Mark,
                    Instant = last.Instant ?? found.Instant,
                };
            return;
        }

        Dates.Add(new HtmlDateCandidate(element, Quote(start, found), found.Date, found.Instant, found.Label, mark,
            found.OtherWords, start, place.Aside, place.Linked, false));
    }

    private static string? Declared(IElement element) =>
        element.GetAttribute("itemprop") is "datePublished" or "dateCreated" ? element.GetAttribute("content") : null;

    private bool Line(int start, out PublicationDateLine line)
    {
        var text = TextFolding.Fold(_text.ToString(start, _text.Length - start));
        return PublicationDateParser.TryFind(text, _dayFirst, out line) && !text.Contains('©');
    }

    private string Quote(int start, PublicationDateLine line) =>
        TextFolding.Fold(_text.ToString(start, _text.Length - start))[line.Start..line.End];
}
