using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

public sealed class PagingTests
{
    [Theory]
    [InlineData(51)]
    [InlineData(52)]
    public void SearchAfter_PageByPage_GivesWhatOneSearchGives(int seed)
    {
        using var index = WordIndex.Random(seed, 400, 90, 30);
        var queries = new WordQueries(seed, 30);
        for (var k = 0; k < 40; k++)
        {
            var query = k % 2 == 0 ? queries.Disjunction() : queries.Next();
            var whole = index.Searcher.Search(query, 1000);
            Assert.Equal(whole.Hits, Pages(index.Searcher, query, null, 1 + (k % 9), whole.TotalHits));
            Assert.Equal(whole.Hits, index.Searcher.Stream(query));
            var sort = new NumericSort("number", k % 3 == 0);
            var sorted = index.Searcher.Search(query, 1000, sort);
            Assert.Equal(sorted.Hits, Pages(index.Searcher, query, sort, 1 + (k % 9), whole.TotalHits));
            Assert.Equal(sorted.Hits, index.Searcher.Stream(query, sort));
        }
    }

    [Fact]
    public void Stream_Cancelled_Throws()
    {
        using var index = WordIndex.Random(53, 400, 90, 30);
        using var source = new CancellationTokenSource();
        var read = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var hit in index.Searcher.Stream(new MatchAllQuery(), null, source.Token))
            {
                if (++read == 5) source.Cancel();
            }
        });
        Assert.InRange(read, 5, 200);
    }

    private static List<ScoreDoc> Pages(IndexSearcher searcher, Query query, NumericSort? sort, int size, long total)
    {
        var all = new List<ScoreDoc>();
        ScoreDoc? last = null;
        while (true)
        {
            var page = sort is null
                ? searcher.SearchAfter(query, last, size) : searcher.SearchAfter(query, last, size, sort);
            Assert.Equal(total, page.TotalHits);
            if (page.Hits.Count == 0) return all;
            all.AddRange(page.Hits);
            last = all[^1];
        }
    }
}
