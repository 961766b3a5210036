using Dateline.Index.Querying;

namespace Dateline.Index.Highlighting;

/// <summary>
/// Finds what a query matches in the text of one document from the offsets in its postings; the text is not analyzed
/// again. A phrase matches only where all of it stands; a prefix, wildcard, regular expression, range or fuzzy term
/// matches where a term that it finds stands. Work is bounded: beyond <see cref="MaxMatches"/> matches, or the
/// <see cref="MaxTerms"/> most frequent of the terms that one such part finds in several documents, the rest is left
/// unmarked.
/// </summary>
public static class MatchFinder
{
    /// <summary>Most matches found for one document and field.</summary>
    public const int MaxMatches = 10_000;

    /// <summary>Most terms of several documents looked at for one part of a query.</summary>
    public const int MaxTerms = 4_096;

    /// <inheritdoc cref="QueryMatches.Find"/>
    public static IReadOnlyList<MatchSpan> Find(IndexSearcher searcher, Query query, int docId, string field)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(query);
        return new QueryMatches(searcher, query).Find(docId, field);
    }
}
