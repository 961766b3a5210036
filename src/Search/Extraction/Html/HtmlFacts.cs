using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.Html;

/// <summary>A value, and the words of the source that give it.</summary>
internal readonly record struct HtmlFact(string Value, Evidence Evidence);

/// <summary>Collects what the stages of a cascade find; the first to give a value wins.</summary>
internal sealed class HtmlFacts
{
    public HtmlFact? Title { get; private set; }

    public HtmlFact? Outlet { get; private set; }

    public HtmlFact? Byline { get; private set; }

    public HtmlFact? Url { get; private set; }

    public PublishedDate? Published { get; private set; }

    public Evidence? PublishedEvidence { get; private set; }

    public void OfferTitle(HtmlFact fact) => Title ??= Useful(fact);

    public void OfferOutlet(HtmlFact fact) => Outlet ??= Useful(fact);

    public void OfferByline(HtmlFact fact) => Byline ??= Useful(fact);

    public void OfferUrl(HtmlFact fact) =>
        Url ??= Uri.TryCreate(fact.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? fact : null;

    public void OfferDate(DateRange date, DateTimeOffset? instant, Evidence evidence)
    {
        if (Published is not null)
            return;
        Published = new PublishedDate(date, instant, evidence.Rule);
        PublishedEvidence = evidence;
    }

    /// <summary>Puts a better founded date in the place of the one offered.</summary>
    public void Replace((PublishedDate Date, Evidence Evidence) better) =>
        (Published, PublishedEvidence) = (better.Date, better.Evidence);

    private static HtmlFact? Useful(HtmlFact fact) => fact.Value.Length is > 0 and <= 500 ? fact : null;
}
