namespace Dateline.Index.Checking;

/// <summary>The verdict on one segment.</summary>
public sealed record SegmentCheck
{
    /// <summary>Segment name, e.g. <c>_3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Documents, deleted ones included; -1 when not even their number can be read.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>Documents that are deleted, as the commit says.</summary>
    public required int DeletedCount { get; init; }

    /// <summary>True when the files are inside <c>.cfs</c>.</summary>
    public bool IsCompound { get; init; }

    /// <summary>The parts in the order they were walked.</summary>
    public IReadOnlyList<PartCheck> Parts { get; init; } = [];

    /// <summary>Why the segment could not be checked though it need not be damaged; null when it was.</summary>
    public string? Unsupported { get; init; }

    /// <summary>Everything wrong with it.</summary>
    public IEnumerable<IndexProblem> Problems => Parts.SelectMany(static part => part.Problems);

    /// <summary>True when something is wrong with it.</summary>
    public bool IsDamaged => Parts.Any(static part => part.Problems.Count > 0);

    /// <summary>Documents that are not deleted; -1 when unknown.</summary>
    public int LiveCount => MaxDoc < 0 ? -1 : MaxDoc - DeletedCount;
}
