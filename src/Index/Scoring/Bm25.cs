using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;

namespace Dateline.Index.Scoring;

/// <summary>
/// BM25 for one term or phrase of one field, with Lucene 8's arithmetic bit for bit (LUCENE87 section 9; Robertson and
/// Zaragoza, "The Probabilistic Relevance Framework", 2009): every step is rounded to float.
/// </summary>
public sealed class Bm25
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly float[] _inverseLengths;

    /// <summary>A scorer for a clause with that boost and inverse document frequency.</summary>
    public Bm25(FieldStatistics field, float idf, float boost)
    {
        Weight = boost * idf;
        _inverseLengths = InverseLengths(field.AverageLength);
    }

    /// <summary>
    /// As above, with the table that <see cref="InverseLengths"/> makes of the field's average length.
    /// </summary>
    internal Bm25(float[] inverseLengths, float idf, float boost)
    {
        Weight = boost * idf;
        _inverseLengths = inverseLengths;
    }

    /// <summary>Boost times inverse document frequency; no score is higher.</summary>
    public float Weight { get; }

    /// <summary>The factor of the frequency in the formula for a norm byte.</summary>
    internal float InverseLength(int norm) => _inverseLengths[(byte)norm];

    /// <summary>Inverse document frequency of a term.</summary>
    public static float Idf(long docFreq, long docCount) =>
        (float)Math.Log(1 + (docCount - docFreq + 0.5) / (docFreq + 0.5));

    /// <summary>Of several terms taken as one: their sum in double, rounded once.</summary>
    public static float Idf(ReadOnlySpan<float> idfs)
    {
        var sum = 0.0;
        foreach (var idf in idfs) sum += idf;
        return (float)sum;
    }

    /// <summary>The score of a frequency in a field of that length byte (1 where the field has no norms).</summary>
    public float Score(float freq, int norm) => ScoreOf(freq, _inverseLengths[(byte)norm]);

    /// <summary>The scores of several documents; each equals what <see cref="Score(float, int)"/> gives.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="freqs">Their frequencies.</param>
    /// <param name="norms">The field's norms, or null where it has none.</param>
    /// <param name="scores">Receives as many scores as there are documents.</param>
    internal void Score(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, NormValues? norms, Span<float> scores)
    {
        scores = scores[..docs.Length];
        freqs = freqs[..docs.Length];
        LookUpInverseLengths(docs, norms, scores);
        ref var freq = ref MemoryMarshal.GetReference(freqs);
        ref var score = ref MemoryMarshal.GetReference(scores);
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var weight = Vector256.Create(Weight);
            // Safety: both spans have docs.Length elements and at + 8 does not exceed it.
            for (; at + Vector256<int>.Count <= docs.Length; at += Vector256<int>.Count)
            {
                var freqVector = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref freq, (nuint)at));
                var product = freqVector * Vector256.LoadUnsafe(ref score, (nuint)at);
                (weight - (weight / (Vector256<float>.One + product))).StoreUnsafe(ref score, (nuint)at);
            }
        }

        for (; at < docs.Length; at++) scores[at] = ScoreOf(freqs[at], scores[at]);
    }

    private void LookUpInverseLengths(ReadOnlySpan<int> docs, NormValues? norms, Span<float> inverse)
    {
        var table = _inverseLengths;
        if (norms is null)
        {
            inverse.Fill(table[1]);
            return;
        }

        var dense = norms.Dense;
        if (dense.IsEmpty)
            for (var k = 0; k < docs.Length; k++) inverse[k] = table[(byte)norms.Get(docs[k])];
        else
            for (var k = 0; k < docs.Length; k++) inverse[k] = table[dense[docs[k]]];
    }

    private float ScoreOf(float freq, float inverseLength)
    {
        var product = (float)(freq * inverseLength);
        var denominator = (float)(1f + product);
        return (float)(Weight - (float)(Weight / denominator));
    }

    /// <summary>For each norm byte the factor of the frequency in the formula.</summary>
    internal static float[] InverseLengths(float averageLength)
    {
        var inverse = new float[256];
        for (var norm = 0; norm < inverse.Length; norm++)
        {
            var relative = (float)((float)(B * NormByte.Decode((byte)norm)) / averageLength);
            inverse[norm] = (float)(1f / (float)(K1 * (float)((1f - B) + relative)));
        }

        return inverse;
    }
}
