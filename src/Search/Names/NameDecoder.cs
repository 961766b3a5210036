using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Search.Names;

/// <summary>Finds the best label sequence of a sentence (Viterbi). Holds its buffers; not thread-safe.</summary>
internal sealed class NameDecoder
{
    private readonly int[] _rows = new int[NameFeatures.Count];
    private readonly byte[] _back = new byte[DocumentTokens.MaxSentence * NameLabels.Count];
    private readonly int[] _best = new int[NameLabels.Count];
    private readonly int[] _next = new int[NameLabels.Count];
    private static readonly byte[][] Predecessors = [.. Enumerable.Range(0, NameLabels.Count).Select(PredecessorsOf)];

    /// <summary>Scores the weighted labels of every token of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="manner">How it is written.</param>
    /// <param name="model">The model.</param>
    /// <param name="scores">Receives <see cref="NameLabels.Weighted"/> scores for each token.</param>
    public void Score(
        ReadOnlySpan<TokenFacts> sentence, SentenceManner manner, NameModel model, Span<short> scores)
    {
        for (var at = 0; at < sentence.Length; at++)
        {
            NameFeatures.Extract(sentence, at, manner, _rows, model.Rows);
            Score(model.Weights, _rows, scores.Slice(at * NameLabels.Weighted, NameLabels.Weighted));
        }
    }

    /// <summary>Writes one label for each token: the best sequence under the scores.</summary>
    public void Decode(ReadOnlySpan<short> scores, NameModel model, Span<byte> labels) =>
        Search(scores, model.Transitions, labels[..(scores.Length / NameLabels.Weighted)]);

    /// <summary>Adds up rows of weights, sixteen lanes at a time.</summary>
    internal static void Score(sbyte[] weights, ReadOnlySpan<int> rows, Span<short> scores)
    {
        Vector128<short> low = Vector128<short>.Zero, high = Vector128<short>.Zero;
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (var row in rows)
        {
            var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)row * NameLabels.Weighted));
            low += lower;
            high += upper;
        }

        low.CopyTo(scores);
        high.CopyTo(scores[8..]);
    }

    private void Search(ReadOnlySpan<short> scores, short[] transitions, Span<byte> labels)
    {
        var length = labels.Length;
        for (var label = 0; label < NameLabels.Count; label++)
            _best[label] = transitions[(NameLabels.Count * NameLabels.Count) + label] + Emission(scores, 0, label);
        for (var at = 1; at < length; at++)
        {
            var back = _back.AsSpan(at * NameLabels.Count, NameLabels.Count);
            for (var label = 0; label < NameLabels.Count; label++)
            {
                int best = int.MinValue, from = 0;
                foreach (var before in Predecessors[label])
                {
                    var score = _best[before] + transitions[(before * NameLabels.Count) + label];
                    if (score > best)
                        (best, from) = (score, before);
                }

                _next[label] = best + Emission(scores, at, label);
                back[label] = (byte)from;
            }

            _next.CopyTo(_best, 0);
        }

        Trace(length, labels);
    }

    private void Trace(int length, Span<byte> labels)
    {
        var last = NameLabels.Outside;
        for (var label = 0; label < NameLabels.Count; label++)
        {
            if (NameLabels.MayEnd(label) && _best[label] > _best[last])
                last = label;
        }

        for (var at = length - 1; at >= 0; at--)
        {
            labels[at] = (byte)last;
            last = _back[(at * NameLabels.Count) + last];
        }
    }

    private static int Emission(ReadOnlySpan<short> scores, int at, int label) =>
        label == NameLabels.Outside ? 0 : scores[(at * NameLabels.Weighted) + label];

    private static byte[] PredecessorsOf(int label) =>
        [.. Enumerable.Range(0, NameLabels.Count).Where(before => NameLabels.MayFollow(before, label))
            .Select(before => (byte)before)];
}
