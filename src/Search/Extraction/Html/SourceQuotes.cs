using AngleSharp.Dom;
using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// Evidence in markup: the span when the words stand verbatim at a known place of the source, else (0, 0) and the
/// words.
/// </summary>
internal static class SourceQuotes
{
    private const int MaxSearch = 200_000;

    /// <summary>
    /// Looks for the words from an element's own position on, not beyond its end tag where that can be told.
    /// </summary>
    public static Evidence In(HtmlSource source, IElement element, string quote, string rule)
    {
        if (element.SourceReference is { } reference && reference.Position.Index is >= 0 and var start
            && start < source.Short.Length)
        {
            start = source.ToFull(start);
            var rest = source.Full.AsSpan(start, Math.Min(source.Full.Length - start, MaxSearch));
            var end = element.LocalName is "meta" or "link"
                ? rest.IndexOf('>') : rest.IndexOf($"</{element.LocalName}", StringComparison.OrdinalIgnoreCase);
            return At(source.Full, start, end < 0 ? rest.Length : end, quote, rule);
        }

        return new Evidence(EvidenceField.Source, 0, 0, quote, rule);
    }

    /// <summary>Looks for the words in a stretch of the source.</summary>
    public static Evidence At(string source, int start, int length, string quote, string rule)
    {
        var at = quote.Length == 0 ? -1 : source.AsSpan(start, length).IndexOf(quote);
        return at < 0
            ? new Evidence(EvidenceField.Source, 0, 0, quote, rule)
            : new Evidence(EvidenceField.Source, start + at, start + at + quote.Length, quote, rule);
    }
}
