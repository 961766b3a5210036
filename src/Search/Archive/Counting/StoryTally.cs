using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Search.Archive.Counting;

/// <summary>
/// Counts stories: the articles of one story among those found count once, in a facet once for each value any of them
/// has, in the histogram at the earliest of them. The first of them in the order asked for stands in the list.
/// </summary>
internal sealed class StoryTally : Tally
{
    private readonly Dictionary<string, (DocGroups Groups, FacetCounts Counts)> _byDimension =
        new(StringComparer.Ordinal);

    private readonly IndexSearcher _searcher;
    private readonly DrillSidewaysResult _found;
    private readonly CancellationToken _cancellationToken;
    private readonly DocGroups _stories;

    private StoryTally(
        IndexSearcher searcher, DrillSidewaysResult found, DocGroups stories, IReadOnlyList<ScoreDoc> hits,
        CancellationToken cancellationToken)
    {
        _searcher = searcher;
        _found = found;
        _stories = stories;
        _cancellationToken = cancellationToken;
        Hits = hits;
    }

    public override int Total => _stories.Count;

    public override DayCounts Days
    {
        get
        {
            var days = _searcher.Days(ArticleFields.PublishedFirst);
            return days.Count(_stories.Earliest(days), _cancellationToken);
        }
    }

    public override IReadOnlyList<ScoreDoc> Hits { get; }

    /// <summary>Searches for as many articles as it takes to have that many stories.</summary>
    public static StoryTally Of(
        IndexSearcher searcher, Func<int, DrillSidewaysResult> find, int wanted, CancellationToken cancellationToken)
    {
        var index = searcher.Groups(ArticleFields.Story);
        for (var articles = wanted; ; articles = (int)Math.Min(articles * 4L, int.MaxValue))
        {
            var found = find(articles);
            var hits = FirstOfEach(found.Top.Hits, index, wanted);
            if (hits.Count == wanted || found.Top.Hits.Count < articles)
                return new StoryTally(
                    searcher, found, index.Of(found.Documents, cancellationToken), hits, cancellationToken);
            found.Dispose();
        }
    }

    public override int TotalFor(string dimension) => For(dimension).Groups.Count;

    public override FacetCounts CountsFor(string dimension) => For(dimension).Counts;

    public override int CountAmong(string dimension, int[] docs)
    {
        var stories = _searcher.Groups(ArticleFields.Story);
        return _searcher.Among(docs, _found.DocumentsFor(dimension)).Select(stories.KeyOf).Distinct().Count();
    }

    public override void Dispose()
    {
        foreach (var (_, counts) in _byDimension.Values)
            counts.Dispose();
        _found.Dispose();
    }

    private (DocGroups Groups, FacetCounts Counts) For(string dimension)
    {
        if (_byDimension.TryGetValue(dimension, out var known))
            return known;
        var documents = _found.DocumentsFor(dimension);
        var groups = ReferenceEquals(documents, _found.Documents)
            ? _stories
            : _searcher.Groups(ArticleFields.Story).Of(documents, _cancellationToken);
        var counts = _searcher.Facets(IndexField.FacetsName).Count(groups, _cancellationToken);
        return _byDimension[dimension] = (groups, counts);
    }

    private static List<ScoreDoc> FirstOfEach(IReadOnlyList<ScoreDoc> hits, GroupIndex index, int wanted)
    {
        List<ScoreDoc> first = [];
        HashSet<(long, bool)> seen = [];
        foreach (var hit in hits)
        {
            if (first.Count < wanted && seen.Add(index.KeyOf(hit.DocId)))
                first.Add(hit);
        }

        return first;
    }
}
