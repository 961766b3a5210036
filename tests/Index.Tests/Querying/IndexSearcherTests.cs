using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

public sealed class IndexSearcherTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Collect_RandomQueries_FindsWhatLookingAtEachDocumentFinds(int seed)
    {
        using var index = WordIndex.Random(seed, 150, 40, 40);
        var queries = new WordQueries(seed, 40);
        for (var k = 0; k < 400; k++)
        {
            var query = queries.Next();
            var expected = index.Matching(query).ToList();
            Assert.True(expected.SequenceEqual(Ids(index.Searcher, query)), $"seed {seed}, query {k}: {query}");
            Assert.Equal(expected.Count, index.Searcher.Count(query));
            var top = index.Searcher.Search(query, 1000);
            Assert.Equal(expected.Count, top.TotalHits);
            Assert.Equal(expected, top.Hits.Select(hit => hit.DocId).Order());
            Assert.Equal(top.Hits, top.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.DocId));
            Assert.Equal(top.Hits.Take(7), index.Searcher.Search(query, 7).Hits);
        }
    }

    [Theory]
    [InlineData(21, 5000)]
    [InlineData(22, 900)]
    public void SearchTop_RandomQueries_EqualsExhaustiveSearch(int seed, int segmentDocuments)
    {
        using var index = WordIndex.Random(seed, 5000, segmentDocuments, 60);
        var queries = new WordQueries(seed, 60);
        var skipped = 0L;
        for (var k = 0; k < 250; k++)
        {
            var query = (k % 4) switch
            {
                0 => queries.Disjunction(),
                1 => queries.Conjunction(),
                2 => queries.Filtered(),
                _ => queries.Next(),
            };
            var all = index.Searcher.Search(query, 10, out var matches);
            Assert.Equal(all.TotalHits, matches.Count);
            Assert.Equal(index.Matching(query).Count(), all.TotalHits);
            AssertEqual(all, index.Searcher.Search(query, 10), 0, $"seed {seed}, query {k}: {query}");
            AssertEqual(
                all, index.Searcher.Search(query, 10, HitCounting.AtLeast(200)), 200,
                $"seed {seed}, query {k}: {query}");
            var top = index.Searcher.SearchTop(query, 10);
            Assert.True(all.Hits.SequenceEqual(top.Hits), $"seed {seed}, query {k}: {query}");
            Assert.InRange(top.TotalHits, all.Hits.Count, all.TotalHits);
            skipped += all.TotalHits - top.TotalHits;
        }

        Assert.True(skipped > 10_000, $"only {skipped} documents were skipped");
    }

    private static void AssertEqual(TopDocs all, TopDocs some, long counted, string which)
    {
        Assert.True(all.Hits.SequenceEqual(some.Hits), which);
        Assert.InRange(some.TotalHits, Math.Min(counted, all.TotalHits), all.TotalHits);
        if (some.IsTotalExact) Assert.Equal(all.TotalHits, some.TotalHits);
        else Assert.True(some.TotalHits >= counted && counted > 0, which);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Search_SortedByNumber_PutsMissingLastAndTiesInDocumentOrder(bool descending)
    {
        using var index = WordIndex.Random(31, 120, 50, 20);
        var expected = index.Matching(new MatchAllQuery())
            .OrderBy(docId => index.Docs[docId].Number is { } number ? (descending ? -number : number) : long.MaxValue)
            .ThenBy(docId => docId).ToList();
        var top = index.Searcher.Search(new MatchAllQuery(), 1000, new NumericSort("number", descending));
        Assert.Equal(expected, top.Hits.Select(hit => hit.DocId));
        Assert.Equal(expected.Take(5),
            index.Searcher.Search(new MatchAllQuery(), 5, new NumericSort("number", descending)).Hits
            .Select(hit => hit.DocId));
    }

    [Fact]
    public void Search_Cancelled_Throws()
    {
        using var index = WordIndex.Random(41, 30, 10, 10);
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => index.Searcher.Search(new MatchAllQuery(), 1, cancelled));
        Assert.Throws<OperationCanceledException>(() => index.Searcher.SearchTop(new MatchAllQuery(), 1, cancelled));
        Assert.Throws<OperationCanceledException>(() => index.Searcher.Count(new MatchAllQuery(), cancelled));
    }

    [Fact]
    public void Search_NothingWanted_StillCounts()
    {
        using var index = WordIndex.Random(42, 30, 10, 10);
        Assert.Equal(
            index.Matching(new MatchAllQuery()).Count(), index.Searcher.Search(new MatchAllQuery(), 0).TotalHits);
        Assert.Empty(index.Searcher.SearchTop(new MatchAllQuery(), 0).Hits);
    }

    [Fact]
    public void Bind_PhraseInFieldWithoutPositions_SaysSo()
    {
        using var index = new WordIndex([new WordDoc(["x"], null, ["a1", "b1"])], 10);
        var error =
            Assert.Throws<InvalidOperationException>(() => index.Searcher.Count(new PhraseQuery("label", "a1", "b1")));
        Assert.Contains("\"label\"", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Ids(IndexSearcher searcher, Query query)
    {
        var documents = searcher.Collect(query);
        foreach (var segment in searcher.Segments)
        {
            var bits = documents.Segments[segment.Ordinal];
            for (var docId = bits.NextFrom(0); docId != int.MaxValue; docId = bits.NextFrom(docId + 1))
                yield return segment.DocBase + docId;
        }
    }
}
