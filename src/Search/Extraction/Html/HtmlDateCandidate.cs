using AngleSharp.Dom;
using Dateline.Search.Articles;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>What a page's markup says of a visible date.</summary>
internal enum HtmlDateMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A class or id that mentions dates, or a time element.</summary>
    Date,

    /// <summary>A class or id that says entry or post date, or publication.</summary>
    Published,

    /// <summary>Declared <c>datePublished</c> or <c>pubdate</c>.</summary>
    Declared,
}

/// <summary>A date a reader sees, with what its place on the page tells.</summary>
/// <param name="Element">The element it stands in.</param>
/// <param name="Quote">The words, or the attribute's value.</param>
/// <param name="Date">The day.</param>
/// <param name="Instant">The moment, where told.</param>
/// <param name="Label">"Published", "updated" or nothing.</param>
/// <param name="Mark">What the markup says.</param>
/// <param name="OtherWords">Words beside the date.</param>
/// <param name="Offset">Where it begins in the page's text, in units.</param>
/// <param name="Aside">Index of the innermost sidebar, foot, menu, comment or list of other stories it stands in; -1
/// for none.</param>
/// <param name="Linked">True inside a link.</param>
/// <param name="Attribute">True when an attribute gives it.</param>
internal sealed record HtmlDateCandidate(
    IElement Element, string Quote, DateRange Date, DateTimeOffset? Instant, DateLabel Label, HtmlDateMark Mark,
    int OtherWords, int Offset, int Aside, bool Linked, bool Attribute)
{
    /// <summary>Stable rule name for the evidence.</summary>
    public string Rule => Attribute ? "marked-time" : Mark != HtmlDateMark.None ? "marked-date" : Label switch
    {
        DateLabel.Published => "published-line",
        DateLabel.Updated => "updated-line",
        _ => "date-line",
    };

    /// <summary>How likely it is the article's own; below zero it is not to be used.</summary>
    /// <param name="headStart">Where the headline begins in the page's text; -1 when there is none.</param>
    /// <param name="headEnd">Where it ends.</param>
    /// <param name="aside">True when it stands beside the article: the headline is not in there with it.</param>
    public int Score(int headStart, int headEnd, bool aside)
    {
        var score = Mark switch
        {
            HtmlDateMark.Declared => 100,
            HtmlDateMark.Published => 50,
            HtmlDateMark.Date => 38,
            _ => 18 - (Label == DateLabel.Published ? 0 : 10 * Math.Max(0, OtherWords - 5)),
        };
        score += Label switch { DateLabel.Published => 40, DateLabel.Updated => -12, _ => 0 };
        score -= (aside ? 60 : 0) + (Linked ? Mark == HtmlDateMark.None ? 40 : 12 : 0) + Math.Min(OtherWords, 8);
        if (headStart < 0)
            return score - 10;
        return Offset >= headStart
            ? score - Math.Min(30, Math.Max(0, Offset - headEnd) / 120)
            : score - Math.Min(40, 8 + ((headStart - Offset) / 25));
    }
}
