namespace Dateline.Index.Collecting;

/// <summary>A set of documents of an index, one bit set per segment in segment order.</summary>
public sealed class DocIdSet
{
    /// <summary>Takes the sets of the segments.</summary>
    public DocIdSet(IReadOnlyList<DocBits> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        Segments = segments;
    }

    /// <summary>The sets of the segments.</summary>
    public IReadOnlyList<DocBits> Segments { get; }

    /// <summary>Number of documents in the set.</summary>
    public long Count => Segments.Sum(segment => (long)segment.Count());

    /// <summary>A set of its own with the same documents.</summary>
    public DocIdSet Clone() => new([.. Segments.Select(segment => segment.Clone())]);

    /// <summary>Keeps only documents that are also in <paramref name="other"/>, a set of the same index.</summary>
    public void IntersectWith(DocIdSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var k = 0; k < Segments.Count; k++) Segments[k].IntersectWith(other.Segments[k]);
    }
}
