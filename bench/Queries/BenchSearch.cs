using Dateline.Bench.Corpus;
using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Querying;

namespace Dateline.Bench.Queries;

/// <summary>What one query gave.</summary>
internal readonly record struct BenchAnswer(
    TopDocs Top, long Hits, IReadOnlyList<FacetValue> Places, IReadOnlyList<FacetValue> Actors);

/// <summary>Runs queries as a user's request would: top 10, with exact hits and facets where asked for.</summary>
internal sealed class BenchSearch(IndexSearcher searcher)
{
    private const int Wanted = 10;

    public IndexSearcher Searcher { get; } = searcher;

    /// <param name="query">The query.</param>
    /// <param name="exact">Count all hits even without facets.</param>
    public BenchAnswer Run(BenchQuery query, bool exact)
    {
        if (query.WithFacets) return RunFacets(query.Query);
        var top = exact ? Searcher.Search(query.Query, Wanted) : Searcher.SearchTop(query.Query, Wanted);
        return new BenchAnswer(top, top.TotalHits, [], []);
    }

    private BenchAnswer RunFacets(Query query)
    {
        var top = Searcher.Search(query, Wanted, out var documents);
        using var counts = Searcher.Facets().Count(documents);
        return new BenchAnswer(
            top, top.TotalHits, counts.Top(BenchSchema.Places, Wanted), counts.Top(BenchSchema.Actors, Wanted));
    }

    /// <summary>The corpus id of a document.</summary>
    public long CorpusId(int docId)
    {
        var (segment, inSegment) = Searcher.Locate(docId);
        var column = segment.Reader.Numeric(BenchSchema.Id);
        return column is not null && column.AdvanceExact(inSegment)
            ? column.Value : throw new InvalidDataException($"Document {docId} has no id.");
    }
}
