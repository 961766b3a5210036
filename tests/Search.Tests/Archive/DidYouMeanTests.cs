using Dateline.Search.Archive;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Archive;

public sealed class DidYouMeanTests : IDisposable
{
    private readonly LuceneArchive _archive = ArticleSamples.Archive(
        Make("a", "Envoys meet", "The Negotiations went on in Aleppo."),
        Make("b", "Talks", "Negotiations stalled; negotiators left."),
        Make("c", "Bread", "Bakeries of Aleppo opened."));

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("negotations", "negotations", "negotiations", "negotiations")]
    [InlineData("bread allepo", "allepo", "aleppo", "bread aleppo")]
    [InlineData("\"allepo bakeries\"", "allepo", "aleppo", "\"aleppo bakeries\"")]
    [InlineData("envosy", "envosy", "envoys", "envoys")]
    [InlineData("negotiations OR allepo", "allepo", "aleppo", "negotiations OR aleppo")] // something is found
    [InlineData("title:envosy is:undated", "envosy", "envoys", "title:envoys is:undated")]
    [InlineData("title:allepo negotations", "negotations", "negotiations", "title:allepo negotiations")]
    public void Search_WordOfNoArticle_SuggestsTheWordAsArticlesWriteIt(
        string query, string wrong, string right, string corrected)
    {
        var warning = Assert.Single(Search(query).Warnings, warning => warning.Code == "did-you-mean");
        Assert.Equal($"no article has \"{wrong}\"; did you mean \"{right}\"?", warning.Message);
        Assert.Equal(corrected, warning.Query);
        Assert.DoesNotContain(
            Search(corrected).Warnings, left => left.Message.Contains($"\"{wrong}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Search_SeveralUnknownWords_AreCorrectedTogether()
    {
        var warnings = Search("allepo negotations").Warnings.Where(warning => warning.Code == "did-you-mean").ToList();
        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, warning => Assert.Equal("aleppo negotiations", warning.Query));
    }

    [Theory]
    [InlineData("negotiations")] // found
    [InlineData("bread envoys")] // both words are there, not together
    [InlineData("zyzzyva")] // nothing near
    [InlineData("bread envoys -allepo")] // what is excluded need not be there
    public void Search_NothingToCorrect_SuggestsNothing(string query) =>
        Assert.DoesNotContain(Search(query).Warnings, warning => warning.Code == "did-you-mean");

    private SearchResponse Search(string query) => _archive.Search(new SearchRequest { Query = Query(query) });
}
