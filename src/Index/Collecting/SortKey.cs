namespace Dateline.Index.Collecting;

/// <summary>A column value as a rank: larger is better, any value is better than none.</summary>
internal readonly record struct SortKey(bool HasValue, long Rank) : IComparable<SortKey>
{
    public static SortKey Of(long value, bool descending) => new(true, descending ? value : ~value);

    public int CompareTo(SortKey other) => HasValue == other.HasValue ? Rank.CompareTo(other.Rank) : HasValue ? 1 : -1;
}
