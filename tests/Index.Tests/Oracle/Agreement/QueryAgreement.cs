using System.Globalization;
using System.Text.Json;
using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// Runs queries on one index through Lucene and through Dateline and compares everything a caller can see.
/// </summary>
internal static class QueryAgreement
{
    /// <summary>What both found for every query.</summary>
    /// <param name="folder">The index.</param>
    /// <param name="searcher">Our view of it.</param>
    /// <param name="probes">What to ask.</param>
    /// <param name="lucene">Runs a file of queries over the index through Lucene.</param>
    public static Answer[] Compare(
        string folder, IndexSearcher searcher, IReadOnlyList<Probe> probes, Func<string, string, string[]> lucene)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, probes.Select(probe => probe.ToJson()));
            var answers = lucene(folder, file);
            Assert.Equal(probes.Count, answers.Length);
            return [.. probes.Select((probe, k) => Compare(searcher, probe, answers[k]))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Answer Compare(IndexSearcher searcher, Probe probe, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var wanted = json.RootElement;
        var found = Found(searcher, probe);
        return new Answer(probe, wanted.GetProperty("parsed").GetString()!, Wanted(wanted, probe), found)
        {
            IsLuceneConsistent = !wanted.TryGetProperty("sidewaysClassAgrees", out var agrees) || agrees.GetBoolean(),
        };
    }

    private static Findings Wanted(JsonElement answer, Probe probe)
    {
        var hits = answer.GetProperty("hits").EnumerateArray().Select(hit => Hit(hit.GetProperty("doc").GetInt32(),
            hit.GetProperty("id").GetString()!, hit.GetProperty("bits").GetString()!, probe));
        var flat = answer.GetProperty("facets");
        var facets = Probe.Dimensions.Select(dimension => Labels(flat.GetProperty(dimension)));
        if (answer.TryGetProperty("paths", out var paths))
            facets = facets.Concat(paths.EnumerateArray().Select(Labels));
        return new Findings(answer.GetProperty("total").GetInt64(), [.. hits], string.Join("; ", facets), "");
    }

    private static string Labels(JsonElement rows) =>
        string.Join(' ', rows.EnumerateArray().Select(row => $"{row[0].GetString()}={row[1]}"));

    private static Findings Found(IndexSearcher searcher, Probe probe)
    {
        var query = probe.Narrowed();
        using var sideways = probe.IsSideways
            ? DrillSideways.Search(searcher, probe.Query, probe.Filters(), probe.Count, probe.Sort) : null;
        var top = sideways?.Top ?? Pages(searcher, query, probe);
        var documents = sideways?.Documents ?? searcher.Collect(query);
        var flat = sideways?.Counts() ?? searcher.Facets().Count(documents);
        var facets = Probe.Dimensions.Select(dimension => Labels(flat.Top(dimension, probe.FacetTop), 0));
        facets = facets.Concat(probe.Paths.Select(path => Labels(
            searcher.Facets().Tree(path.Dimension).Count(documents).Children(path.Dimension, path.Path, int.MaxValue),
            path.Path.Length == 0 ? 0 : path.Path.Length + 1)));
        var hits = top.Hits.Select(hit => Hit(hit.DocId, Id(searcher, hit.DocId),
            BitConverter.SingleToInt32Bits(hit.Score).ToString("x8", CultureInfo.InvariantCulture), probe));
        var wrong = Contradictions(searcher, query, probe, top, documents);
        if (sideways is not null && Probe.Dimensions.Any(dimension => !flat.All(dimension).SequenceEqual(
            sideways.CountsFor(dimension, IndexField.FacetsName)
                .All(dimension)))) wrong += "; CountsFor differs from Counts";
        return new Findings(top.TotalHits, [.. hits], string.Join("; ", facets), wrong);
    }

    private static TopDocs Pages(IndexSearcher searcher, Query query, Probe probe)
    {
        if (probe.Pages == 1)
        {
            return probe.Sort is null ? searcher.Search(query, probe.Count)
                : searcher.Search(query, probe.Count, probe.Sort);
        }

        TopDocs? first = null;
        var hits = new List<ScoreDoc>();
        for (var page = 0; page < probe.Pages; page++)
        {
            ScoreDoc? after = hits.Count > 0 ? hits[^1] : null;
            var top = probe.Sort is null ? searcher.SearchAfter(query, after, probe.Count)
                : searcher.SearchAfter(query, after, probe.Count, probe.Sort);
            first ??= top;
            hits.AddRange(top.Hits);
            if (top.Hits.Count < probe.Count) break;
        }

        return first! with { Hits = hits };
    }

    /// <summary>Our own ways to the same answer that do not lead there; empty when all do.</summary>
    private static string Contradictions(
        IndexSearcher searcher, Query query, Probe probe, TopDocs top, DocIdSet documents)
    {
        var wrong = new List<string>();
        if (documents.Count != top.TotalHits) wrong.Add($"Collect finds {documents.Count}");
        if (searcher.Count(query) is var count && count != top.TotalHits) wrong.Add($"Count is {count}");
        if (!searcher.SearchTop(query, 10).Hits.SequenceEqual(searcher.Search(query, 10).Hits))
            wrong.Add("SearchTop differs from Search");
        if (probe.Pages > 1 && !searcher.Stream(query, probe.Sort).Take(top.Hits.Count).SequenceEqual(top.Hits))
            wrong.Add("Stream differs from SearchAfter");
        if (probe.Sort is null && top.Hits.Count > 0)
        {
            var score = searcher.Explain(query, top.Hits[0].DocId)?.Value;
            if (score != top.Hits[0].Score)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"Explain says {score:R}"));
        }

        return string.Join("; ", wrong);
    }

    private static string Hit(int docId, string id, string bits, Probe probe) =>
        $"{docId}({id})" + (probe.Sort is null ? "=" + bits : "");

    private static string Labels(IEnumerable<FacetValue> values, int skip) =>
        string.Join(' ', values.Select(v => $"{v.Label[skip..]}={v.Count}"));

    private static string Id(IndexSearcher searcher, int docId)
    {
        var (segment, inSegment) = searcher.Locate(docId);
        return (string)segment.Reader.Stored(inSegment).First(field => field.Name == "id").Value;
    }
}
