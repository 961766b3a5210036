using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
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

    public SearchRun(ArchiveSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
    {
        _snapshot = snapshot;
        _request = request;
        _cancellationToken = cancellationToken;
        _query = snapshot.Compiler.Compile(request.Query, _warnings);
    }

    public SearchResponse Answer()
    {
        var counted = _request.Histogram || _request.Facets.Count > 0;
        var hits = Hits(out var matches);
        using var counts = counted ? Count(matches) : null;
        var days = counts is null ? null : Labels(counts, ArticleFields.DayDimension);
        var total = checked((int)matches.Count);
        if (total == 0)
        {
            var didYouMean = new DidYouMean(_snapshot, ArchiveSnapshot.Analyzer);
            didYouMean.Warn(_request.Query.Root, _warnings, _cancellationToken);
        }

        return new SearchResponse
        {
            CanonicalQuery = _request.Query.Canonical,
            Total = total,
            Hits = hits,
            Facets = [.. _request.Facets.Select(dimension => Facet(dimension, counts!, total))],
            Histogram = _request.Histogram && days is not null ? Archive.Histogram.Build(days) : [],
            Undated = days is not null ? days.GetValueOrDefault(ArticleFields.NoValue) : Undated(matches),
            Warnings = _warnings.Items,
            Version = _snapshot.Info.Version,
        };
    }

    /// <summary>Values of a dimension by a piece of their name, most articles first.</summary>
    public IReadOnlyList<FacetValue> FindValues(FacetDimension dimension, string text, int limit)
    {
        var (counts, _) = Sideways(dimension);
        var builder = new FacetBuilder(_snapshot.Labels, _snapshot.Write);
        var selection = FacetSelection.Of(_request.Query, dimension, _snapshot.Resolver);
        var wanted = dimension is FacetDimension.Place ? Slug.OfPath(text) : Slug.Of(text);
        if (wanted.Length == 0)
            return [];
        var aliases = _snapshot.Labels.NamesContaining(dimension, wanted);
        return
        [
            .. counts
                .Where(entry => entry.Key != ArticleFields.NoValue
                    && (entry.Key.Contains(wanted, StringComparison.Ordinal) || aliases.Contains(entry.Key)))
                .OrderByDescending(static entry => entry.Value)
                .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
                .Take(limit)
                .Select(entry => builder.Value(dimension, entry.Key, entry.Value, selection)),
        ];
    }

    private FacetResult Facet(FacetDimension dimension, FacetCounts counts, int total)
    {
        var builder = new FacetBuilder(_snapshot.Labels, _snapshot.Write);
        var selection = FacetSelection.Of(_request.Query, dimension, _snapshot.Resolver);
        var labels = Labels(counts, ArticleFields.Name(dimension));
        if (_request.Query.SelectedValues(dimension).Count > 0)
            (labels, total) = Sideways(dimension);
        return builder.Build(dimension, labels, selection, total, _request.FacetLimit);
    }

    private (Dictionary<string, int> Labels, int Total) Sideways(FacetDimension dimension)
    {
        var compiled = _snapshot.Compiler.Compile(_request.Query.Without(dimension), new WarningList());
        var matches = _snapshot.Searcher.Collect(compiled, _cancellationToken);
        return (Labels(Count(matches), ArticleFields.Name(dimension)), checked((int)matches.Count));
    }

    private FacetCounts Count(DocIdSet matches) =>
        _snapshot.Searcher.Facets(IndexField.FacetsName).Count(matches, _cancellationToken);

    private static Dictionary<string, int> Labels(FacetCounts counts, string dimension) =>
        counts.All(dimension)
        .ToDictionary(static label => label.Label, static label => label.Count, StringComparer.Ordinal);

    private int Undated(DocIdSet matches)
    {
        var undated = _snapshot.Searcher.Collect(
            new TermQuery(ArticleFields.Missing, QueryField.Published.Name()), _cancellationToken);
        undated.IntersectWith(matches);
        return checked((int)undated.Count);
    }

    private SearchHit[] Hits(out DocIdSet matches)
    {
        if (_request.Limit == 0)
        {
            matches = _snapshot.Searcher.Collect(_query, _cancellationToken);
            return [];
        }

        var top = Top((int)Math.Min((long)_request.Offset + _request.Limit, int.MaxValue), out matches);
        var highlighter = new HitHighlighter(_snapshot, _query);
        return [.. top.Hits.Skip(_request.Offset).Select(hit => Hit(hit, highlighter))];
    }

    private TopDocs Top(int wanted, out DocIdSet matches)
    {
        var searcher = _snapshot.Searcher;
        if (_request.Sort is SortOrder.Relevance)
            return searcher.Search(_query, wanted, out matches, _cancellationToken);
        var sort = _request.Sort switch
        {
            SortOrder.Newest => new NumericSort(ArticleFields.PublishedFirst, Descending: true),
            SortOrder.Oldest => new NumericSort(ArticleFields.PublishedFirst),
            _ => throw new InvalidOperationException($"Unknown order {_request.Sort}."),
        };
        matches = searcher.Collect(_query, _cancellationToken);
        return searcher.Search(_query, wanted, sort, _cancellationToken);
    }

    private SearchHit Hit(ScoreDoc found, HitHighlighter highlighter)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var article = _snapshot.Article(found.DocId);
        var hit = new SearchHit
        {
            Id = article.Id,
            Title = article.Title,
            Outlet = article.Outlet,
            Published = article.Published?.Date,
            Score = found.Score,
        };
        return _request.Snippets ? highlighter.Mark(hit, article, found.DocId) : hit;
    }
}
