using Dateline.Index.Indexing.Buffering;

namespace Dateline.Index.Tests.Indexing;

public sealed class TermTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void GetOrAdd_RandomTerms_NumbersThemAsADictionaryDoes(int seed)
    {
        var random = new Random(seed);
        using var arena = new ByteArena();
        using var table = new TermTable(arena);
        var known = new Dictionary<string, int>();
        for (var n = 0; n < 20_000; n++)
        {
            var term = new byte[random.Next(20)];
            // Few different bytes, so that many terms are alike.
            foreach (ref var b in term.AsSpan()) b = (byte)(random.Next(8) == 0 ? 0 : 253 + random.Next(3));
            var name = Convert.ToHexString(term);
            if (!known.TryGetValue(name, out var number)) known.Add(name, number = known.Count);
            Assert.Equal(number, table.GetOrAdd(term));
        }

        Assert.Equal(known.Count, table.Count);
        using var order = table.Sorted();
        var sorted = order.Numbers.ToArray().Select(number => Convert.ToHexString(table[number])).ToList();
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), sorted);
    }
}
