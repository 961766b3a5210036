namespace Dateline.Index.Reading;

/// <summary>Where a term's postings are; opaque to all but the codec that made it.</summary>
/// <remarks>Pointers are absolute positions in <c>.doc</c>, <c>.pos</c> and <c>.pay</c>.</remarks>
public readonly record struct TermState
{
    /// <summary>Documents that contain the term, deleted ones included.</summary>
    public int DocFreq { get; init; }

    /// <summary>
    /// Occurrences over all documents; equals <see cref="DocFreq"/> where frequencies are not indexed.
    /// </summary>
    public long TotalTermFreq { get; init; }

    internal long DocPointer { get; init; }

    internal long PositionPointer { get; init; }

    internal long PayPointer { get; init; }

    internal long LastPositionBlockOffset { get; init; }

    internal long SkipOffset { get; init; }

    internal int SingletonDoc { get; init; }
}

/// <summary>The terms of one field in one segment. Thread-safe; the cursors it hands out are not.</summary>
public abstract class FieldTerms
{
    /// <summary>Number of terms.</summary>
    public abstract long TermCount { get; }

    /// <summary>Sum of total term frequencies; -1 without frequencies.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>Sum of document frequencies.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Documents that have at least one term in the field, deleted ones included.</summary>
    public abstract int DocCount { get; }

    /// <summary>Smallest term.</summary>
    public abstract ReadOnlySpan<byte> MinTerm { get; }

    /// <summary>Largest term.</summary>
    public abstract ReadOnlySpan<byte> MaxTerm { get; }

    /// <summary>Looks one term up.</summary>
    public abstract bool TryFind(ReadOnlySpan<byte> term, out TermState state);

    /// <summary>A cursor over the terms in unsigned byte order, before the first.</summary>
    public abstract TermsCursor Terms();

    /// <summary>The documents of a term found in this field.</summary>
    public abstract PostingsCursor Postings(in TermState state, PostingsParts parts);

    /// <summary>Gathers the documents of many terms found in this field.</summary>
    internal abstract DocsCollector Documents();
}

/// <summary>Walks terms in unsigned byte order.</summary>
public abstract class TermsCursor
{
    /// <summary>The current term; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Statistics and pointers of the current term.</summary>
    public abstract TermState State { get; }

    /// <summary>Moves to the next term; false at the end.</summary>
    public abstract bool Next();

    /// <summary>Moves to the first term at or after <paramref name="target"/>; false when there is none.</summary>
    public abstract bool SeekCeiling(ReadOnlySpan<byte> target);
}
