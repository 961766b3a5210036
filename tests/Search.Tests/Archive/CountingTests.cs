using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Archive;

/// <summary>The counting contract of <see cref="IArticleArchive"/>, over random articles and queries.</summary>
public sealed class CountingTests
{
    private static readonly string[] Words = ["peace", "talks", "homs", "army", "bread", "truce", "envoy", "border"];
    private static readonly string[] Places =
        [
            "syria", "syria/homs", "syria/homs/talkalakh", "syria/hama", "lebanon", "lebanon/tripoli", "libya/tripoli",
            "iraq/baghdad",
        ];

    private static readonly string[] Actors =
        ["Kofi Annan|Annan", "Annan", "Sergey Lavrov|Lavrov", "Free Syrian Army|FSA", "NATO", "Navi Pillay"];
    private static readonly string[] Outlets = ["CNN", "The Guardian", "BBC News", "Reuters"];

    private static readonly string[] Queries =
    [
        "", "peace", "peace OR bread", "-peace", "\"peace talks\"", "place:syria", "place:(homs OR lebanon)",
        "place:tripoli", "actor:annan", "actor:=annan peace", "source:cnn -place:syria", "published:2012-07",
        "published:2012-07-10..2012-08", "is:undated", "published:(2012-07 OR none)", "place:none", "event:2012-07",
        "place:syria actor:annan source:(cnn OR reuters)", "source:cnn published:2012-07 place:syria/homs",
        "place:atlantis", "actor:none OR talks", "is:dated -actor:lavrov",
    ];

    private static readonly Lazy<(Article[] Articles, LuceneArchive Archive)> Shared = new(() =>
    {
        var random = new Random(42);
        var articles = Enumerable.Range(0, 300).Select(number => RandomArticle(random, number)).ToArray();
        return (articles, ArticleSamples.Archive(segments: 4, articles));
    });

    public static TheoryData<string> AllQueries => [.. Queries];

    [Theory]
    [MemberData(nameof(AllQueries))]
    public void Total_IsHistogramPlusUndated_AndExportedRows(string text)
    {
        var archive = Shared.Value.Archive;
        var query = Query(text);
        var response = archive.Search(new SearchRequest
        {
            Query = query,
            Limit = 1000,
            Histogram = true,
            Facets = Enum.GetValues<FacetDimension>(),
            Snippets = false,
        });
        var rows = archive.Export(query).ToList();
        Assert.Equal(response.Total, rows.Count);
        Assert.Equal(response.Total, response.Histogram.Sum(bucket => bucket.Count) + response.Undated);
        Assert.Equal(response.Total, response.Hits.Count);
        Assert.Equal(rows.Select(row => row.Id), response.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal(response.Undated, rows.Count(row => row.Published is null));
        Assert.Equal(response.Undated, archive.Search(new SearchRequest { Query = query, Limit = 0 }).Undated);
        Assert.Equal(
            response.Histogram.OrderBy(bucket => bucket.Period).Select(bucket => bucket.Period),
            response.Histogram.Select(bucket => bucket.Period));
        foreach (var sort in new[] { SortOrder.Newest, SortOrder.Oldest })
            Assert.Equal(response.Total, archive.Search(new SearchRequest { Query = query, Sort = sort }).Total);
    }

    [Theory]
    [MemberData(nameof(AllQueries))]
    public void FacetCount_IsTheTotalOfSelectingThatValueAlone(string text)
    {
        var archive = Shared.Value.Archive;
        var query = Query(text);
        foreach (var facet in Facets(archive, query))
        {
            var open = query.Without(facet.Dimension);
            Assert.Equal(Total(archive, open), facet.Total);
            Assert.Equal(Total(archive, Narrow(open, facet.Dimension, "none")), facet.Missing);
            foreach (var value in facet.Values.SelectMany(Flatten))
                Assert.Equal(
                    (value.Value, Total(archive, Narrow(open, facet.Dimension, value.Value))),
                    (value.Value, value.Count));
        }
    }

    [Theory]
    [MemberData(nameof(AllQueries))]
    public void FacetCount_EqualsASlowCount(string text)
    {
        var (articles, archive) = Shared.Value;
        var query = Query(text);
        foreach (var facet in Facets(archive, query))
        {
            var base_ = archive.Export(query.Without(facet.Dimension)).Select(article => article.Id).ToHashSet();
            var counted = articles.Where(article => base_.Contains(article.Id)).ToList();
            foreach (var value in facet.Values.SelectMany(Flatten))
            {
                var expected =
                    counted.Count(article => ValuesOf(article, facet.Dimension).Contains(value.Value.TrimStart('=')));
                Assert.Equal((value.Value, expected), (value.Value, value.Count));
            }

            var distinct = counted.SelectMany(article => ValuesOf(article, facet.Dimension)).Distinct().Count();
            Assert.Equal(distinct, facet.DistinctValues);
        }
    }

    [Fact]
    public void Facet_SelectedValue_StaysVisibleAtZero_AndOthersAreCountedWithoutIt()
    {
        var archive = Shared.Value.Archive;
        var facet = Facets(archive, Query("bread place:(iraq/baghdad OR atlantis)"))[0];
        var all = facet.Values.SelectMany(Flatten).ToList();
        var missing = all.Single(value => value.Value == "atlantis");
        Assert.Equal((0, true), (missing.Count, missing.Selected));
        Assert.True(all.Single(value => value.Value == "iraq/baghdad").Selected);
        Assert.Contains(all, value => value is { Selected: false, Count: > 0 });
    }

    [Fact]
    public void Facet_NameInQuery_MarksTheValuesItStandsFor()
    {
        var archive = Shared.Value.Archive;
        var actors = Facets(archive, Query("actor:annan"))[1].Values;
        Assert.Equal(
            ["=annan", "kofi-annan"],
            actors.Where(value => value.Selected).Select(value => value.Value).Order(StringComparer.Ordinal));
        Assert.All(actors.Where(value => value.Selected), value => Assert.Equal("annan", value.WrittenAs));
        Assert.Equal("", Query("actor:annan").WithoutFacet(FacetDimension.Actor, "annan").Canonical);
    }

    [Fact]
    public void Facet_ExcludedValue_IsShownAtZero()
    {
        var archive = Shared.Value.Archive;
        var value = Facets(archive, Query("-source:cnn"))[2].Values.Single(value => value.Value == "cnn");
        Assert.Equal((0, true, false), (value.Count, value.Excluded, value.Selected));
    }

    [Fact]
    public void Facet_Values_AreLabelledTypedAndOrdered()
    {
        var archive = Shared.Value.Archive;
        var facets = Facets(archive, Query(""));
        var syria = facets[0].Values.Single(value => value.Value == "syria");
        Assert.Equal(("Syria", "country"), (syria.Label, syria.Kind));
        Assert.Contains(syria.Children, child => child is { Value: "syria/homs", Label: "Homs" });
        Assert.Equal("person", facets[1].Values[0].Kind);
        Assert.Contains(facets[2].Values, value => value is { Value: "the-guardian", Label: "The Guardian" });
        Assert.Contains(facets[3].Values.SelectMany(Flatten), value => value.Value.TrimStart('=') == "2012-07");
        Assert.All(
            facets,
            facet =>
                Assert.Equal(
                    facet.Values.OrderByDescending(value => value.Count).Select(value => value.Count),
                    facet.Values.Select(value => value.Count)));
    }

    [Fact]
    public void Facet_Limit_BoundsALevelButKeepsSelected()
    {
        var archive = Shared.Value.Archive;
        var response = archive.Search(new SearchRequest
        {
            Query = Query("actor:navi-pillay"),
            Facets = [FacetDimension.Actor],
            FacetLimit = 1,
        });
        var facet = Assert.Single(response.Facets);
        Assert.InRange(facet.Values.Count, 1, 2);
        Assert.Contains(facet.Values, value => value.Value == "navi-pillay");
        Assert.Equal(6, facet.DistinctValues);
    }

    [Fact]
    public void FindFacetValues_PieceOfName_FindsValuesWithCounts()
    {
        var archive = Shared.Value.Archive;
        var found = archive.FindFacetValues(Query("peace"), FacetDimension.Actor, "fs", 10);
        var value = Assert.Single(found);
        Assert.Equal(("free-syrian-army", "Free Syrian Army"), (value.Value, value.Label));
        Assert.Equal(Total(archive, Query("peace actor:free-syrian-army")), value.Count);
        Assert.Equal(
            ["lebanon/tripoli", "libya/tripoli"],
            archive.FindFacetValues(Query(""), FacetDimension.Place, "tripoli", 10)
                .Select(place => place.Value).Order());
        Assert.Empty(archive.FindFacetValues(Query(""), FacetDimension.Actor, "zzz", 10));
    }

    [Theory]
    [MemberData(nameof(AllQueries))]
    public void FacetValuesBelow_EveryLevel_EqualsTheWholeTree(string text)
    {
        var archive = Shared.Value.Archive;
        var query = Query(text);
        foreach (var facet in Facets(archive, query)
            .Where(facet => facet.Dimension is FacetDimension.Place or FacetDimension.Date))
            AssertLevel(archive, query, facet.Dimension, "", facet.Values);
    }

    [Fact]
    public void FindFacetValues_NoText_AreTheMostFrequent()
    {
        var archive = Shared.Value.Archive;
        Assert.Equal(
            Facets(archive, Query("peace"))[1].Values.Take(3).Select(value => (value.Value, value.Count)),
            archive.FindFacetValues(Query("peace"), FacetDimension.Actor, "", 3)
                .Select(value => (value.Value, value.Count)));
    }

    private static void AssertLevel(
        LuceneArchive archive, ArchiveQuery query, FacetDimension dimension, string path,
        IReadOnlyList<FacetValue> expected)
    {
        var level = archive.FacetValuesBelow(query, dimension, path, 1000);
        var there = expected.Where(value => value.Count > 0).ToList();
        Assert.Equal(
            there.Select(value => (value.Value, value.Count)), level.Select(value => (value.Value, value.Count)));
        foreach (var value in there)
        {
            Assert.Equal(value.ChildCount, value.Children.Count(child => child.Count > 0));
            AssertLevel(archive, query, dimension, value.Value.TrimStart('='), value.Children);
        }
    }

    private static IReadOnlyList<FacetResult> Facets(LuceneArchive archive,
        ArchiveQuery query) => archive.Search(new SearchRequest
        {
            Query = query,
            Limit = 0,
            Facets = Enum.GetValues<FacetDimension>(),
            FacetLimit = 1000,
        }).Facets;

    // Unlike WithFacet this leaves an exclusion of the value in place.
    private static ArchiveQuery Narrow(ArchiveQuery query, FacetDimension dimension, string value) =>
        ArchiveQuery.FromNode(QueryNode.And(query.Root, ArchiveQuery.All.WithFacet(dimension, value).Root));

    private static int Total(LuceneArchive archive, ArchiveQuery query) =>
        archive.Search(new SearchRequest { Query = query, Limit = 0 }).Total;

    private static IEnumerable<FacetValue> Flatten(FacetValue value) =>
        value.Children.SelectMany(Flatten).Prepend(value);

    private static HashSet<string> ValuesOf(Article article, FacetDimension dimension) => dimension switch
    {
        FacetDimension.Place =>
        [
            .. article.Places.SelectMany(place =>
            {
                var segments = place.Path.Split('/');
                return Enumerable.Range(1, segments.Length).Select(depth => string.Join('/', segments[..depth]));
            }),
        ],
        FacetDimension.Actor => [.. article.Actors.Select(actor => actor.Id)],
        FacetDimension.Source => article.Outlet is null ? [] : [Slug.Of(article.Outlet)],
        _ => Periods(article.Published?.Date),
    };

    private static HashSet<string> Periods(DateRange? date)
    {
        if (date is not { } range)
            return [];
        var text = range.ToString();
        return range.Precision switch
        {
            DatePrecision.Day => [text, text[..7], text[..4]],
            DatePrecision.Month => [text, text[..4]],
            DatePrecision.Year => [text],
            _ => range.First.Month == range.Last.Month ? [text[..7], text[..4]] : [text[..4]],
        };
    }

    private static Article RandomArticle(Random random, int number)
    {
        string[] published =
            [
                "2012-07-16", "2012-07-17", "2012-08-01", "2012-06-30", "2012-07", "2012", "2012-06-30/2012-07-01",
                "2012-07-14/2012-07-15",
            ];
        return Make(
            $"article-{number}",
            $"{Pick(random, Words)} {Pick(random, Words)}",
            string.Join(' ', Enumerable.Range(0, 12).Select(_ => Pick(random, Words))) + $" {number}.",
            random.Next(5) == 0 ? null : Pick(random, Outlets),
            random.Next(4) == 0 ? null : Pick(random, published),
            random.Next(2) == 0 ? null : [Pick(random, published), Pick(random, published)],
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Places)).Distinct()],
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Actors)).Distinct()]);
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
