using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Querying;

namespace Dateline.Search.Archive.Counting;

/// <summary>Counts articles.</summary>
internal sealed class ArticleTally(
    IndexSearcher searcher, DrillSidewaysResult found, CancellationToken cancellationToken) : Tally
{
    public override int Total => checked((int)found.Top.TotalHits);

    public override DayCounts Days =>
        searcher.Days(ArticleFields.PublishedFirst).Count(found.Documents, cancellationToken);

    public override IReadOnlyList<ScoreDoc> Hits => found.Top.Hits;

    public override int TotalFor(string dimension) => checked((int)found.TotalFor(dimension));

    public override FacetCounts CountsFor(string dimension) => found.Counts(cancellationToken);

    public override int CountAmong(string dimension, int[] docs) =>
        searcher.Among(docs, found.DocumentsFor(dimension)).Count();

    public override void Dispose() => found.Dispose();
}
