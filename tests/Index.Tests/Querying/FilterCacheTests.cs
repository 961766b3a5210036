using Dateline.Index.Analysis;
using Dateline.Index.Collecting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Querying;

public sealed class FilterCacheTests : IDisposable
{
    private const int Documents = 600;
    private readonly IndexWriter _writer;

    public FilterCacheTests()
    {
        _writer = IndexWriter.Open(new MemoryDirectory(), new IndexWriterOptions
        {
            Analyzer = new StandardAnalyzer(),
            BufferDocuments = 200,
            MergeFactor = 0,
        });
        for (var k = 0; k < Documents; k++)
        {
            var document = new IndexDocument();
            document.Add(IndexField.Keyword("id", $"{k}"));
            document.Add(IndexField.TextWithoutOffsets("text", k % 3 == 0 ? "third word" : "word"));
            document.Add(IndexField.LongPoint("n", k));
            document.Add(IndexField.Numeric("n", k));
            _writer.Add(document);
        }
    }

    public void Dispose() => _writer.Dispose();

    private static BooleanQuery With(Occur occur, Query filter) => new BooleanQuery(
        [new BooleanClause(new TermQuery("text", "word"), Occur.Must), new BooleanClause(filter, occur)]);

    private static void AssertSame(TopDocs expected, TopDocs found)
    {
        Assert.Equal(expected.TotalHits, found.TotalHits);
        Assert.Equal(expected.Hits, found.Hits);
    }

    [Fact]
    public void Search_SameFiltersAgainAndAfterDeletions_SameAnswersFromTheCache()
    {
        var cache = new FilterCache { SmallestSegment = 1 };
        Query[] filters =
        [
            new LongRangeQuery("n", 50, 420), new LongRangeQuery("n", 1000, 2000), new PrefixQuery("text", "t"),
            BooleanQuery.Any(new PrefixQuery("text", "th"), new LongRangeQuery("n", 3, 9)),
            new TermQuery("text", "third"),
        ];
        for (var round = 0; round < 4; round++)
        {
            using var reader = _writer.OpenReader();
            var (plain, cached) = (new IndexSearcher(reader), new IndexSearcher(reader, cache));
            foreach (var filter in filters)
            {
                foreach (var query in (Query[])[With(Occur.Filter, filter), With(Occur.MustNot, filter)])
                {
                    AssertSame(plain.Search(query, 20), cached.Search(query, 20));
                    Assert.Equal(plain.Count(query), cached.Count(query));
                    Assert.Equal(plain.SearchTop(query, 5).Hits, cached.SearchTop(query, 5).Hits);
                }
            }

            for (var k = round; k < Documents; k += 7) _writer.Delete("id", $"{k}");
        }

        Assert.True(cache.Hits > 50, $"{cache.Hits} hits");
    }

    [Fact]
    public void Search_ManyFilters_StaysWithinItsBytesAndKeepsTheLatest()
    {
        using var reader = _writer.OpenReader();
        var segments = reader.Segments.Count;
        var bytesOfOne = reader.Segments.Sum(segment => 8L * ((segment.MaxDoc + 63) / 64));
        var cache = new FilterCache(4 * bytesOfOne) { SmallestSegment = 1 };
        var searcher = new IndexSearcher(reader, cache);
        for (var k = 0; k < 40; k++)
        {
            var query = With(Occur.Filter, new LongRangeQuery("n", k, k + 300));
            for (var again = 0; again < 2; again++) searcher.Count(query);
            Assert.InRange(cache.Bytes, 0, 4 * bytesOfOne);
        }

        var hits = cache.Hits;
        searcher.Count(With(Occur.Filter, new LongRangeQuery("n", 39, 339)));
        Assert.Equal(hits + segments, cache.Hits);
        searcher.Count(With(Occur.Filter, new LongRangeQuery("n", 0, 300)));
        Assert.Equal(hits + segments, cache.Hits);
    }

    // Which terms a fuzzy query takes depends on the other segments of the index.
    [Fact]
    public void Search_FilterThatDependsOnTheWholeIndex_IsNotKept()
    {
        using var reader = _writer.OpenReader();
        var cache = new FilterCache { SmallestSegment = 1 };
        var searcher = new IndexSearcher(reader, cache);
        for (var again = 0; again < 3; again++) searcher.Count(With(Occur.Filter, new FuzzyQuery("text", "thirt", 1)));
        Assert.Equal(0, cache.Bytes);
        Assert.Equal(0, cache.Hits);
    }
}
