using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// One walk over a page's tree that collects everything the later stages ask for, so that none of them searches the
/// tree again.
/// </summary>
internal sealed class HtmlSurvey
{
    private const int MaxBylines = 20;

    private readonly List<(int Start, int End, int Outer)> _asides = [];
    private readonly HtmlPageDates _dates;

    private HtmlSurvey(string? language) => _dates = new HtmlPageDates(DaysFirst(language));

    public List<IElement> Metas { get; } = [];

    public List<IElement> JsonLd { get; } = [];

    public List<IElement> Headings { get; } = [];

    public List<IElement> Bylines { get; } = [];

    public List<IElement> DeclaredBodies { get; } = [];

    public List<IElement> Articles { get; } = [];

    public List<IElement> Mains { get; } = [];

    public List<IElement> Hinted { get; } = [];

    public List<HtmlDateCandidate> Dates => _dates.Found;

    public IElement? Title { get; private set; }

    public IElement? Canonical { get; private set; }

    /// <summary>Where each heading of <see cref="Headings"/> begins and ends in the page's text.</summary>
    public List<(int Start, int End)> HeadingSpans { get; } = [];

    public static HtmlSurvey Of(IDocument document)
    {
        var survey = new HtmlSurvey(document.DocumentElement?.GetAttribute("lang"));
        if (document.DocumentElement is { } root)
            survey.Element(root, new HtmlPlace(-1, false, false), 0);
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

    private void Element(IElement element, HtmlPlace place, int depth)
    {
        if (depth > HtmlGuard.MaxDepth * 2)
            return;
        var name = element.LocalName;
        Collect(element, name, place.Body);
        if (name is "script" or "style" or "noscript" or "svg" or "template" or "select" or "textarea" or "iframe")
            return;
        var inner = Inside(element, name, place);
        var start = _dates.End;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                Text(text, element, inner);
            else if (child is IElement childElement)
                Element(childElement, inner, depth + 1);
        }

        if (inner.Aside != place.Aside && inner.Aside >= 0)
            _asides[inner.Aside] = _asides[inner.Aside] with { End = _dates.End.Length };
        if (name is "h1" or "h2" && inner.Body)
        {
            Headings.Add(element);
            HeadingSpans.Add((start.Length, _dates.End.Length));
        }

        if (inner.Body)
            _dates.Take(element, inner, start);
        if (HtmlNames.IsBlock(element) || name == "br")
            _dates.Break();
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
    public int Find(string words) => _dates.Find(words);

    private HtmlPlace Inside(IElement element, string name, HtmlPlace place)
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
            _asides.Add((_dates.End.Length, int.MaxValue, place.Aside));
        }

        return new HtmlPlace(aside, place.Linked || element is IHtmlAnchorElement, place.Body || name == "body");
    }

    private void Text(IText text, IElement parent, HtmlPlace place)
    {
        var start = _dates.End;
        _dates.Append(text.Data);
        if (place.Body && parent.ChildNodes.Length > 1)
            _dates.Take(parent, place, start);
    }
}
