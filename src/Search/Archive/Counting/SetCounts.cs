using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive.Counting;

/// <summary>Counts over a set of documents worked out before, in articles or stories, with curation.</summary>
internal sealed class SetCounts : IDisposable
{
    private readonly ArchiveSnapshot _snapshot;
    private readonly DocIdSet _documents;
    private readonly CountUnit _unit;
    private readonly FacetCounts _counts;

    public SetCounts(ArchiveSnapshot snapshot, DocIdSet documents, CountUnit unit, CancellationToken cancellationToken)
    {
        (_snapshot, _documents, _unit) = (snapshot, documents, unit);
        var index = snapshot.Searcher.Facets(IndexField.FacetsName);
        if (unit is CountUnit.Stories)
        {
            var stories = snapshot.Searcher.Groups(ArticleFields.Story).Of(documents, cancellationToken);
            Total = stories.Count;
            _counts = index.Count(stories, cancellationToken);
        }
        else
        {
            Total = checked((int)documents.Count);
            _counts = index.Count(documents, cancellationToken);
        }
    }

    /// <summary>How many there are.</summary>
    public int Total { get; }

    /// <summary>By the values of a dimension.</summary>
    public ValueCounts Of(FacetDimension dimension) => _snapshot.Curation?.Of(dimension) is { } curated
        ? new CuratedCounts(_counts, dimension, curated.Changed, CountAmong)
        : new ValueCounts(_counts, dimension);

    public void Dispose() => _counts.Dispose();

    private int CountAmong(int[] docs)
    {
        var among = _snapshot.Searcher.Among(docs, _documents);
        return _unit is CountUnit.Stories
            ? among.Select(_snapshot.Searcher.Groups(ArticleFields.Story).KeyOf).Distinct().Count()
            : among.Count();
    }
}
