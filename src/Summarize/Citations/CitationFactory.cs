using System.Security.Cryptography;
using System.Text;
using Dateline.Search.Articles;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Citations;

/// <summary>Makes citation records from spans of article bodies.</summary>
internal static class CitationFactory
{
    /// <summary>Units of context kept either side of a quote.</summary>
    public const int ContextUnits = 32;

    /// <summary>Cites <c>article.Body[start..end]</c>.</summary>
    public static Citation Cite(Article article, int start, int end)
    {
        var body = article.Body;
        if (start < 0 || end <= start || end > body.Length)
            throw new ArgumentOutOfRangeException(
                nameof(start), $"{start}..{end} is no span of a body of {body.Length} units.");
        var quote = body[start..end];
        return new Citation
        {
            ArticleId = article.Id,
            ExtractionVersion = article.ExtractionVersion,
            ContentHash = article.ContentHash,
            Start = start,
            End = end,
            Quote = quote,
            QuoteHash = Hash(quote),
            Prefix = body[Back(body, start)..start],
            Suffix = body[end..Forward(body, end)],
        };
    }

    /// <summary>Lower-case hex SHA-256 of the UTF-8 bytes.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Context never cuts a surrogate pair, so that it survives UTF-8.
    private static int Back(string body, int start)
    {
        var from = Math.Max(0, start - ContextUnits);
        return from > 0 && char.IsLowSurrogate(body[from]) ? from + 1 : from;
    }

    private static int Forward(string body, int end)
    {
        var to = Math.Min(body.Length, end + ContextUnits);
        return to < body.Length && char.IsLowSurrogate(body[to]) ? to - 1 : to;
    }
}
