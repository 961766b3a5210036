using Dateline.Index.Reading;

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

    /// <summary>The smallest float above the number's nearest float; 0 for 0.</summary>
    public static float RoundUp(double bound) => bound == 0 ? 0 : MathF.BitIncrement((float)bound);

    /// <summary>Looks ahead with one of several cursors, which may already be past the target or exhausted.</summary>
    public static int AdvanceShallow(Scorer scorer, int target) => scorer.DocId == DocCursor.NoMoreDocs
        ? DocCursor.NoMoreDocs : scorer.AdvanceShallow(Math.Max(target, scorer.DocId));
}
