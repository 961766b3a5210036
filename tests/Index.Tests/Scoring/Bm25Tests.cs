using Dateline.Index.Reading;
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
    public void Score_ManyAtOnce_EqualsOneAtATime()
    {
        var random = new Random(3);
        var bm25 = new Bm25(new FieldStatistics(1000, 120_000), Bm25.Idf(30, 1000), 1.7f);
        for (var count = 0; count < 300; count++)
        {
            int[] docs = [.. Enumerable.Range(0, count).Select(k => 2 * k)];
            int[] freqs = [.. docs.Select(_ => random.Next(9) switch
            {
                0 =>
                    random.Next(), 1 =>
                        -random.Next(), 2 => 0, 3 => int.MaxValue, 4 => int.MinValue, _ => random.Next(1, 50),
            })];
            var bytes = new byte[2 * count + 1];
            random.NextBytes(bytes);
            NormValues?[] kinds = [null, new Norms(bytes, isDense: true), new Norms(bytes, isDense: false)];
            foreach (var norms in kinds)
            {
                var scores = new float[count];
                bm25.Score(docs, freqs, norms, scores);
                Assert.Equal(
                    docs.Select((docId, k) => Bits(bm25.Score(freqs[k], norms?.Get(docId) ?? 1))), scores.Select(Bits));
            }
        }
    }

    // Any two results that are no number are equal.
    private static int Bits(float score) => BitConverter.SingleToInt32Bits(float.IsNaN(score) ? float.NaN : score);

    private sealed class Norms(byte[] bytes, bool isDense) : NormValues
    {
        public override ReadOnlySpan<byte> Dense => isDense ? bytes : [];

        public override int Get(int docId) => bytes[docId];
    }

    [Fact]
    public void Idf_OfSeveralTerms_IsTheirSumRoundedOnce() =>
        Assert.Equal((float)((double)1.1f + 2.3f + 0.7f), Bm25.Idf([1.1f, 2.3f, 0.7f]));
}
