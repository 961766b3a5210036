using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Search.Curation;

namespace Dateline.Search.Archive;

/// <summary>
/// Keeps the snapshot of the newest commit, under the curation log as it is now. Thread-safe. Owns the directory.
/// </summary>
internal sealed class NewestSnapshot : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IndexDirectory _directory;
    private readonly ArchiveNames _names;
    private readonly CurationLog? _log;
    private readonly FilterCache _filters = new();
    private CurationHistory _applied = CurationHistory.Empty;
    private ArchiveSnapshot? _current;

    /// <exception cref="InvalidDataException">The index there is not one of this version of Dateline.</exception>
    public NewestSnapshot(IndexDirectory directory, ArchiveNames names, CurationLog? log)
    {
        (_directory, _names, _log) = (directory, names, log);
        _current = new ArchiveSnapshot(Check(IndexReader.Open(directory)), _filters, names);
    }

    /// <summary>
    /// The snapshot, to be released after use. A search that just took the one before keeps that alive until it is
    /// done.
    /// </summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public ArchiveSnapshot Acquire()
    {
        lock (_gate)
        {
            var history = _log?.Current ?? CurationHistory.Empty;
            ObjectDisposedException.ThrowIf(_current is null, typeof(LuceneArchive));
            if (_current.Reopen() is { } newer)
            {
                Replace(new ArchiveSnapshot(Check(newer), _filters, _names));
                _applied = CurationHistory.Empty;
            }

            if (!ReferenceEquals(history, _applied))
            {
                Replace(_current.Under(history));
                _applied = history;
            }

            if (!_current.TryAcquire())
                throw new InvalidOperationException("The current snapshot was let go of.");
            return _current;
        }
    }

    /// <summary>Lets go of the snapshot and the directory. Searches that are running end normally.</summary>
    public void Dispose()
    {
        ArchiveSnapshot? last;
        lock (_gate)
        {
            last = _current;
            _current = null;
        }

        last?.Release();
        if (last is not null)
            _directory.Dispose();
    }

    private void Replace(ArchiveSnapshot next)
    {
        var old = _current;
        _current = next;
        old?.Release();
    }

    private static IndexReader Check(IndexReader reader)
    {
        var version = reader.UserData.GetValueOrDefault(ArchiveWriter.MappingKey);
        if (version == ArticleFields.MappingVersion)
            return reader;
        reader.Dispose();
        throw new InvalidDataException(version is null
            ? "The index there is no Dateline archive."
            : $"The archive was made by another version of Dateline (mapping {version}, this one reads "
                + $"{ArticleFields.MappingVersion}): index the articles again.");
    }
}
