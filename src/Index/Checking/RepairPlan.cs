namespace Dateline.Index.Checking;

/// <summary>What a repair is going to do: write one new commit. No file is changed, none is deleted.</summary>
/// <param name="Generation">N of the <c>segments_N</c> it writes.</param>
/// <param name="Kept">Segments the new commit has, in document order.</param>
/// <param name="Lost">Damaged segments it leaves out.</param>
public sealed record RepairPlan(long Generation, IReadOnlyList<SegmentCheck> Kept, IReadOnlyList<SegmentCheck> Lost)
{
    /// <summary>Documents lost, deleted ones not counted; segments whose number is unknown count as none.</summary>
    public long LostDocuments => Lost.Sum(static segment => Math.Max(0L, segment.LiveCount));

    /// <summary>Segments lost of which not even the number of documents is known.</summary>
    public int LostUncounted => Lost.Count(static segment => segment.MaxDoc < 0);
}
