namespace Dateline.Index.Querying;

/// <summary>A query bound to the statistics of an index. Thread-safe; the scorers it makes are not.</summary>
public abstract class Weight
{
    /// <summary>
    /// A cursor over the matches in one segment (deleted documents not left out), or null when there are none.
    /// </summary>
    public abstract Scorer? Scorer(SegmentContext segment);

    /// <summary>The number of live matches in one segment where it is known without looking at them, else -1.</summary>
    public virtual long Count(SegmentContext segment) => -1;

    /// <summary>How the score of a document comes about, or null when it does not match.</summary>
    public virtual Explanation? Explain(SegmentContext segment, int docId) =>
        ScoreOf(segment, docId) is { } score ? new Explanation(score, "score") : null;

    /// <summary>The score of one document, or null when it does not match.</summary>
    internal float? ScoreOf(SegmentContext segment, int docId)
    {
        if (Scorer(segment) is not { } scorer || scorer.Advance(docId) != docId) return null;
        return scorer.Score();
    }
}
