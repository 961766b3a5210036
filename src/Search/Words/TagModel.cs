using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Search.Names;

namespace Dateline.Search.Words;

/// <summary>
/// Weights of the parts of speech, in eight bits, and the words that have one use only. Immutable.
/// </summary>
internal sealed class TagModel
{
    /// <summary>Weights of a row, one for each <see cref="PartOfSpeech"/>.</summary>
    public const int Lanes = 32;

    /// <summary>Takes over the arrays.</summary>
    /// <param name="weights">Rows of <see cref="Lanes"/> weights; a power of two of them.</param>
    /// <param name="sure">1 + the part of speech of words that have one use, by <see cref="WordHash.Lower"/>.</param>
    public TagModel(sbyte[] weights, HashTable32 sure) => (Weights, Sure) = (weights, sure);

    /// <summary>Weights, row by row.</summary>
    public sbyte[] Weights { get; }

    /// <summary>Words of one use.</summary>
    public HashTable32 Sure { get; }

    /// <summary>Rows of the weight table.</summary>
    public int Rows => Weights.Length / Lanes;

    /// <summary>Adds up rows of weights.</summary>
    /// <param name="rows">Numbers of rows, all below <see cref="Rows"/>.</param>
    /// <param name="scores">Receives <see cref="Lanes"/> sums.</param>
    public void Score(ReadOnlySpan<int> rows, Span<short> scores)
    {
        Vector128<short> a = default, b = default, c = default, d = default;
        foreach (var row in rows)
        {
            var weights = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(Weights.AsSpan(row * Lanes, Lanes));
            var (low, high) = Vector128.Widen(weights[0]);
            a += low;
            b += high;
            (low, high) = Vector128.Widen(weights[1]);
            c += low;
            d += high;
        }

        var sums = MemoryMarshal.Cast<short, Vector128<short>>(scores);
        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }

    /// <summary>The lane with the greatest sum, the first among equals.</summary>
    public static int Best(ReadOnlySpan<short> scores)
    {
        var best = 0;
        for (var lane = 1; lane < Lanes; lane++)
            best = scores[lane] > scores[best] ? lane : best;
        return best;
    }
}
