using Dateline.Summarize.Citations;

namespace Dateline.Summarize.Tests.Citations;

public sealed class CitationFactoryTests
{
    [Fact]
    public void Cite_Span_CarriesQuoteHashAndContext()
    {
        var article = Make.Article("a", new string('x', 40) + "QUOTE" + new string('y', 10));

        var citation = CitationFactory.Cite(article, 40, 45);

        Assert.Equal("QUOTE", citation.Quote);
        Assert.Equal(new string('x', 32), citation.Prefix);
        Assert.Equal(new string('y', 10), citation.Suffix);
        Assert.Equal(CitationFactory.Hash("QUOTE"), citation.QuoteHash);
        Assert.Equal(article.ContentHash, citation.ContentHash);
    }

    [Fact]
    public void Cite_ContextCutInsideASurrogatePair_DropsTheHalf()
    {
        var body = "😀" + new string('x', 31) + "QUOTE" + new string('y', 31) + "😀";
        var article = Make.Article("a", body);

        var citation = CitationFactory.Cite(article, 33, 38);

        Assert.Equal(new string('x', 31), citation.Prefix);
        Assert.Equal(new string('y', 31), citation.Suffix);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(0, 6)]
    public void Cite_NoSpan_Throws(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CitationFactory.Cite(Make.Article("a", "short"), start, end));
}
