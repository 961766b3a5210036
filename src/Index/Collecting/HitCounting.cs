namespace Dateline.Index.Collecting;

/// <summary>How far a search has to count its matches; counting less lets it skip more.</summary>
public readonly record struct HitCounting
{
    private HitCounting(long upTo) => UpTo = upTo;

    /// <summary>Counts every match.</summary>
    public static HitCounting Exact => new(long.MaxValue);

    /// <summary>Matches that are counted exactly; beyond them the total may be a lower bound.</summary>
    public long UpTo { get; }

    /// <summary>Counts exactly up to that number; a total above it is a lower bound.</summary>
    public static HitCounting AtLeast(long matches)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(matches);
        return new HitCounting(matches);
    }
}
