namespace Dateline.Index.Scoring;

/// <summary>Numbers of one field over all segments, deleted documents included.</summary>
/// <param name="DocCount">Documents that have the field.</param>
/// <param name="TokenCount">Sum of the total term frequencies (document frequencies where no frequencies are
/// indexed).</param>
public readonly record struct FieldStatistics(long DocCount, long TokenCount)
{
    /// <summary>Mean field length in tokens.</summary>
    public float AverageLength => (float)(TokenCount / (double)DocCount);
}
