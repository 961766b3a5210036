namespace Dateline.Index.Querying;

/// <summary>Which terms of a text a <see cref="MoreLikeThisQuery"/> searches for.</summary>
public sealed record MoreLikeThisOptions
{
    /// <summary>Terms that occur less often in the text do not count; 2 unless set.</summary>
    public int MinTermFrequency { get; init; } = 2;

    /// <summary>Terms in fewer documents do not count; 5 unless set.</summary>
    public int MinDocumentFrequency { get; init; } = 5;

    /// <summary>
    /// Terms in a larger share of the documents that have the field do not count; 1 (none) unless set.
    /// </summary>
    public double MaxDocumentShare { get; init; } = 1;

    /// <summary>Most terms; 25 unless set.</summary>
    public int MaxTerms { get; init; } = 25;
}
