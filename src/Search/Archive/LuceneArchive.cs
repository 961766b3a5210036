using System.Diagnostics;
using Dateline.Index.Collecting;
using Dateline.Index.Querying;
using Dateline.Index.Store;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// The archive over <c>Dateline.Index</c>. Every answer is computed from one commit: the set of matching documents is
/// found once, and total, facets, histogram and undated are all counted over it. A dimension with a selection is
/// counted over the set that the query finds without that selection; exclusions stay in force, so an excluded value
/// shows zero.
/// </summary>
public sealed class LuceneArchive : IArticleArchive, ICurationView, IDisposable
{
    private readonly NewestSnapshot _newest;
    private readonly CurationLog? _log;
    private EarlierVersions? _versions;

    private LuceneArchive(IndexDirectory directory, ArchiveNames names, CurationLog? log)
    {
        _newest = new NewestSnapshot(directory, names, log);
        _log = log;
    }

    /// <inheritdoc/>
    public ArchiveInfo Info => Read(static snapshot => snapshot.Info);

    /// <inheritdoc/>
    public CurationDesk? Desk => _log is null ? null : new CurationDesk(_log, this);

    /// <summary>Opens the archive in a folder.</summary>
    /// <exception cref="ArchiveNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">The index there is not one of this version of Dateline.</exception>
    public static LuceneArchive Open(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!folder.HasArchive)
            throw new ArchiveNotFoundException(folder.Path);
        return new LuceneArchive(
            new FileDirectory(folder.IndexPath),
            GazetteerNames.Of(folder),
            new CurationLog(folder, TimeProvider.System))
        {
            _versions = new EarlierVersions(folder),
        };
    }

    /// <summary>Opens an archive over any directory, which it then owns.</summary>
    /// <param name="directory">Holds an index that <see cref="ArchiveWriter"/> wrote.</param>
    /// <param name="placesNamed">Paths of the places known by a name, in any spelling; for <c>place:</c> values no
    /// article uses.</param>
    /// <param name="log">What people repaired; null for nothing.</param>
    public static LuceneArchive Open(
        IndexDirectory directory, Func<string, IEnumerable<string>>? placesNamed = null, CurationLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new LuceneArchive(directory, new ArchiveNames(placesNamed ?? (static _ => []), static _ => null), log);
    }

    /// <inheritdoc/>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Limit);
        var started = Stopwatch.GetTimestamp();
        var response = Read(snapshot => new SearchRun(snapshot, request, cancellationToken).Answer());
        return response with { ElapsedMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
    }

    /// <inheritdoc/>
    public Article? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Read(snapshot =>
        {
            var found = snapshot.Searcher.Search(new TermQuery(ArticleFields.Id, id), 1);
            return found.Hits is [var hit, ..] ? snapshot.Estimates.With(hit.DocId, snapshot.Curated(hit.DocId)) : null;
        });
    }

    /// <inheritdoc/>
    public Article? FindEarlier(string id, string contentHash) => _versions?.Find(id, contentHash);

    /// <inheritdoc/>
    public IEnumerable<Article> Export(ArchiveQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ExportLazily(query, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FacetValue> FindFacetValues(
        ArchiveQuery query, FacetDimension dimension, string text, int limit,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(text);
        var request = new SearchRequest { Query = query, Limit = 0 };
        return Read(snapshot =>
            new SearchRun(snapshot, request, cancellationToken).FindValues(dimension, text, limit));
    }

    /// <inheritdoc/>
    public IReadOnlyList<FacetValue> FacetValuesBelow(
        ArchiveQuery query, FacetDimension dimension, string path, int limit,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(path);
        var request = new SearchRequest { Query = query, Limit = 0 };
        return Read(snapshot =>
            new SearchRun(snapshot, request, cancellationToken).ValuesBelow(dimension, path, limit));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(string text, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Read(snapshot => snapshot.Suggester.Suggest(text, limit, cancellationToken));
    }

    /// <inheritdoc/>
    public TogetherResponse Together(TogetherRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Rows, TogetherRequest.MostValues);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Columns, TogetherRequest.MostValues);
        return Read(snapshot => new TogetherRun(snapshot, request, cancellationToken).Answer());
    }

    T ICurationView.Read<T>(Func<ArchiveSnapshot, CurationOverlay?, T> read) =>
        Read(snapshot => read(snapshot, snapshot.Curation));

    CurationOverlay ICurationView.Try(CurationRules rules) => Read(snapshot => snapshot.Try(rules));

    /// <summary>Lets go of the index. Searches that are running end normally.</summary>
    public void Dispose() => _newest.Dispose();

    private T Read<T>(Func<ArchiveSnapshot, T> read)
    {
        var snapshot = _newest.Acquire();
        try
        {
            return read(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private IEnumerable<Article> ExportLazily(ArchiveQuery query, CancellationToken cancellationToken)
    {
        var snapshot = _newest.Acquire();
        try
        {
            var compiled = snapshot.Compiler.Compile(query, new WarningList());
            var found = snapshot.Searcher.Collect(compiled, cancellationToken);
            if (query.Unit is CountUnit.Stories)
                found = snapshot.Searcher.Groups(ArticleFields.Story).Of(found, cancellationToken)
                    .Earliest(snapshot.Searcher.Days(ArticleFields.PublishedFirst));
            foreach (var docId in IdOrder.Sort(snapshot.Searcher, found))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return snapshot.Curated(docId);
            }
        }
        finally
        {
            snapshot.Release();
        }
    }
}
