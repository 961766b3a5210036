using Dateline.Index.Facets;
using Dateline.Index.Querying;
using Dateline.Index.Tests.Querying;

namespace Dateline.Index.Tests.Facets;

public sealed class FacetTests
{
    [Theory]
    [InlineData(51)]
    [InlineData(52)]
    public void Count_RandomQueries_EqualsCountingLabelsOfEachMatch(int seed)
    {
        using var index = WordIndex.Random(seed, 200, 35, 30);
        var queries = new WordQueries(seed, 30);
        for (var k = 0; k < 60; k++)
        {
            var query = queries.Next();
            var documents = index.Searcher.Collect(query);
            var inFacets = index.Searcher.Facets().Count(documents);
            var inField = index.Searcher.Facets("labels").Count(documents);
            var expected = Counts(index, query);
            Assert.Equal(Ranked(expected).Take(4), inField.Top(4));
            Assert.Equal(
                expected.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => new FacetValue(pair.Key, pair.Value)),
                inField.All());
            foreach (var dimension in new[] { "a", "b", "c", "none" })
            {
                var own = expected.Where(pair => pair.Key[..1] == dimension);
                Assert.Equal(Ranked(own).Take(3), inFacets.Top(dimension, 3));
                Assert.Equal(Ranked(own), inFacets.StartingWith(dimension, dimension, 100));
                Assert.Equal(expected.GetValueOrDefault($"{dimension}3"), inFacets.CountOf(dimension, $"{dimension}3"));
            }
        }
    }

    [Fact]
    public void DrillSideways_EachDimension_IgnoresOnlyItsOwnFilter()
    {
        using var index = WordIndex.Random(61, 300, 70, 20);
        var (query, a, b) = (
            new TermQuery(WordIndex.Field, "w0"), new TermQuery("label", "a1"), new TermQuery("label", "b2"));
        var result = DrillSideways.Search(
            index.Searcher, query, new Dictionary<string, Query> { ["a"] = a, ["b"] = b }, 1000);
        Assert.Equal(index.Matching(BooleanQuery.All(query, a, b)), result.Top.Hits.Select(hit => hit.DocId).Order());
        Assert.Equal(result.Top.TotalHits, result.Documents.Count);
        AssertCounts(index, BooleanQuery.All(query, b), result, "a");
        AssertCounts(index, BooleanQuery.All(query, a), result, "b");
        AssertCounts(index, BooleanQuery.All(query, a, b), result, "c");
    }

    [Fact]
    public void DrillSideways_NoFilters_CountsTheQuery()
    {
        using var index = WordIndex.Random(62, 60, 70, 20);
        var query = new TermQuery(WordIndex.Field, "w1");
        AssertCounts(
            index, query, DrillSideways.Search(index.Searcher, query, new Dictionary<string, Query>(), 5), "a");
    }

    private static void AssertCounts(WordIndex index, Query query, DrillSidewaysResult result, string dimension) =>
        Assert.Equal(
            Ranked(Counts(index, query).Where(pair => pair.Key[..1] == dimension)),
            result.Counts().Top(dimension, 100));

    private static Dictionary<string, int> Counts(WordIndex index, Query query) =>
        index.Matching(query).SelectMany(docId => index.Docs[docId].Labels).CountBy(label => label).ToDictionary();

    private static IEnumerable<FacetValue> Ranked(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new FacetValue(pair.Key, pair.Value));
}
