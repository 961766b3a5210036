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
    [InlineData("negotations", "negotations", "negotiations")]
    [InlineData("bread allepo", "allepo", "aleppo")]
    [InlineData("\"allepo bakeries\"", "allepo", "aleppo")]
    [InlineData("envosy", "envosy", "envoys")]
    public void Search_MisspelledWordAndNothingFound_SuggestsTheWordAsArticlesWriteIt(
        string query, string wrong, string right)
    {
        var warning = Assert.Single(Search(query).Warnings, warning => warning.Code == "did-you-mean");
        Assert.Equal($"no article has \"{wrong}\"; did you mean \"{right}\"?", warning.Message);
    }

    [Theory]
    [InlineData("negotiations")] // found
    [InlineData("negotiations OR allepo")] // something found
    [InlineData("bread envoys")] // both words are there, not together
    [InlineData("zyzzyva")] // nothing near
    [InlineData("bread envoys -allepo")] // what is excluded need not be there
    public void Search_NothingToCorrect_SuggestsNothing(string query) =>
        Assert.DoesNotContain(Search(query).Warnings, warning => warning.Code == "did-you-mean");

    private SearchResponse Search(string query) => _archive.Search(new SearchRequest { Query = Query(query) });
}
