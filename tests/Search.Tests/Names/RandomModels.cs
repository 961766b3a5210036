using Dateline.Search.Names;

namespace Dateline.Search.Tests.Names;

/// <summary>Models with random weights, for what must hold whatever the weights are.</summary>
internal static class RandomModels
{
    public static NameModel Create(int seed, int rows)
    {
        var random = new Random(seed);
        var weights = new sbyte[rows * NameLabels.Weighted];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (sbyte)random.Next(-127, 128);
        var transitions = new short[(NameLabels.Count + 1) * NameLabels.Count];
        for (var from = 0; from <= NameLabels.Count; from++)
        {
            for (var to = 0; to < NameLabels.Count; to++)
            {
                var allowed = from == NameLabels.Count ? NameLabels.MayStart(to) : NameLabels.MayFollow(from, to);
                transitions[(from * NameLabels.Count) + to] = allowed ? (short)random.Next(-400, 400) : NameModel.Never;
            }
        }

        var pairs = Enumerable.Range(0, 40)
            .ToDictionary(_ => (uint)random.NextInt64(1, uint.MaxValue), _ => (uint)random.Next(1, 1 << 22));
        var table = HashTable32.From(pairs);
        return new NameModel(weights, transitions, new NameLexicon(table, table));
    }
}
