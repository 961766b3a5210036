namespace Dateline.Index.Checking;

/// <summary>The verdict on an index: every file of the newest commit was read in full.</summary>
public sealed record IndexCheckReport
{
    /// <summary>N of the <c>segments_N</c> that was checked, by its name.</summary>
    public required long Generation { get; init; }

    /// <summary>The segments in document order.</summary>
    public IReadOnlyList<SegmentCheck> Segments { get; init; } = [];

    /// <summary>Problems of the commit itself or between segments.</summary>
    public IReadOnlyList<IndexProblem> CommitProblems { get; init; } = [];

    /// <summary>
    /// Index files that no commit refers to: left by a crash, no damage; the next writer deletes them.
    /// </summary>
    public IReadOnlyList<string> Unreferenced { get; init; } = [];

    /// <summary>True when nothing is wrong.</summary>
    public bool IsClean => CommitProblems.Count == 0 && !Segments.Any(static segment => segment.IsDamaged);

    /// <summary>True when damaged segments are all that is wrong: leaving them out makes the index whole.</summary>
    public bool IsRepairable => CommitProblems.Count == 0 && Segments.Any(static segment => segment.IsDamaged);

    /// <summary>Everything wrong.</summary>
    public IEnumerable<IndexProblem> Problems =>
        CommitProblems.Concat(Segments.SelectMany(static segment => segment.Problems));
}
