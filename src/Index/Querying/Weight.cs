namespace Dateline.Index.Querying;

/// <summary>A query bound to the statistics of an index. Thread-safe; the scorers it makes are not.</summary>
public abstract class Weight
{
    /// <summary>A cursor over the matches in one segment (deleted documents not left out), or null when there are none.</summary>
    public abstract Scorer? Scorer(SegmentContext segment);

    /// <summary>The number of live matches in one segment where it is known without looking at them, else -1.</summary>
    public virtual long Count(SegmentContext segment) => -1;
}
