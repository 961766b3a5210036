using System.Text;
using AngleSharp.Dom;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>The text of a page while it is walked through, and the dates that its elements hold.</summary>
/// <param name="dayFirst">How to read "03/04/2012"; null where the page's language does not tell.</param>
internal sealed class HtmlPageDates(bool? dayFirst)
{
    private const int MaxDates = 400;
    private const int MaxDateText = 200;
    private const int MinDateText = 6;
    private const int MaxValue = 100;
    private const int MinDigits = 4;

    private readonly StringBuilder _text = new();
    private int _digits;

    /// <summary>A point of the text: its length, digits and dates so far.</summary>
    public readonly record struct Point(int Length, int Digits, int Dates);

    /// <summary>The dates, in text order.</summary>
    public List<HtmlDateCandidate> Found { get; } = [];

    /// <summary>The end of the text so far.</summary>
    public Point End => new(_text.Length, _digits, Found.Count);

    /// <summary>The text goes on.</summary>
    public void Append(string text)
    {
        foreach (var c in text)
            _digits += char.IsAsciiDigit(c) ? 1 : 0;
        _text.Append(text);
    }

    /// <summary>The text goes on in another line.</summary>
    public void Break() => _text.Append('\n');

    /// <summary>Where words stand in the text; -1 when they do not stand there verbatim.</summary>
    public int Find(string words) => _text.ToString().IndexOf(words, StringComparison.Ordinal);

    /// <summary>
    /// Takes the date that an element holds: from the smallest that has it whole; a larger one that adds a label takes
    /// its place.
    /// </summary>
    /// <param name="element">The element; its text ends the text.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="start">Where its text begins.</param>
    public void Take(IElement element, HtmlPlace place, Point start)
    {
        if (Found.Count >= MaxDates || (Found.Count == start.Dates && TakeDeclared(element, place, start))
            || _text.Length - start.Length < MinDateText || !TryLine(start, out var line))
            return;
        if (Found.Count > start.Dates)
            Widen(element, line, isOnly: Found.Count == start.Dates + 1);
        else
            Found.Add(new HtmlDateCandidate(
                element,
                Quote(start, line),
                line.Date,
                line.Instant,
                line.Label,
                HtmlNames.DateMark(element),
                line.OtherWords,
                start.Length,
                place.Aside,
                place.Linked,
                false));
    }

    private bool TakeDeclared(IElement element, HtmlPlace place, Point start)
    {
        if (element.LocalName is not ("time" or "meta" or "abbr" or "span" or "div" or "p" or "data")
            || (element.GetAttribute("datetime") ?? Declared(element)) is not { Length: < MaxValue } value
            || !PublicationDateParser.TryValue(value, out var date, out var instant))
            return false;
        TryLine(start, out var own);
        var printed = own.Label == DateLabel.Published && own.Date != default && own.Date != date;
        Found.Add(new HtmlDateCandidate(
            element,
            printed ? Quote(start, own) : value.Trim(),
            printed ? own.Date : date,
            printed ? own.Instant : instant,
            HtmlNames.IsUpdateMark(element) ? DateLabel.Updated : own.Label,
            HtmlNames.DateMark(element),
            own.OtherWords,
            start.Length,
            place.Aside,
            place.Linked,
            !printed));
        return true;
    }

    private static string? Declared(IElement element) =>
        element.GetAttribute("itemprop") is "datePublished" or "dateCreated" ? element.GetAttribute("content") : null;

    // The date last found stands in this element too: it learns what the larger element adds.
    private void Widen(IElement element, PublicationDateLine line, bool isOnly)
    {
        var last = Found[^1];
        var mark = HtmlNames.DateMark(element);
        if (!isOnly || line.Date != last.Date || (last.Label != DateLabel.None && mark <= last.Mark))
            return;
        Found[^1] = last with
        {
            Label = last.Label == DateLabel.None ? line.Label : last.Label,
            Mark = mark > last.Mark ? mark : last.Mark,
            Instant = last.Instant ?? line.Instant,
        };
    }

    private bool TryLine(Point start, out PublicationDateLine line)
    {
        line = default;
        if (_text.Length - start.Length > MaxDateText || _digits - start.Digits < MinDigits)
            return false;
        var text = Folded(start);
        if (PublicationDateParser.TryFind(text, dayFirst, out line) && !text.Contains('©'))
            return true;
        line = default;
        return false;
    }

    private string Quote(Point start, PublicationDateLine line) => Folded(start)[line.Start..line.End];

    private string Folded(Point start) => TextFolding.Fold(_text.ToString(start.Length, _text.Length - start.Length));
}
