using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>A query that stands for terms of one field which are known only when it meets an index.</summary>
public interface ITermsQuery
{
    /// <summary>The field.</summary>
    string Field { get; }

    /// <summary>Hands over the terms of a segment that it stands for, in unsigned byte order.</summary>
    /// <param name="searcher">The index; its cancellation is looked at.</param>
    /// <param name="segment">One of its segments.</param>
    /// <param name="visit">Takes each term.</param>
    void VisitTerms(IndexSearcher searcher, SegmentContext segment, TermVisitor visit);
}

/// <summary>Takes a term and where its documents are; returns false to be given no more.</summary>
public delegate bool TermVisitor(ReadOnlySpan<byte> term, in TermState state);
