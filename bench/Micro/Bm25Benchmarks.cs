using BenchmarkDotNet.Attributes;
using Dateline.Index.Scoring;

namespace Dateline.Bench.Micro;

/// <summary>Scoring one block of postings.</summary>
public class Bm25Benchmarks
{
    private const int Block = 128;
    private readonly Bm25 _scorer = new(new FieldStatistics(100_000, 45_000_000), Bm25.Idf(5_000, 100_000), 1);
    private readonly int[] _freqs = new int[Block];
    private readonly byte[] _norms = new byte[Block];

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (var k = 0; k < Block; k++) _freqs[k] = random.Next(1, 9);
        random.NextBytes(_norms);
    }

    [Benchmark(OperationsPerInvoke = Block)]
    public float Score()
    {
        var best = 0f;
        for (var k = 0; k < Block; k++) best = Math.Max(best, _scorer.Score(_freqs[k], _norms[k]));
        return best;
    }
}
