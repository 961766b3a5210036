using System.Text.Json.Nodes;
using Dateline.Index.Collecting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>A query and how it is asked.</summary>
/// <param name="Kind">Kind of the query, by name.</param>
/// <param name="Query">The query.</param>
/// <param name="Count">Hits a page.</param>
internal sealed record Probe(string Kind, Query Query, int Count)
{
    public static readonly string[] Dimensions = ["places", "actors", "when"];

    public NumericSort? Sort { get; init; }

    /// <summary>Pages, each searched after the last hit of the one before.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Labels a dimension.</summary>
    public int FacetTop { get; init; } = 10;

    /// <summary>Labels chosen to narrow the query, by dimension; any of a dimension's will do.</summary>
    public IReadOnlyDictionary<string, string[]> Drill { get; init; } = new Dictionary<string, string[]>();

    /// <summary>True when a drilled dimension's counts are to leave its own labels out.</summary>
    public bool IsSideways { get; init; }

    /// <summary>Dimensions and paths whose children are counted.</summary>
    public IReadOnlyList<(string Dimension, string Path)> Paths { get; init; } = [];

    /// <summary>How it is asked, by name.</summary>
    public string Manner => string.Join(", ", new[]
    {
        Sort is null ? "by relevance" : Sort.Descending ? $"by {Sort.Field} descending" : $"by {Sort.Field}",
        Pages > 1 ? "search-after" : "",
        Drill.Count == 0 ? "" : IsSideways ? "drill-sideways" : "drill-down",
        Paths.Count > 0 ? "facet tree" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The filters of the chosen labels, by dimension.</summary>
    public Dictionary<string, Query> Filters() => Drill.ToDictionary(pair => pair.Key, pair => (Query)BooleanQuery.Any(
        pair.Value.Select(label => (Query)new TermQuery(IndexField.FacetsName, FacetLabel.Encode(pair.Key, label)))));

    /// <summary>The query with its filters.</summary>
    public Query Narrowed() => Drill.Count == 0 ? Query : new BooleanQuery(
        Filters().Values.Select(filter => new BooleanClause(filter, Occur.Filter))
            .Prepend(new BooleanClause(Query, Occur.Must)));

    /// <summary>The form that Oracle.java reads.</summary>
    public string ToJson()
    {
        var line = new JsonObject
        {
            ["q"] = "",
            ["k"] = Count,
            ["tree"] = QueryJson.Of(Query),
            ["facets"] = new JsonArray([.. Dimensions]),
            ["facetTop"] = FacetTop,
            ["pages"] = Pages,
        };
        if (Sort is not null) line["order"] = (Sort.Descending ? "-" : "") + Sort.Field;
        if (IsSideways) line["sideways"] = true;
        if (Drill.Count > 0) line["drill"] = new JsonObject(Drill.Select(pair => KeyValuePair.Create(
            pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(label => (JsonNode?)label)]))));
        if (Paths.Count > 0)
            line["paths"] = new JsonArray([.. Paths.Select(path => new JsonArray(path.Dimension, path.Path))]);
        return line.ToJsonString();
    }
}
