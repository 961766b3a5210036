namespace Dateline.Index.Querying;

/// <summary>A term near another; better ones first: higher boost, then earlier in byte order.</summary>
internal sealed record NearTerm(float Boost, byte[] Term) : IComparable<NearTerm>
{
    /// <summary>Orders by the term alone.</summary>
    public static IComparer<NearTerm> ByTerm { get; } =
        Comparer<NearTerm>.Create(static (left, right) => left.Term.AsSpan().SequenceCompareTo(right.Term));

    public int CompareTo(NearTerm? other)
    {
        if (other is null) return -1;
        var order = other.Boost.CompareTo(Boost);
        return order != 0 ? order : Term.AsSpan().SequenceCompareTo(other.Term);
    }

    /// <summary>True when the other comes before this one.</summary>
    public bool IsWorseThan(float boost, ReadOnlySpan<byte> term) =>
        Boost < boost || (Boost == boost && Term.AsSpan().SequenceCompareTo(term) > 0);
}
