using System.Collections.Concurrent;
using Dateline.Index.Analysis;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
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
    private readonly ArchiveSnapshot? _uncurated; // whose reader this one shares, or null for its own
    private readonly long _curationVersion;
    private readonly bool _hasCoarseDates;
    private readonly ArticleCurator? _curator;
    private int _users = 1;

    public ArchiveSnapshot(IndexReader reader, FilterCache filters, ArchiveNames names)
        : this(reader, new IndexSearcher(reader, filters), names, null, null, 0)
    {
    }

    private ArchiveSnapshot(
        IndexReader reader, IndexSearcher searcher, ArchiveNames names, ArchiveSnapshot? uncurated,
        CurationRules? rules, long curationVersion)
    {
        _reader = reader;
        _curationVersion = curationVersion;
        _uncurated = uncurated;
        Names = names;
        Searcher = searcher;
        Labels = uncurated?.Labels ?? new ArchiveLabels(reader.Segments);
        if (rules is not null)
        {
            Curation = new CurationOverlay(rules, searcher, Labels);
            Labels = new CuratedLabels(reader.Segments, Curation);
            _curator = new ArticleCurator(rules, names.PlaceAt);
        }

        Resolver = new ValueResolver(Labels, names.PlacesNamed);
        Estimates = new DateEstimates(this);
        Compiler = new QueryCompiler(Resolver, Analyzer, Estimates, Curation);
        Suggester = new ArchiveSuggester(this);
        _hasCoarseDates =
            reader.Segments.Any(static segment => segment.Terms(ArticleFields.PublishedCoarse) is not null);
    }

    /// <summary>What curation changes; null when nothing is curated.</summary>
    public CurationOverlay? Curation { get; }

    /// <summary>Analysis of title and body.</summary>
    public static EnglishAnalyzer Analyzer { get; } = new();

    /// <summary>What a gazetteer tells.</summary>
    public ArchiveNames Names { get; }

    public IndexSearcher Searcher { get; }

    public ArchiveLabels Labels { get; }

    public ValueResolver Resolver { get; }

    public QueryCompiler Compiler { get; }

    public ArchiveSuggester Suggester { get; }

    public DateEstimates Estimates { get; }

    public ArchiveInfo Info => new(_reader.DocCount, _reader.Generation) { CurationVersion = _curationVersion };

    /// <summary>The next commit, or null when there is none.</summary>
    public IndexReader? Reopen() => _reader.Reopen();

    /// <summary>
    /// The same commit under another log. To be let go of by itself; what it shares stays until the last is.
    /// </summary>
    public ArchiveSnapshot Under(CurationHistory history)
    {
        var shared = _uncurated ?? this;
        if (!shared.TryAcquire())
            throw new InvalidOperationException("The snapshot was let go of.");
        return history.LastId == 0
            ? shared
            : new ArchiveSnapshot(_reader, Searcher, Names, shared, CurationRules.Of(history), history.LastId);
    }

    /// <summary>What other rules would make of this commit.</summary>
    public CurationOverlay Try(CurationRules rules) => new(rules, Searcher, (_uncurated ?? this).Labels);

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
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        if (_uncurated is null)
            _reader.Dispose();
        else
            _uncurated.Release();
    }

    /// <summary>The article of a document of the whole index, as curated.</summary>
    public Article Curated(int docId) => _curator is null ? Article(docId) : _curator.Apply(Article(docId));

    /// <summary>The article of a document of the whole index, as it is stored.</summary>
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
