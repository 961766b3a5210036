using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Facets;

/// <summary>
/// All ways of counting, over several segments with deletions, against counting the labels one by one.
/// </summary>
public sealed class FacetCountingTests : IDisposable
{
    private const int Documents = 3000;
    private readonly List<(string[] Places, string[] Actors)?> _kept = [];
    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;

    public FacetCountingTests()
    {
        var random = new Random(71);
        var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, new IndexWriterOptions
        {
            Analyzer = new WordAnalyzer(),
            BufferDocuments = 700,
            MergeFactor = 0,
        }))
        {
            for (var id = 0; id < Documents; id++) Add(writer, id, random);
            foreach (var id in Enumerable.Range(0, Documents).Where(id => id % 11 == 3))
            {
                writer.Delete("id", $"{id}");
                _kept[id] = null;
            }

            writer.Commit();
        }

        _reader = IndexReader.Open(directory);
        _searcher = new IndexSearcher(_reader);
        Assert.True(_reader.Segments.Count > 1);
    }

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData(1, 0)] // all
    [InlineData(1, 1)] // all but one in a thousand
    [InlineData(3, 0)]
    [InlineData(2, 40)]
    [InlineData(1000, 0)] // three documents
    [InlineData(100_000, 1)] // none
    public void Count_AnyShareOfTheDocuments_EqualsCountingOneByOne(int every, int without)
    {
        var (documents, ids) = Choose(id => id % every == 0 && (without == 0 || id % (1000 / without) != 1));
        using var counts = _searcher.Facets().Count(documents);
        foreach (var (dimension, labels) in new (string, Func<int, string[]>)[]
        {
            ("place", id => _kept[id]!.Value.Places), ("actor", id => _kept[id]!.Value.Actors),
        })
        {
            var expected = Ranked(ids.SelectMany(id => labels(id).Distinct()));
            Assert.Equal(expected.Take(10), counts.Top(dimension, 10));
            Assert.Equal(expected.Take(0), counts.Top(dimension, 0));
            Assert.Equal(expected.OrderBy(value => value.Label, StringComparer.Ordinal), counts.All(dimension));
            Assert.Equal(
                expected.Where(value => value.Label.Contains("A1", StringComparison.OrdinalIgnoreCase)).Take(5),
                counts.Containing(dimension, "A1", 5));
            Assert.All(expected.Take(20), value => Assert.Equal(value.Count, counts.CountOf(dimension, value.Label)));
            Assert.Equal(
                ids.Count(id => labels(id).Length == 0), _searcher.Facets().CountMissing(documents, dimension));
        }
    }

    [Fact]
    public void Count_TwiceFromTheSameIndex_StartsFromZero()
    {
        var (few, _) = Choose(id => id == 5);
        for (var k = 0; k < 3; k++)
        {
            using var counts = _searcher.Facets().Count(few);
            Assert.All(counts.All("actor"), value => Assert.Equal(1, value.Count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void Tree_Paths_CountEachDocumentOnceForAllAbove(int every)
    {
        var (documents, ids) = Choose(id => id % every == 0);
        var tree = _searcher.Facets().Tree("place");
        using var counts = tree.Count(documents);
        var expected = Ranked(ids.SelectMany(id => _kept[id]!.Value.Places.SelectMany(SelfAndAbove).Distinct()));
        Assert.Equal(expected.Take(30), counts.Top("place", 30));
        Assert.Equal(expected.Where(value => !value.Label.Contains('/')).Take(3), counts.Children("place", "", 3));
        Assert.Equal(
            expected.Where(value => value.Label.StartsWith("a1/", StringComparison.Ordinal)
                && value.Label.Count(c => c == '/') == 1),
            counts.Children("place", "a1", 1000));
        Assert.Equal(
            expected.Count(value => value.Label.StartsWith("a1/", StringComparison.Ordinal)
                && value.Label.Count(c => c == '/') == 1),
            counts.ChildCount("place", "a1"));
        Assert.Equal(expected.Count(value => !value.Label.Contains('/')), counts.ChildCount("place", ""));
        Assert.Equal(expected.Count, counts.LabelCount("place"));
        Assert.Empty(counts.Children("place", "nowhere", 5));
        Assert.Same(tree, _searcher.Facets().Tree("place"));
    }

    [Fact]
    public void Tree_SeparatorThatIsEscaped_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _searcher.Facets().Tree("place", '\u001F'));

    private static IEnumerable<string> SelfAndAbove(string place)
    {
        var parts = place.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)));
    }

    private static List<FacetValue> Ranked(IEnumerable<string> labels) =>
        [.. labels.CountBy(label => label).Select(pair => new FacetValue(pair.Key, pair.Value))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Label, StringComparer.Ordinal)];

    private (DocIdSet Documents, List<int> Ids) Choose(Func<int, bool> accept)
    {
        var documents = _searcher.Collect(new MatchAllQuery());
        var bits = new List<DocBits>();
        var ids = new List<int>();
        for (var k = 0; k < documents.Segments.Count; k++)
        {
            var chosen = new DocBits(documents.Segments[k].MaxDoc);
            for (var docId = 0; docId < chosen.MaxDoc; docId++)
            {
                var id = _searcher.Segments[k].DocBase + docId;
                if (!documents.Segments[k].Contains(docId) || !accept(id)) continue;
                chosen.Add(docId);
                ids.Add(id);
            }

            bits.Add(chosen);
        }

        return (new DocIdSet(bits), ids);
    }

    private void Add(IndexWriter writer, int id, Random random)
    {
        var places = Labels(random, 3, () =>
            $"a{random.Next(4)}/b{random.Next(5)}{(random.Next(2) == 0 ? "" : $"/c {random.Next(9)}")}");
        var actors = Labels(random, 6, () => $"person/\u001Fa{(int)(2000 * Math.Pow(random.NextDouble(), 3))}");
        _kept.Add((places, actors));
        var document = new IndexDocument();
        document.Add(IndexField.Keyword("id", $"{id}"));
        foreach (var place in places) document.Add(IndexField.Facet("place", place));
        foreach (var actor in actors) document.Add(IndexField.Facet("actor", actor));
        writer.Add(document);
    }

    private static string[] Labels(Random random, int most, Func<string> make) =>
        [.. Enumerable.Range(0, random.Next(most)).Select(_ => make()).Distinct()];
}
