using Dateline.Index.Numerics;

namespace Dateline.Index.Tests.Numerics;

public sealed class SortedSearchTests
{
    [Fact]
    public void FirstNotBelow_AnyListAndTarget_EqualsScalarAndFirstIndex()
    {
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var sorted = new int[1 + random.Next(140)];
            for (var k = 0; k < sorted.Length; k++)
                sorted[k] = (k > 0 ? sorted[k - 1] : 0) + 1 + random.Next(1 + round % 9);
            var low = random.Next(sorted.Length);
            var target = random.Next(sorted[^1] + 1);
            var expected = Array.FindIndex(sorted, low, value => value >= target);
            Assert.Equal(expected, SortedSearch.FirstNotBelow(sorted, low, target));
            Assert.Equal(expected, SortedSearch.FirstNotBelowScalar(sorted, low, target));
        }
    }
}
