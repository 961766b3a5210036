namespace Dateline.Summarize.Speech;

/// <summary>
/// Weights of the decisions about speech, in eight bits, and the words that may announce it. Immutable.
/// </summary>
internal sealed class SpeechModel
{
    /// <summary>Lanes of a row that scores a layout, one for each <see cref="SpeechLayout"/>.</summary>
    public const int Layouts = 4;

    /// <summary>Units of a weight to 1.0.</summary>
    public const float Scale = 32;

    /// <summary>Takes over the arrays.</summary>
    /// <param name="layouts">Rows of <see cref="Layouts"/> weights; a power of two of them.</param>
    /// <param name="positions">Weights of positions; a power of two of them.</param>
    /// <param name="drafts">Weights of whole readings; a power of two of them.</param>
    /// <param name="joins">Weights of joining; a power of two of them.</param>
    /// <param name="cues">Strength, 1 to 7, of each word that may announce speech, by hash.</param>
    public SpeechModel(
        sbyte[] layouts, sbyte[] positions, sbyte[] drafts, sbyte[] joins, IReadOnlyDictionary<uint, byte> cues) =>
        (LayoutWeights, PositionWeights, DraftWeights, JoinWeights, Cues) = (layouts, positions, drafts, joins, cues);

    /// <summary>Weights of layouts, row by row.</summary>
    public sbyte[] LayoutWeights { get; }

    /// <summary>Weights of positions.</summary>
    public sbyte[] PositionWeights { get; }

    /// <summary>Weights of whole readings (<see cref="SpeechDraftFeatures"/>).</summary>
    public sbyte[] DraftWeights { get; }

    /// <summary>Weights of joining quotations (<see cref="SpeechJoinFeatures"/>).</summary>
    public sbyte[] JoinWeights { get; }

    /// <summary>Words that may announce speech.</summary>
    public IReadOnlyDictionary<uint, byte> Cues { get; }

    /// <summary>Probability of each layout.</summary>
    public void Layout(ReadOnlySpan<uint> features, Span<float> probabilities)
    {
        Span<int> sums = stackalloc int[Layouts];
        sums.Clear();
        var mask = (uint)((LayoutWeights.Length / Layouts) - 1);
        foreach (var feature in features)
        {
            var row = (int)(feature & mask) * Layouts;
            for (var lane = 0; lane < Layouts; lane++)
                sums[lane] += LayoutWeights[row + lane];
        }

        for (var lane = 0; lane < Layouts; lane++)
            probabilities[lane] = sums[lane] / Scale;
        Normalise(probabilities);
    }

    /// <summary>Score of a position; differences are logarithms of odds.</summary>
    public float Position(ReadOnlySpan<uint> features) => Sum(PositionWeights, features);

    /// <summary>Score of a whole reading: the logarithm of its odds against there being none.</summary>
    public float Draft(ReadOnlySpan<uint> features) => Sum(DraftWeights, features);

    /// <summary>Score of joining a quotation to an attribution: the logarithm of its odds against leaving it
    /// alone.</summary>
    public float Join(ReadOnlySpan<uint> features) => Sum(JoinWeights, features);

    private static float Sum(sbyte[] weights, ReadOnlySpan<uint> features)
    {
        var sum = 0;
        var mask = (uint)(weights.Length - 1);
        foreach (var feature in features)
            sum += weights[feature & mask];
        return sum / Scale;
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Normalise(Span<float> scores)
    {
        var top = float.MinValue;
        foreach (var score in scores)
            top = Math.Max(top, score);
        var total = 0f;
        foreach (ref var score in scores)
            total += score = MathF.Exp(score - top);
        foreach (ref var score in scores)
            score /= total;
    }
}
