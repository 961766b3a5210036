using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Tests.Names;

public sealed class NameDecoderTests
{
    private static readonly string[] Words = ["Homs", "in", "the", "Bank", "of", "LONDON", "16", "-", "said", "Smith"];

    [Fact]
    public void Decode_OfShortSentences_FindsTheBestOfAllLabelSequences()
    {
        var random = new Random(11);
        var decoder = new NameDecoder();
        for (var round = 0; round < 40; round++)
        {
            var model = RandomModels.Create(round, 512);
            var facts = Facts(random, 1 + random.Next(3));
            var labels = Decode(decoder, facts, model);
            Assert.Equal(BestScore(facts, model), ScoreOf(labels, facts, model));
        }
    }

    [Fact]
    public void Decode_OfLongSentences_FormsWholeNames()
    {
        var random = new Random(12);
        var decoder = new NameDecoder();
        for (var round = 0; round < 50; round++)
        {
            var facts = Facts(random, DocumentTokens.MaxSentence);
            var labels = Decode(decoder, facts, RandomModels.Create(round, 512));
            Assert.True(NameLabels.MayStart(labels[0]));
            Assert.True(NameLabels.MayEnd(labels[^1]));
            for (var i = 1; i < labels.Length; i++)
                Assert.True(NameLabels.MayFollow(labels[i - 1], labels[i]));
        }
    }

    [Fact]
    public void Score_OfRows_IsTheirSumLaneByLane()
    {
        var model = RandomModels.Create(5, 100);
        var random = new Random(6);
        var rows = new int[NameFeatures.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = random.Next(100);
        var scores = new short[NameLabels.Weighted];
        NameDecoder.Score(model.Weights, rows, scores);
        for (var lane = 0; lane < scores.Length; lane++)
            Assert.Equal(rows.Sum(row => model.Weights[(row * NameLabels.Weighted) + lane]), scores[lane]);
    }

    private static byte[] Decode(NameDecoder decoder, TokenFacts[] facts, NameModel model)
    {
        var scores = new short[facts.Length * NameLabels.Weighted];
        var labels = new byte[facts.Length];
        decoder.Score(facts, default, model, scores);
        decoder.Decode(scores, model, labels);
        return labels;
    }

    private static TokenFacts[] Facts(Random random, int length)
    {
        var facts = new TokenFacts[length];
        for (var i = 0; i < length; i++)
            facts[i] = TokenFacts.Of(Words[random.Next(Words.Length)], TokenKind.Word, false);
        return facts;
    }

    private static int BestScore(TokenFacts[] facts, NameModel model)
    {
        var best = int.MinValue;
        var labels = new byte[facts.Length];
        for (var code = 0; code < Math.Pow(NameLabels.Count, facts.Length); code++)
        {
            for (int i = 0, rest = code; i < labels.Length; i++, rest /= NameLabels.Count)
                labels[i] = (byte)(rest % NameLabels.Count);
            var whole = NameLabels.MayStart(labels[0]) && NameLabels.MayEnd(labels[^1])
                && Enumerable.Range(1, labels.Length - 1).All(i => NameLabels.MayFollow(labels[i - 1], labels[i]));
            if (whole)
                best = Math.Max(best, ScoreOf(labels, facts, model));
        }

        return best;
    }

    private static int ScoreOf(byte[] labels, TokenFacts[] facts, NameModel model)
    {
        int score = 0, before = NameLabels.Count;
        var rows = new int[NameFeatures.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            NameFeatures.Extract(facts, i, default, rows, model.Rows);
            score += model.Transitions[(before * NameLabels.Count) + labels[i]];
            var label = labels[i];
            score += label == NameLabels.Outside
                ? 0 : rows.Sum(row => model.Weights[(row * NameLabels.Weighted) + label]);
            before = labels[i];
        }

        return score;
    }
}
