using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Runs queries on one index through Lucene and through Dateline and compares everything a caller can see.</summary>
internal static class QueryAgreement
{
    private const int Hits = 50;
    private static readonly string[] Dimensions = ["places", "actors"];

    /// <summary>Every disagreement as a line of text.</summary>
    public static List<string> Differences(string folder, IndexSearcher searcher, IReadOnlyList<Query> queries)
    {
        var file = Path.Combine(folder, "queries.jsonl");
        string[] answers;
        try
        {
            File.WriteAllLines(file, queries.Select((query, k) => Line(query, Order(k))));
            answers = LuceneOracle.Query(folder, file);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal(queries.Count, answers.Length);
        return [.. queries.Select((query, k) => Difference(searcher, query, Order(k), answers[k])).OfType<string>()];
    }

    private static NumericSort? Order(int k) => (k % 10) switch
    {
        3 => new NumericSort("date"),
        7 => new NumericSort("date", Descending: true),
        _ => null,
    };

    private static string Line(Query query, NumericSort? sort)
    {
        var line = new JsonObject
        {
            ["q"] = "",
            ["k"] = Hits,
            ["tree"] = QueryJson.Of(query),
            ["facets"] = new JsonArray([.. Dimensions]),
        };
        if (sort is not null) line["order"] = (sort.Descending ? "-" : "") + sort.Field;
        return line.ToJsonString();
    }

    private static string? Difference(IndexSearcher searcher, Query query, NumericSort? sort, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var expected = json.RootElement;
        var top = sort is null ? searcher.Search(query, Hits) : searcher.Search(query, Hits, sort);
        var documents = searcher.Collect(query);
        var facets = searcher.Facets().Count(documents);
        var wanted = Text(expected);
        var found = string.Create(CultureInfo.InvariantCulture, $"total {top.TotalHits}; ") + string.Join(' ', top.Hits.Select(hit =>
                string.Create(CultureInfo.InvariantCulture, $"{hit.DocId}={BitConverter.SingleToInt32Bits(hit.Score):x8}"))) + "; "
            + string.Join("; ", Dimensions.Select(dimension => string.Join(' ', facets.Top(dimension, 10).Select(v => $"{v.Label}={v.Count}"))));
        if (sort is not null) wanted = WithoutScores(wanted);
        if (sort is not null) found = WithoutScores(found);
        if (!searcher.SearchTop(query, 10).Hits.SequenceEqual(searcher.Search(query, 10).Hits)) found += "; SearchTop differs from Search";
        if (wanted == found && documents.Count == top.TotalHits && searcher.Count(query) == top.TotalHits) return null;
        return $"{query}\n  Lucene took it as {expected.GetProperty("parsed")}\n  Lucene:   {wanted}\n  Dateline: {found}";
    }

    private static string Text(JsonElement answer)
    {
        var hits = answer.GetProperty("hits").EnumerateArray().Select(hit => $"{hit.GetProperty("doc")}={hit.GetProperty("bits").GetString()}");
        var facets = Dimensions.Select(dimension => string.Join(' ', answer.GetProperty("facets").GetProperty(dimension)
            .EnumerateArray().Select(row => $"{row[0].GetString()}={row[1]}")));
        return $"total {answer.GetProperty("total")}; {string.Join(' ', hits)}; {string.Join("; ", facets)}";
    }

    private static string WithoutScores(string text)
    {
        var parts = text.Split("; ");
        parts[1] = string.Join(' ', parts[1].Split(' ').Select(hit => hit.Split('=')[0]));
        return string.Join("; ", parts);
    }
}
