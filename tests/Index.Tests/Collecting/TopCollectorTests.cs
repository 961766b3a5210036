using Dateline.Index.Collecting;
using Dateline.Index.Tests.Querying;

namespace Dateline.Index.Tests.Collecting;

public sealed class TopCollectorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public void Offer_Blocks_KeepsWhatOneAtATimeDoes(int capacity)
    {
        using var index = WordIndex.Random(1, 900, 900, 20);
        using var undeleted = new WordIndex(index.Docs, 900);
        var random = new Random(capacity);
        foreach (var searcher in new[] { index.Searcher, undeleted.Searcher })
        {
            foreach (var countUpTo in new[] { 0, 100, long.MaxValue })
            {
                var (single, block) = (new TopHeap<float>(capacity), new TopHeap<float>(capacity));
                var one = new TopCollector(single, countUpTo, default);
                var many = new TopCollector(block, countUpTo, default);
                one.Begin(searcher.Segments[0], null);
                many.Begin(searcher.Segments[0], null);
                for (var docId = 0; docId < searcher.MaxDoc;)
                {
                    int[] docs = [.. Enumerable.Range(docId, Math.Min(random.Next(1, 70), searcher.MaxDoc - docId))];
                    float[] scores = [.. docs.Select(_ => Score(random))];
                    many.Offer(docs, scores);
                    for (var k = 0; k < docs.Length; k++) one.Offer(docs[k], scores[k]);
                    docId += docs.Length;
                    Assert.Equal((one.Offered, one.Threshold), (many.Offered, many.Threshold));
                }

                Assert.Equal(single.Drain(), block.Drain());
            }
        }
    }

    private static float Score(Random random) => random.Next(40) switch
    {
        0 => float.NaN,
        1 => float.PositiveInfinity,
        2 => -0f,
        _ => MathF.Round((float)(10 * Math.Pow(random.NextDouble(), 8)), 2),
    };
}
