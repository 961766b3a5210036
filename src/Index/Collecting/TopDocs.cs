namespace Dateline.Index.Collecting;

/// <summary>The best documents of a search, best first; equal ones in document order.</summary>
/// <param name="TotalHits">Matching documents that are not deleted; a lower bound when <paramref name="IsTotalExact"/>
/// is false.</param>
/// <param name="IsTotalExact">False when matches that could not reach the top were skipped.</param>
/// <param name="Hits">The documents.</param>
public sealed record TopDocs(long TotalHits, bool IsTotalExact, IReadOnlyList<ScoreDoc> Hits);

/// <summary>A document found.</summary>
/// <param name="DocId">Id in the whole index.</param>
/// <param name="Score">Score; 0 when the search was sorted by something else.</param>
public readonly record struct ScoreDoc(int DocId, float Score);
