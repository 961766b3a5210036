using AngleSharp.Dom;
using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// Declared moments are often in UTC, whose day may differ from the outlet's. Where the page also prints the day, one
/// off from the declared, the printed day
/// is the outlet's own.
/// </summary>
internal static class HtmlLocalDay
{
    public static (PublishedDate Date, Evidence Evidence)? Correct(string source, IElement body, HtmlFacts declared)
    {
        if (declared.Published is not { Instant: { } instant } published || instant.Offset != TimeSpan.Zero)
            return null;
        var printed = new HtmlFacts();
        HtmlVisible.MarkedDates(source, body, printed);
        HtmlDateLines.Offer(source, body, printed);
        if (printed.Published is not { } local
            || Math.Abs(local.Date.First.DayNumber - published.Date.First.DayNumber) != 1)
            return null;
        var rule = $"{published.Rule}-local-day";
        return (published with { Date = local.Date, Rule = rule },
            printed.PublishedEvidence!.Value with { Rule = rule });
    }
}
