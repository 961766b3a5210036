using Dateline.Index.Scoring;

namespace Dateline.Index.Tests.Scoring;

public sealed class Bm25Tests
{
    [Fact]
    public void Score_MoreOccurrencesOrShorterField_IsHigherAndBelowTheWeight()
    {
        var bm25 = new Bm25(new FieldStatistics(1000, 120_000), Bm25.Idf(30, 1000), 2);
        for (var norm = 1; norm < 120; norm++) // up to about 18,000 tokens; beyond, scores round to the same
        {
            Assert.True(bm25.Score(1, norm) > bm25.Score(1, norm + 1));
            Assert.True(bm25.Score(2, norm) > bm25.Score(1, norm));
            Assert.True(bm25.Score(1_000_000, norm) <= bm25.Weight);
        }
    }

    [Fact]
    public void Idf_OfSeveralTerms_IsTheirSumRoundedOnce() =>
        Assert.Equal((float)((double)1.1f + 2.3f + 0.7f), Bm25.Idf([1.1f, 2.3f, 0.7f]));
}
