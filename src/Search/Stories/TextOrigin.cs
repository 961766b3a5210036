using Dateline.Search.Articles;
using Dateline.Search.Extraction.PageText;

namespace Dateline.Search.Stories;

/// <summary>
/// Who a text comes from, which need not be who printed it: the agency or outlet its dateline names (<c>BEIRUT
/// (Reuters) -</c>), else an agency in the byline (<c>By B. Mroue, Associated Press</c>), else the outlet.
/// </summary>
public static class TextOrigin
{
    private static readonly HashSet<string> Agencies = new(StringComparer.Ordinal)
    {
        "Reuters", "AP", "AFP", "UPI", "DPA", "Xinhua", "SANA", "TASS", "RIA Novosti", "Interfax", "EFE", "ANSA",
        "Kyodo", "PTI", "Anadolu Agency", "Bloomberg",
    };

    /// <summary>One spelling per origin; null when nothing tells.</summary>
    public static string? Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return InDateline(article.Body) ?? InByline(article.Byline)
            ?? (article.Outlet is { } outlet ? OutletNames.Canonical(outlet) : null);
    }

    private static string? InDateline(string body) =>
        Datelines.TryParse(body, out var dateline) && dateline.HasOutlet
            ? OutletNames.Known(body.AsSpan()[dateline.Outlet])
            : null;

    private static string? InByline(string? byline)
    {
        foreach (var part in (byline ?? "").Split([',', '/', '|', ';', '(', ')'], StringSplitOptions.TrimEntries))
        {
            if (OutletNames.Known(part) is { } name && Agencies.Contains(name))
                return name;
        }

        return null;
    }
}
