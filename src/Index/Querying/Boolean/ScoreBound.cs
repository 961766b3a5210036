namespace Dateline.Index.Querying;

/// <summary>Bounds of sums of scores.</summary>
internal static class ScoreBound
{
    /// <summary>The sum of the bounds, rounded up so that no order of adding exceeds it.</summary>
    public static float Sum(ReadOnlySpan<Scorer> scorers, int upTo)
    {
        var sum = 0.0;
        foreach (var scorer in scorers) sum += scorer.MaxScore(upTo);
        return RoundUp(sum);
    }

    /// <summary>The smallest float above the number's nearest float.</summary>
    public static float RoundUp(double bound) => MathF.BitIncrement((float)bound);
}
