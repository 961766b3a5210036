using Dateline.Index.Indexing.Segments;

namespace Dateline.Index.Indexing.Merging;

/// <summary>
/// Tiered merging: segments of similar size are merged so that their number stays within so many a tier, tiers growing
/// by that factor from the floor size up. Sizes count live documents only. Of the possible groups of neighbours in size
/// the one wins that is most balanced, has most deletions and is smallest. A segment that got large is left alone until
/// half of it is deleted.
/// </summary>
internal sealed class MergePolicy(IndexWriterOptions options)
{
    private const double SizeExponent = 0.05; // size counts little: balance decides, size breaks near-ties
    private const double DeletesWeight = 2;

    private readonly record struct Candidate(WriterSegment Segment, long Bytes);

    /// <summary>The next segments to be merged into one; empty when there is no need.</summary>
    public IReadOnlyList<WriterSegment> Select(IReadOnlyList<WriterSegment> segments)
    {
        if (options.MergeFactor < 2) return [];
        var candidates = Candidates(segments);
        if (candidates.Find(one => IsHollow(one.Segment)).Segment is { } hollow) return [hollow];
        var allowed = Allowed(candidates);
        if (candidates.Count <= allowed) return [];
        IReadOnlyList<WriterSegment> best = [];
        var bestScore = double.MaxValue;
        for (var start = 0; start + 1 < candidates.Count; start++)
        {
            var group = GroupFrom(candidates, start);
            if (group.Count < 2 || Score(group) >= bestScore) continue;
            bestScore = Score(group);
            best = [.. group.Select(one => one.Segment)];
        }

        return InIndexOrder(segments, best);
    }

    /// <summary>The smallest segments, as many as it takes to leave at most so many.</summary>
    public static IReadOnlyList<WriterSegment> Surplus(IReadOnlyList<WriterSegment> segments, int maxSegments)
    {
        var surplus = segments.Count - maxSegments;
        if (surplus <= 0) return maxSegments == 1 ? [.. segments.Where(segment => segment.DeletedCount > 0)] : [];
        return InIndexOrder(segments, [.. segments.OrderBy(segment => segment.LiveCount).Take(surplus + 1)]);
    }

    /// <summary>Why the segment cannot be rewritten without loss; null when it can.</summary>
    public static string? Obstacle(WriterSegment segment)
    {
        if (segment.Core.Info.Sort is [var sort, ..])
            return $"segment {segment.Name} is kept sorted by \"{sort.Field}\", an order that merging would lose";
        foreach (var field in segment.Core.Fields)
        {
            var what = field.HasTermVectors ? "term vectors"
                : field.HasPayloads ? "payloads"
                : field.IsSoftDeletes ? "soft deletes"
                : field.PointDimensions > 0 && (field.PointDimensions, field.PointBytes) != (1, 8)
                    ? "points other than longs"
                : null;
            if (what is not null)
                return $"segment {segment.Name}: field \"{field.Name}\" has {what}, which Dateline does not write";
        }

        return null;
    }

    private static bool IsHollow(WriterSegment segment) => segment.DeletedCount * 2L > segment.MaxDoc;

    private static IReadOnlyList<WriterSegment> InIndexOrder(
        IReadOnlyList<WriterSegment> all, IReadOnlyList<WriterSegment> some) =>
        some.Count < 2 ? some : [.. all.Where(some.Contains)];

    /// <summary>Largest first.</summary>
    private List<Candidate> Candidates(IReadOnlyList<WriterSegment> segments)
    {
        var candidates = new List<Candidate>();
        foreach (var segment in segments)
        {
            if (Obstacle(segment) is not null) continue;
            var live = (long)((double)segment.Bytes * segment.LiveCount / Math.Max(1, segment.MaxDoc));
            if (live <= options.MaxMergedBytes / 2 || IsHollow(segment))
                candidates.Add(new Candidate(segment, live));
        }

        candidates.Sort(static (a, b) => b.Bytes != a.Bytes
            ? b.Bytes.CompareTo(a.Bytes) : string.CompareOrdinal(a.Segment.Name, b.Segment.Name));
        return candidates;
    }

    /// <summary>How many segments the tiers have room for.</summary>
    private int Allowed(List<Candidate> candidates)
    {
        if (candidates.Count == 0) return 0;
        var left = (double)candidates.Sum(one => Floored(one.Bytes));
        double tier = Floored(candidates[^1].Bytes);
        var allowed = 0;
        while (true)
        {
            var inTier = left / tier;
            if (inTier < options.MergeFactor || tier >= options.MaxMergedBytes)
                return allowed + (int)Math.Ceiling(inTier);
            allowed += options.MergeFactor;
            left -= options.MergeFactor * tier;
            tier = Math.Min(options.MaxMergedBytes, tier * options.MergeFactor);
        }
    }

    private List<Candidate> GroupFrom(List<Candidate> candidates, int start)
    {
        var group = new List<Candidate>();
        var bytes = 0L;
        for (var k = start; k < candidates.Count && group.Count < options.MergeFactor; k++)
        {
            if (bytes + candidates[k].Bytes > options.MaxMergedBytes) continue;
            group.Add(candidates[k]);
            bytes += candidates[k].Bytes;
        }

        return group;
    }

    private double Score(List<Candidate> group)
    {
        double floored = 0, live = 0, all = 0;
        foreach (var (segment, bytes) in group)
        {
            floored += Floored(bytes);
            live += bytes;
            all += segment.Bytes;
        }

        var skew = group.Count < options.MergeFactor ? 1.0 : Floored(group[0].Bytes) / floored;
        return skew * Math.Pow(live + 1, SizeExponent) * Math.Pow(live / Math.Max(1, all), DeletesWeight);
    }

    private long Floored(long bytes) => Math.Max(bytes, options.FloorSegmentBytes);
}
