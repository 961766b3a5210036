namespace Dateline.Search.Ingestion;

/// <summary>
/// Waits for files under some paths to appear or change. The system's notices only wake it: what changed is told by
/// looking, which is also done every so often, as network folders send no notices. A file is reported when it has
/// stopped changing.
/// </summary>
public sealed class InputWatch : IDisposable
{
    private readonly Dictionary<string, (long Length, DateTime Written)> _known;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _notice = new(0);
    private readonly InputReader _reader;
    private readonly string[] _paths;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _quiet;

    /// <summary>Begins to watch; what is there now is taken as known.</summary>
    /// <param name="reader">Lists the files.</param>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="interval">Time between looks without a notice; 5 seconds when null.</param>
    /// <param name="quiet">How long a file must not have changed; half a second when null.</param>
    public InputWatch(
        InputReader reader, IEnumerable<string> paths, TimeSpan? interval = null, TimeSpan? quiet = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(paths);
        (_reader, _paths) = (reader, [.. paths]);
        _interval = interval ?? TimeSpan.FromSeconds(5);
        _quiet = quiet ?? TimeSpan.FromMilliseconds(500);
        _known = Look();
        foreach (var folder in _paths.Where(Directory.Exists))
            Watch(folder);
    }

    /// <summary>The absolute paths of files that are new or changed since the last call.</summary>
    /// <exception cref="OperationCanceledException">It is to stop.</exception>
    public async Task<IReadOnlySet<string>> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _notice.WaitAsync(_interval, cancellationToken).ConfigureAwait(false);
            var seen = Look();
            if (!seen.Any(IsNew))
                continue;
            while (true)
            {
                await Task.Delay(_quiet, cancellationToken).ConfigureAwait(false);
                var again = Look();
                var settled = again.Where(IsNew).All(file => seen.TryGetValue(file.Key, out var stamp)
                    && stamp == file.Value);
                seen = again;
                if (settled)
                    break;
            }

            var changed = seen.Where(IsNew).ToList();
            foreach (var (path, stamp) in changed)
                _known[path] = stamp;
            if (changed.Count > 0)
                return changed.Select(static file => file.Key).ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Ends watching.</summary>
    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        _notice.Dispose();
    }

    private bool IsNew(KeyValuePair<string, (long, DateTime)> file) =>
        !_known.TryGetValue(file.Key, out var stamp) || stamp != file.Value;

    private Dictionary<string, (long Length, DateTime Written)> Look()
    {
        var files = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        foreach (var file in _reader.Files(_paths))
        {
            if (file.Exists)
                files[file.FullName] = (file.Length, file.LastWriteTimeUtc);
        }

        return files;
    }

    private void Watch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Created += Wake;
            watcher.Changed += Wake;
            watcher.Renamed += Wake;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (IOException)
        {
            // The system's watches are used up: looking every so often goes on without them.
        }
    }

    private void Wake(object sender, FileSystemEventArgs change)
    {
        if (_notice.CurrentCount == 0)
            _notice.Release();
    }
}
