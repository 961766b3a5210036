using System.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Gathers the highest frequency at every norm byte and writes the competitive pairs: those with a frequency higher
/// than at any smaller norm (LUCENE87 section 11.5).
/// </summary>
internal sealed class ImpactAccumulator
{
    private readonly int[] _maxFreqs = new int[256];
    private readonly ulong[] _seen = new ulong[4];

    /// <summary>Takes one document.</summary>
    public void Add(int freq, int norm)
    {
        if (freq > _maxFreqs[norm]) _maxFreqs[norm] = freq;
        _seen[norm >> 6] |= 1ul << norm;
    }

    /// <summary>Takes all documents of another accumulator and empties that one.</summary>
    public void TakeOver(ImpactAccumulator other)
    {
        for (var word = 0; word < other._seen.Length; word++)
        {
            for (var bits = other._seen[word]; bits != 0; bits &= bits - 1)
                Add(other._maxFreqs[(word << 6) + BitOperations.TrailingZeroCount(bits)],
                    (word << 6) + BitOperations.TrailingZeroCount(bits));
        }

        other.Clear();
    }

    /// <summary>Forgets all documents.</summary>
    public void Clear()
    {
        for (var word = 0; word < _seen.Length; word++)
        {
            for (var bits = _seen[word]; bits != 0; bits &= bits - 1)
                _maxFreqs[(word << 6) + BitOperations.TrailingZeroCount(bits)] = 0;
            _seen[word] = 0;
        }
    }

    /// <summary>Writes the competitive pairs, each relative to the one before; norms go out as signed bytes.</summary>
    public void Write(IndexOutput output)
    {
        int freq = 0, norm = 0;
        for (var word = 0; word < _seen.Length; word++)
        {
            for (var bits = _seen[word]; bits != 0; bits &= bits - 1)
            {
                var nextNorm = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var nextFreq = _maxFreqs[nextNorm];
                if (nextFreq <= freq) continue;
                var normDelta = (sbyte)nextNorm - norm - 1;
                var freqDelta = nextFreq - freq - 1;
                output.WriteVInt(freqDelta << 1 | (normDelta == 0 ? 0 : 1));
                if (normDelta != 0) output.WriteZLong(normDelta);
                (freq, norm) = (nextFreq, (sbyte)nextNorm);
            }
        }
    }
}
