using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Tests.Querying;

namespace Dateline.Index.Tests.Facets;

/// <summary>Drill-sideways in one walk against one search a dimension.</summary>
public sealed class DrillSidewaysTests
{
    private static readonly string[] Dimensions = ["a", "b", "c"];

    [Theory]
    [InlineData(101, 400, 30)]
    [InlineData(102, 700, 2)]
    [InlineData(103, 60, 6)]
    public void Search_RandomQueriesAndSelections_EqualsOneSearchADimension(int seed, int documents, int labels)
    {
        using var index = WordIndex.Random(seed, documents, documents / 5, 25);
        var queries = new WordQueries(seed, 25);
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var query = queries.Next();
            var filters = Dimensions.Where(_ => random.Next(3) > 0)
                .ToDictionary(dimension => dimension, Query (dimension) => Filter(dimension, random, labels));
            var sort = random.Next(3) == 0 ? new NumericSort("number", random.Next(2) == 0) : null;
            AssertSame(index.Searcher, query, filters, random.Next(8), sort);
        }
    }

    private static void AssertSame(
        IndexSearcher searcher, Query query, Dictionary<string, Query> filters, int count, NumericSort? sort)
    {
        using var result = DrillSideways.Search(searcher, query, filters, count, sort);
        var narrowed = Narrowed(query, filters.Values);
        var expected = sort is null ? searcher.Search(narrowed, count) : searcher.Search(narrowed, count, sort);
        Assert.Equal(expected.TotalHits, result.Top.TotalHits);
        Assert.Equal(expected.Hits, result.Top.Hits); // scores to the bit
        Assert.Equal(Ids(searcher.Collect(narrowed)), Ids(result.Documents));
        foreach (var dimension in Dimensions)
        {
            var others = Narrowed(query, filters.Where(pair => pair.Key != dimension).Select(pair => pair.Value));
            var matches = searcher.Collect(others);
            Assert.Equal(Ids(matches), Ids(result.DocumentsFor(dimension)));
            Assert.Equal(matches.Count, result.TotalFor(dimension));
            using var counts = searcher.Facets().Count(matches);
            Assert.Equal(counts.All(dimension), result.Counts().All(dimension));
            using var inField = searcher.Facets("labels").Count(matches);
            Assert.Equal(inField.All(), result.CountsFor(dimension, "labels").All());
        }
    }

    private static Query Narrowed(Query query, IEnumerable<Query> filters)
    {
        BooleanClause[] clauses = [.. filters.Select(filter => new BooleanClause(filter, Occur.Filter))];
        return clauses.Length == 0 ? query : new BooleanQuery([new BooleanClause(query, Occur.Must), .. clauses]);
    }

    private static BooleanQuery Filter(string dimension, Random random, int labels) => BooleanQuery.Any(
        Enumerable.Range(0, random.Next(1, 3))
            .Select(_ => new TermQuery("label", $"{dimension}{random.Next(labels)}")));

    private static List<int> Ids(DocIdSet documents)
    {
        var ids = new List<int>();
        for (var k = 0; k < documents.Segments.Count; k++)
        {
            for (var docId = documents.Segments[k].NextFrom(0); docId != int.MaxValue;
                docId = documents.Segments[k].NextFrom(docId + 1)) ids.Add((k << 24) + docId);
        }

        return ids;
    }
}
