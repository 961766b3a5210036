using Dateline.Index.Store;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Archive;

/// <summary>Stories of an archive, and the counting contract where stories are counted.</summary>
public sealed class StoryCountingTests
{
    private static readonly string[] Queries =
    [
        "", "common", "-common", "place:syria", "source:cnn place:syria/homs", "published:2012-07-03..2012-07-05",
        "is:undated", "actor:annan", "place:none", "common -source:reuters", "source:(cnn OR reuters)",
    ];

    private static readonly Lazy<LuceneArchive> Shared =
        new(() => ArticleSamples.Archive(segments: 4, RandomArticles(new Random(5))));

    public static TheoryData<string> AllQueries => [.. Queries];

    [Theory]
    [MemberData(nameof(AllQueries))]
    public void EveryCount_OfStories_IsWhatTheArticlesSay(string text)
    {
        var archive = Shared.Value;
        var articles = archive.Export(Query(text)).ToList();
        var stories = articles.Select(static article => article.Story!.StoryId).ToHashSet();
        var response = Search(archive, text + " count:stories");

        Assert.Equal(stories.Count, response.Total);
        Assert.Equal(stories.Count, response.Histogram.Sum(static bucket => bucket.Count) + response.Undated);
        var rows = archive.Export(Query(text + " count:stories")).Select(static row => row.Story!.StoryId);
        Assert.Equal(stories.Order(), rows.Order());
        var hits = response.Hits.Select(hit => articles.Single(row => row.Id == hit.Id).Story!.StoryId);
        Assert.Equal(stories.Order(), hits.Order());
        foreach (var facet in response.Facets)
        {
            var open = Query(text).Without(facet.Dimension);
            foreach (var value in facet.Values.SelectMany(Flatten).Where(static value => !value.Excluded))
            {
                var narrowed = open.WithFacet(facet.Dimension, value.Value);
                var with = archive.Export(narrowed).Select(static row => row.Story!.StoryId).Distinct().Count();
                Assert.Equal((value.Value, with), (value.Value, value.Count));
            }
        }
    }

    [Fact]
    public void Pages_OfStories_ListEachOnce()
    {
        var all = Search(Shared.Value, "count:stories").Hits.Select(static hit => hit.Id).ToList();
        List<string> paged = [];
        for (var offset = 0; offset < all.Count; offset += 3)
        {
            var page = Shared.Value.Search(
                new SearchRequest { Query = Query("count:stories"), Offset = offset, Limit = 3 });
            paged.AddRange(page.Hits.Select(static hit => hit.Id));
        }

        Assert.Equal(all, paged);
        Assert.True(all.Count > 10);
    }

    [Fact]
    public void Hit_OfAStoryWithCopies_SumsItUp()
    {
        var archive = ArticleSamples.Archive(
            Make("a", body: Text("ferry", 120), outlet: "CNN", published: "2012-07-03"),
            Make("b", body: Text("ferry", 90), outlet: "BBC News", published: "2012-07-04"),
            Make(
                "c", body: Text("ferry", 60) + " " + Text("court", 70), outlet: "The Guardian",
                published: "2012-07-04"),
            Make("d", body: Text("bread", 120), outlet: "CNN", published: "2012-07-03"));

        var hits = Search(archive, "").Hits.ToDictionary(static hit => hit.Id);

        Assert.Null(hits[Make("d").Id].Story);
        Assert.All([.. "abc"], origin => Assert.Equal(
            new StorySummary(Make("a").Id, 3, 2, hits[Make("a").Id].Published, "CNN"),
            hits[Make(origin.ToString()).Id].Story));
        Assert.Equal(["a", "b", "c"], Origins(archive, $"story:{Make("a").Id}"));
    }

    [Fact]
    public void PutAgain_Unchanged_KeepsItsStory_AndChangedTextLeavesIt()
    {
        var directory = new MemoryDirectory();
        using var writer = ArchiveWriter.Open(directory);
        Article[] articles =
        [
            Make("a", body: Text("ferry", 120), published: "2012-07-03"),
            Make("b", body: Text("ferry", 120), published: "2012-07-04"),
        ];
        foreach (var article in articles) writer.Put(article);
        writer.Commit();
        writer.Put(articles[0]);
        writer.Commit();
        using var archive = LuceneArchive.Open(directory);
        Assert.Equal([articles[0].Id, articles[0].Id], Stories(archive));
        Assert.Null(archive.Find(articles[0].Id)!.Story!.CopyOf);
        Assert.Equal(articles[0].Id, archive.Find(articles[1].Id)!.Story!.CopyOf);

        writer.Put(Make("b", body: Text("court", 120), published: "2012-07-04"));
        writer.Commit();
        Assert.Equal(articles.Select(static article => article.Id).Order(), Stories(archive).Order());

        writer.Remove(articles[0].Id);
        writer.Put(Make("c", body: Text("ferry", 120), published: "2012-07-04"));
        writer.Commit();
        Assert.Equal(Make("c").Id, archive.Find(Make("c").Id)!.Story!.StoryId);
    }

    [Fact]
    public void Story_OfATextWhoseCopyWasCommittedEarlier_IsTheSame()
    {
        var archive = ArticleSamples.Archive(segments: 12, Enumerable.Range(0, 12).Select(k =>
            Make($"copy {k}", body: Text("ferry", 60 + 5 * k), published: "2012-07-03")));

        Assert.Single(Stories(archive).Distinct());
    }

    private static IEnumerable<Article> RandomArticles(Random random)
    {
        for (var story = 0; story < 25; story++)
        {
            var copies = random.Next(1, 6);
            for (var copy = 0; copy < copies; copy++)
            {
                yield return Make(
                    $"{story}-{copy}",
                    body: (random.Next(2) == 0 ? "common " : "") + Text($"s{story}", random.Next(60, 120)),
                    outlet: Pick(random, "CNN", "Reuters", "BBC News", null),
                    published: Pick(random, "2012-07-02", "2012-07-03", "2012-07-05", null),
                    places: [.. new[] { Pick(random, "syria", "syria/homs", "iraq", null) }.OfType<string>()],
                    actors: [.. new[] { Pick(random, "Kofi Annan|Annan", "NATO", null) }.OfType<string>()]);
            }
        }
    }

    private static string? Pick(Random random, params string?[] from) => from[random.Next(from.Length)];

    private static string Text(string stem, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(k => $"{stem}x{k}"));

    private static string[] Stories(LuceneArchive archive) =>
        [.. archive.Export(ArchiveQuery.All).Select(static article => article.Story!.StoryId)];

    private static SearchResponse Search(LuceneArchive archive, string text) => archive.Search(new SearchRequest
    {
        Query = Query(text),
        Limit = 1000,
        Histogram = true,
        Facets = Enum.GetValues<FacetDimension>(),
        FacetLimit = 1000,
        Snippets = false,
    });

    private static IEnumerable<FacetValue> Flatten(FacetValue value) =>
        value.Children.SelectMany(Flatten).Prepend(value);
}
