namespace Dateline.Index.Indexing.Merging;

/// <summary>
/// Chooses segments to merge: as many of one size class (powers of the merge factor, in live documents) as the merge factor, and
/// any segment more than half deleted.
/// </summary>
internal static class MergePolicy
{
    private const int SmallestClass = 1000; // smaller segments all count as equal

    /// <summary>Groups to be merged into one segment each; a segment is in at most one group.</summary>
    public static List<List<WriterSegment>> Select(IEnumerable<WriterSegment> segments, int mergeFactor)
    {
        var groups = new List<List<WriterSegment>>();
        if (mergeFactor < 2) return groups;
        var candidates = segments.Where(segment => Obstacle(segment) is null).ToList();
        foreach (var sizeClass in candidates.GroupBy(segment => SizeClass(segment.LiveCount, mergeFactor)))
        {
            var members = sizeClass.ToList();
            if (members.Count >= mergeFactor) groups.Add(members);
            else groups.AddRange(members.Where(segment => segment.DeletedCount * 2L > segment.MaxDoc).Select(one => new List<WriterSegment> { one }));
        }

        return groups;
    }

    /// <summary>Why the segment cannot be rewritten without loss; null when it can.</summary>
    public static string? Obstacle(WriterSegment segment)
    {
        foreach (var field in segment.Core.Fields)
        {
            var what = field.HasTermVectors ? "term vectors"
                : field.HasPayloads ? "payloads"
                : field.IsSoftDeletes ? "soft deletes"
                : field.PointDimensions > 0 && (field.PointDimensions, field.PointBytes) != (1, 8) ? "points other than longs"
                : null;
            if (what is not null) return $"segment {segment.Name}: field \"{field.Name}\" has {what}, which Dateline does not write";
        }

        return null;
    }

    private static int SizeClass(int documents, int mergeFactor)
    {
        var level = 0;
        for (var size = (long)SmallestClass; size <= documents; size *= mergeFactor) level++;
        return level;
    }
}
