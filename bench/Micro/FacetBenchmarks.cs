using BenchmarkDotNet.Attributes;
using Dateline.Index.Analysis;
using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Bench.Micro;

/// <summary>Counting facets in 50,000 documents with five labels each out of 20,000.</summary>
public class FacetBenchmarks
{
    private const int Documents = 50_000;
    private IndexReader? _reader;
    private FacetIndex? _facets;
    private DocIdSet? _matches;

    /// <summary>One document in this many matches.</summary>
    [Params(1, 4, 500)]
    public int Every { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var directory = new MemoryDirectory();
        var random = new Random(1);
        using (var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() }))
        {
            for (var k = 0; k < Documents; k++) writer.Add(Document(random));
            writer.Commit();
        }

        _reader = IndexReader.Open(directory);
        var searcher = new IndexSearcher(_reader);
        _facets = searcher.Facets();
        _matches = searcher.Collect(new MatchAllQuery());
        foreach (var segment in _matches.Segments)
        {
            for (var docId = 0; docId < segment.MaxDoc; docId++)
            {
                if (docId % Every != 0) segment.WordArray[docId >> 6] &= ~(1UL << docId);
            }
        }
    }

    [GlobalCleanup]
    public void Close() => _reader?.Dispose();

    [Benchmark]
    public IReadOnlyList<FacetValue> CountAndTop() => _facets!.Count(_matches!).Top("actor", 10);

    private static IndexDocument Document(Random random)
    {
        var document = new IndexDocument();
        for (var k = 0; k < 2; k++) document.Add(IndexField.Facet("place", $"place {Skewed(random, 4000)}"));
        for (var k = 0; k < 3; k++) document.Add(IndexField.Facet("actor", $"actor {Skewed(random, 16_000)}"));
        return document;
    }

    private static int Skewed(Random random, int labels) => (int)(labels * Math.Pow(random.NextDouble(), 3));
}
