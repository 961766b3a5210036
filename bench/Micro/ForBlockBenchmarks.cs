using BenchmarkDotNet.Attributes;
using Dateline.Index.Numerics;

namespace Dateline.Bench.Micro;

/// <summary>Packing and unpacking blocks of 128 postings.</summary>
public class ForBlockBenchmarks
{
    private readonly byte[] _packed = new byte[ForBlock.ByteCount(ForBlock.MaxWidth)];
    private readonly int[] _values = new int[ForBlock.Size];

    /// <summary>Bits a value: one of each lane width.</summary>
    [Params(3, 8, 13, 24)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (var k = 0; k < _values.Length; k++) _values[k] = random.Next(1 << Width);
        ForBlock.Encode(_values, Width, _packed);
    }

    [Benchmark]
    public void Decode() => ForBlock.Decode(_packed, Width, _values);

    [Benchmark]
    public void Encode() => ForBlock.Encode(_values, Width, _packed);
}
