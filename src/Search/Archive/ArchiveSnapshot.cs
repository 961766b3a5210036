using System.Collections.Concurrent;
using Dateline.Index.Analysis;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// One commit of the index with what searching it needs. Counted: the files are let go of when the archive has moved on
/// and the last search on it is done.
/// </summary>
internal sealed class ArchiveSnapshot
{
    private readonly ConcurrentDictionary<string, bool> _blurredPeriods = new(StringComparer.Ordinal);
    private readonly IndexReader _reader;
    private readonly bool _hasCoarseDates;
    private int _users = 1;

    public ArchiveSnapshot(IndexReader reader, FilterCache filters, Func<string, IEnumerable<string>> placesNamed)
    {
        _reader = reader;
        Searcher = new IndexSearcher(reader, filters);
        Labels = new ArchiveLabels(reader.Segments);
        Resolver = new ValueResolver(Labels, placesNamed);
        Estimates = new DateEstimates(this);
        Compiler = new QueryCompiler(Resolver, Analyzer, Estimates);
        Suggester = new ArchiveSuggester(this);
        _hasCoarseDates =
            reader.Segments.Any(static segment => segment.Terms(ArticleFields.PublishedCoarse) is not null);
    }

    /// <summary>Analysis of title and body.</summary>
    public static EnglishAnalyzer Analyzer { get; } = new();

    public IndexSearcher Searcher { get; }

    public ArchiveLabels Labels { get; }

    public ValueResolver Resolver { get; }

    public QueryCompiler Compiler { get; }

    public ArchiveSuggester Suggester { get; }

    public DateEstimates Estimates { get; }

    public ArchiveInfo Info => new(_reader.DocCount, _reader.Generation);

    /// <summary>The next commit, or null when there is none.</summary>
    public IndexReader? Reopen() => _reader.Reopen();

    /// <summary>Takes part in using it; false when it was let go of already.</summary>
    public bool TryAcquire()
    {
        var users = Volatile.Read(ref _users);
        while (users > 0)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
                return true;
            users = seen;
        }

        return false;
    }

    /// <summary>Ends a use.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            _reader.Dispose();
    }

    /// <summary>The article of a document of the whole index.</summary>
    public Article Article(int docId)
    {
        var (segment, local) = Searcher.Locate(docId);
        return StoredArticles.Read(segment.Reader, local);
    }

    /// <summary>How the query language writes exactly this facet value.</summary>
    public string Write(FacetDimension dimension, string value) => dimension is FacetDimension.Date
        ? _hasCoarseDates && _blurredPeriods.GetOrAdd(value, IsBlurred) ? "=" + value : value
        : Resolver.Write(dimension, value);

    // True when articles dated less precisely share days with the period without lying in it.
    private bool IsBlurred(string period)
    {
        if (DateValue.TryParse(period, out _) is not { } days)
            return false;
        var touching = new BooleanQuery(
        [
            new BooleanClause(DateFilters.Published(days), Occur.Filter),
            new BooleanClause(DateFilters.Published(days with { Exact = true }), Occur.MustNot),
        ]);
        return Searcher.Count(touching) > 0;
    }
}
