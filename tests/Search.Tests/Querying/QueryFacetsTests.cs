using Dateline.Search.Archive;
using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Querying;

public sealed class QueryFacetsTests
{
    [Theory]
    [InlineData("", FacetDimension.Place, "syria/homs", "place:syria/homs")]
    [InlineData("peace", FacetDimension.Date, "2012-07", "peace published:2012-07")]
    [InlineData("a OR b", FacetDimension.Source, "cnn", "(a OR b) source:cnn")]
    [InlineData("peace place:syria", FacetDimension.Place, "iraq", "peace place:(syria OR iraq)")]
    [InlineData("place:syria", FacetDimension.Place, "syria", "place:syria")]
    [InlineData("-place:syria", FacetDimension.Place, "syria", "place:syria")]
    [InlineData("", FacetDimension.Date, "none", "is:undated")]
    [InlineData("is:undated", FacetDimension.Date, "2012", "published:(none OR 2012)")]
    [InlineData("", FacetDimension.Actor, "=lavrov", "actor:=lavrov")]
    public void WithFacet_Value_JoinsItsDimensionsGroup(
        string query, FacetDimension dimension, string value, string expected) =>
        Assert.Equal(expected, Parse(query).WithFacet(dimension, value).Canonical);

    [Theory]
    [InlineData("peace place:(syria OR iraq)", "iraq", "peace place:syria")]
    [InlineData("place:syria", "syria", "")]
    [InlineData("place:syria place:(syria OR iraq)", "syria", "place:iraq")]
    [InlineData("(place:syria OR peace)", "syria", "place:syria OR peace")]
    [InlineData("-place:syria", "syria", "-place:syria")]
    public void WithoutFacet_Value_LeavesTheRest(string query, string value, string expected) =>
        Assert.Equal(expected, Parse(query).WithoutFacet(FacetDimension.Place, value).Canonical);

    [Fact]
    public void WithExcluded_Value_MovesItFromSelectedToExcluded()
    {
        var query = Parse("peace place:(syria OR iraq) -place:iran").WithExcluded(FacetDimension.Place, "iraq");
        Assert.Equal("peace place:syria -place:(iran OR iraq)", query.Canonical);
        Assert.Equal(["syria"], query.SelectedValues(FacetDimension.Place));
        Assert.Equal(["iran", "iraq"], query.ExcludedValues(FacetDimension.Place));
        Assert.Equal("peace -place:(iran OR iraq)", query.Without(FacetDimension.Place).Canonical);
        Assert.Equal(
            "peace place:syria -place:iraq", query.WithoutExcluded(FacetDimension.Place, "iran").Canonical);
    }

    [Fact]
    public void Selection_RandomQuery_IsUndoneByRemoval()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var query = ArchiveQuery.FromNode(RandomQueries.Node(random, depth: 3));
            var selected = query.WithFacet(FacetDimension.Place, "atlantis");
            Assert.Contains("atlantis", selected.SelectedValues(FacetDimension.Place));
            Assert.Equal(query, selected.WithoutFacet(FacetDimension.Place, "atlantis"));
            Assert.Equal(query.Without(FacetDimension.Place), selected.Without(FacetDimension.Place));
        }
    }

    [Fact]
    public void Clauses_Query_AreTopLevelOperandsWithTheRest()
    {
        var clauses = Parse("peace talks place:syria").Clauses();
        Assert.Equal(["peace", "talks", "place:syria"], clauses.Select(clause => clause.Text));
        Assert.Equal("peace place:syria", clauses[1].Without.Canonical);
        Assert.Empty(ArchiveQuery.All.Clauses());
    }

    [Fact]
    public void Terms_Query_AreTheTextLookedFor() => Assert.Equal(
        ["peace", "\"civil war\"", "truc*", "annan"],
        Parse("peace (\"civil war\" OR truc*) -iraq place:syria title:(annan OR peace)")
            .Terms().Select(term => term.ToString()));

    [Fact]
    public void WithFacet_ImpossibleValue_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ArchiveQuery.All.WithFacet(FacetDimension.Date, "July"));

    [Theory]
    [InlineData("Deir ez-Zor", "deir-ez-zor")]
    [InlineData("Sana'a", "sanaa")]
    [InlineData("São Tomé & Príncipe", "sao-tome-principe")]
    [InlineData("Łódź", "lodz")]
    [InlineData("  U.N.  ", "u-n")]
    [InlineData("Лавров", "лавров")]
    [InlineData("--", "")]
    public void Slug_Name_IsLowerCaseHyphenated(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    private static ArchiveQuery Parse(string text) => ArchiveQuery.Parse(text).Query!;
}
