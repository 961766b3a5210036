using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Querying;
using Dateline.Search.Archive.Counting;
using Dateline.Search.Archive.Stories;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>One search over one snapshot.</summary>
internal sealed class SearchRun
{
    private readonly ArchiveSnapshot _snapshot;
    private readonly SearchRequest _request;
    private readonly CancellationToken _cancellationToken;
    private readonly WarningList _warnings = new();
    private readonly Query _query;
    private readonly StorySummaries _stories;

    public SearchRun(ArchiveSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
    {
        _snapshot = snapshot;
        _request = request;
        _cancellationToken = cancellationToken;
        _stories = new StorySummaries(snapshot);
        _query = snapshot.Compiler.Compile(request.Query, _warnings);
    }

    public SearchResponse Answer()
    {
        using var found = Find(_request.Facets);
        var days = found.Days;
        var period = Histogram.Period(days, _request.HistogramBy, _warnings);
        new DidYouMean(_snapshot, ArchiveSnapshot.Analyzer).Warn(_request.Query, _warnings, _cancellationToken);
        return new SearchResponse
        {
            CanonicalQuery = _request.Query.Canonical,
            Total = found.Total,
            Hits = Hits(found.Hits),
            Facets = [.. _request.Facets.Select(dimension => Facet(dimension, found))],
            Histogram = _request.Histogram ? Archive.Histogram.Build(days, period) : [],
            HistogramBy = period,
            HistogramChoices = Archive.Histogram.Choices(days),
            Undated = days.Without,
            Warnings = _warnings.Items,
            Version = _snapshot.Info.Version,
            CurationVersion = _snapshot.Info.CurationVersion,
        };
    }

    /// <summary>
    /// Values of a dimension by a piece of their name, most articles first: those with a word that begins so before
    /// those that only contain it.
    /// </summary>
    public IReadOnlyList<FacetValue> FindValues(FacetDimension dimension, string text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ValuesBelow(dimension, "", limit);
        var wanted = dimension is FacetDimension.Place ? Slug.OfPath(text) : Slug.Of(text);
        if (wanted.Length == 0)
            return [];
        using var found = Find([dimension]);
        var builder = Builder(dimension, found);
        var named = dimension is FacetDimension.Date
            ? builder.ValuesStarting(wanted) : _snapshot.Labels.NamesContaining(dimension, wanted);
        return
        [
            .. named
                .Select(value => (Value: value.Key, Begins: value.Value, Count: builder.CountOf(value.Key)))
                .Where(static value => value.Count > 0)
                .OrderByDescending(static value => value.Begins)
                .ThenByDescending(static value => value.Count)
                .ThenBy(static value => value.Value, StringComparer.Ordinal)
                .Take(limit)
                .Select(value => builder.Value(value.Value, value.Count)),
        ];
    }

    /// <summary>Values directly below one of a tree, most articles first; "" stands for the first level.</summary>
    public IReadOnlyList<FacetValue> ValuesBelow(FacetDimension dimension, string path, int limit)
    {
        using var found = Find([dimension]);
        return Builder(dimension, found).Below(path, limit);
    }

    private FacetResult Facet(FacetDimension dimension, Tally found) =>
        Builder(dimension, found).Build(found.TotalFor(ArticleFields.Name(dimension)), _request.FacetLimit);

    private FacetBuilder Builder(FacetDimension dimension, Tally found) => new(
        _snapshot, dimension, Counts(dimension, found),
        FacetSelection.Of(_request.Query, dimension, _snapshot.Resolver));

    private ValueCounts Counts(FacetDimension dimension, Tally found)
    {
        var name = ArticleFields.Name(dimension);
        return _snapshot.Curation?.Of(dimension) is { } curated
            ? new CuratedCounts(found.CountsFor(name), dimension, curated.Changed, docs => found.CountAmong(name, docs))
            : new ValueCounts(found.CountsFor(name), dimension);
    }

    // Walks the matches once; the dimensions that will be counted can be counted as if nothing were selected in them.
    private Tally Find(IEnumerable<FacetDimension> dimensions)
    {
        var (rest, filters) = _snapshot.Compiler.Split(_request.Query, dimensions);
        var wanted = _request.Limit == 0 ? 0 : (int)Math.Min((long)_request.Offset + _request.Limit, int.MaxValue);
        return _request.Query.Unit is CountUnit.Stories
            ? StoryTally.Of(_snapshot.Searcher, Articles, wanted, _cancellationToken)
            : new ArticleTally(_snapshot.Searcher, Articles(wanted), _cancellationToken);

        DrillSidewaysResult Articles(int count) =>
            DrillSideways.Search(_snapshot.Searcher, rest, filters, count, Order(), _cancellationToken);
    }

    private NumericSort? Order() => _request.Sort switch
    {
        SortOrder.Relevance => null,
        SortOrder.Newest => new NumericSort(ArticleFields.PublishedFirst, Descending: true),
        SortOrder.Oldest => new NumericSort(ArticleFields.PublishedFirst),
        _ => throw new InvalidOperationException($"Unknown order {_request.Sort}."),
    };

    private SearchHit[] Hits(IReadOnlyList<ScoreDoc> found)
    {
        var highlighter = new HitHighlighter(_snapshot, _query);
        return [.. found.Skip(_request.Offset).Select(hit => Hit(hit, highlighter))];
    }

    private SearchHit Hit(ScoreDoc found, HitHighlighter highlighter)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var article = _snapshot.Estimates.With(found.DocId, _snapshot.Article(found.DocId));
        var hit = new SearchHit
        {
            Id = article.Id,
            Title = article.Title,
            Outlet = article.Outlet,
            Published = article.Published?.Date,
            Estimated = article.Estimated?.Range,
            Score = found.Score,
            Story = article.Story is { } story ? _stories.Of(story.StoryId) : null,
        };
        return _request.Snippets ? highlighter.Mark(hit, article, found.DocId) : hit;
    }
}
