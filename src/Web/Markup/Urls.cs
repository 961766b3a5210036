using System.Globalization;
using Dateline.Index.Facets;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;
using Dateline.Summarize.Model;

namespace Dateline.Web.Markup;

/// <summary>Addresses of pages. The query string is the whole state.</summary>
internal static class Urls
{
    /// <summary>A search.</summary>
    public static string Search(ArchiveQuery query, SortOrder? sort = null, int page = 1, DatePeriod? by = null)
    {
        var url = "/?q=" + Uri.EscapeDataString(query.Canonical);
        if (sort is { } order) url += "&sort=" + EnumNames.Kebab(order);
        if (by is { } period) url += "&by=" + EnumNames.Kebab(period);
        return page > 1 ? string.Create(CultureInfo.InvariantCulture, $"{url}&page={page}") : url;
    }

    /// <summary>All articles of a story.</summary>
    public static string Story(string id) => "/?q=" + Uri.EscapeDataString("story:" + id) + "&sort=oldest";

    /// <summary>All values of a dimension under a query.</summary>
    public static string Facet(ArchiveQuery query, FacetDimension dimension, string? find = null)
    {
        var url = $"/facet/{EnumNames.Kebab(dimension)}?q={Uri.EscapeDataString(query.Canonical)}";
        return string.IsNullOrEmpty(find) ? url : url + "&find=" + Uri.EscapeDataString(find);
    }

    /// <summary>The values of a dimension directly below one.</summary>
    public static string FacetBelow(ArchiveQuery query, FacetDimension dimension, string path) =>
        $"{Facet(query, dimension)}&below={Uri.EscapeDataString(path)}";

    /// <summary>Why articles of a query are under a place or actor, and where to repair it.</summary>
    public static string Why(ArchiveQuery query, string value, string? article = null, int page = 1)
    {
        var url = $"/why?value={Uri.EscapeDataString(value)}&q={Uri.EscapeDataString(query.Canonical)}";
        if (article is not null) url += "&article=" + Uri.EscapeDataString(article);
        return page > 1 ? string.Create(CultureInfo.InvariantCulture, $"{url}&page={page}") : url;
    }

    /// <summary>The same for a value of a facet.</summary>
    public static string Why(ArchiveQuery query, FacetDimension dimension, string value, string? article = null) =>
        Why(query, $"{EnumNames.Kebab(dimension)}:{value}", article);

    /// <summary>Who occurs with whom in the articles of a query.</summary>
    public static string Together(ArchiveQuery query, string? with = null)
    {
        var url = "/together?q=" + Uri.EscapeDataString(query.Canonical);
        return with is null ? url : url + "&with=" + Uri.EscapeDataString(with);
    }

    /// <summary>The address if it is one of a page of this site; else null.</summary>
    public static string? Local(string? url) =>
        url is { Length: > 0 and < 8000 } && url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\'))
            ? url : null;

    /// <summary>The ledger under a filter.</summary>
    public static string Ledger(LedgerFilter filter, int page = 1)
    {
        List<string> parts = [];
        if (filter.Outcome is { } outcome) parts.Add("outcome=" + EnumNames.Kebab(outcome));
        if (filter.Reason is { } reason) parts.Add("reason=" + Uri.EscapeDataString(reason));
        if (!string.IsNullOrEmpty(filter.Text)) parts.Add("find=" + Uri.EscapeDataString(filter.Text));
        if (filter.Undated) parts.Add("undated=true");
        if (filter.NoPlace) parts.Add("noPlace=true");
        if (filter.Vanished) parts.Add("vanished=true");
        if (page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return parts.Count == 0 ? "/ledger" : "/ledger?" + string.Join('&', parts);
    }

    /// <summary>An article.</summary>
    public static string Article(string id) => "/article/" + Uri.EscapeDataString(id);

    /// <summary>An article, opened at a span of its body.</summary>
    public static string Span(string id, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{Article(id)}?start={start}&end={end}#cited");

    /// <summary>An article, opened at a cited span.</summary>
    public static string Citation(Citation citation) => Span(citation.ArticleId, citation.Start, citation.End);

    /// <summary>A briefing.</summary>
    public static string Briefing(string topic) => "/briefing?topic=" + Uri.EscapeDataString(topic);

    /// <summary>A saved briefing.</summary>
    public static string SavedBriefing(string id) => "/briefings/" + Uri.EscapeDataString(id);

    /// <summary>A saved briefing as a file.</summary>
    public static string SavedBriefingFile(string id, string format) =>
        $"/api/briefings/{Uri.EscapeDataString(id)}?format={format}";

    /// <summary>The question of a saved briefing asked again, with what changed.</summary>
    public static string Refresh(string id) => "/briefing?since=" + Uri.EscapeDataString(id);

    /// <summary>A briefing as a file.</summary>
    public static string BriefingFile(string topic, string format, string? asOf = null, string? length = null,
        string? since = null) =>
        $"/api/briefing?topic={Uri.EscapeDataString(topic)}&format={format}"
        + (string.IsNullOrWhiteSpace(asOf) ? "" : $"&asOf={Uri.EscapeDataString(asOf)}")
        + (string.IsNullOrWhiteSpace(length) ? "" : $"&length={Uri.EscapeDataString(length)}")
        + (string.IsNullOrEmpty(since) ? "" : $"&since={Uri.EscapeDataString(since)}");
}
