using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Segments;

/// <summary>
/// Knows which index files are needed - by the last commit, a commit under way, a snapshot, or a segment in the writer
/// - and deletes the others. Thread-safe.
/// </summary>
internal sealed class FileKeeper(IndexDirectory directory)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal); // file to number of holders
    private readonly HashSet<long> _segments = [];
    private IReadOnlyList<string> _commit = [];

    /// <summary>From now on the files of a segment are kept, also those not yet written.</summary>
    public void Add(string segment)
    {
        lock (_gate) _segments.Add(Number(segment));
    }

    /// <summary>The writer has no more use for some segments; a commit may.</summary>
    public void Remove(IEnumerable<string> segments)
    {
        lock (_gate)
        {
            foreach (var segment in segments) _segments.Remove(Number(segment));
        }
    }

    /// <summary>Keeps files, existing or not, until the result is disposed.</summary>
    public IDisposable Hold(IEnumerable<string> files)
    {
        lock (_gate) return new Holding(this, [.. files]);
    }

    /// <summary>Keeps the files of the last commit until the result is disposed.</summary>
    public (IDisposable Holding, IReadOnlyList<string> Files) HoldCommit()
    {
        lock (_gate)
        {
            return (new Holding(this, _commit), _commit);
        }
    }

    /// <summary>Replaces the last commit.</summary>
    public void SetCommit(IEnumerable<string> files)
    {
        lock (_gate)
        {
            var older = _commit;
            _commit = [.. files];
            Count(_commit, 1);
            Count(older, -1);
        }
    }

    /// <summary>Forgets all segments; snapshots stay held.</summary>
    public void Reset(IEnumerable<string> commitFiles)
    {
        lock (_gate) _segments.Clear();
        SetCommit(commitFiles);
    }

    /// <summary>Deletes what nobody needs.</summary>
    public void Sweep()
    {
        lock (_gate) CommitSession.DeleteUnreferenced(directory, IsNeeded);
    }

    private bool IsNeeded(string file)
    {
        if (_held.ContainsKey(file)) return true;
        // A live-docs file belongs to one commit, not to the segment.
        if (file.EndsWith(".liv", StringComparison.Ordinal)) return false;
        return _segments.Contains(IndexFileNames.SegmentNumber(file));
    }

    private static long Number(string segment) => IndexFileNames.SegmentNumber(segment + ".");

    private void Count(IReadOnlyList<string> files, int difference)
    {
        foreach (var file in files)
        {
            var holders = _held.GetValueOrDefault(file) + difference;
            if (holders == 0) _held.Remove(file);
            else _held[file] = holders;
        }
    }

    private sealed class Holding : IDisposable
    {
        private readonly FileKeeper _keeper;
        private IReadOnlyList<string> _files;

        public Holding(FileKeeper keeper, IReadOnlyList<string> files)
        {
            _keeper = keeper;
            _files = files;
            keeper.Count(files, 1);
        }

        public void Dispose()
        {
            lock (_keeper._gate)
            {
                _keeper.Count(_files, -1);
                _files = [];
            }
        }
    }
}
