using Dateline.Index.Indexing;

namespace Dateline.Index.Scoring;

/// <summary>
/// BM25 for one term or phrase of one field, with Lucene 8's arithmetic bit for bit (LUCENE87 section 9; Robertson and Zaragoza,
/// "The Probabilistic Relevance Framework", 2009): every step is rounded to float.
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

    /// <summary>Boost times inverse document frequency; no score is higher.</summary>
    public float Weight { get; }

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
    public float Score(float freq, int norm)
    {
        var product = (float)(freq * _inverseLengths[(byte)norm]);
        var denominator = (float)(1f + product);
        return (float)(Weight - (float)(Weight / denominator));
    }

    private static float[] InverseLengths(float averageLength)
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
