namespace Dateline.Index.Store;

/// <summary>Index files in memory, for tests and throw-away indexes. Thread-safe.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, PinnedBytes> _files = new(StringComparer.Ordinal);
    private bool _locked;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListFiles()
    {
        lock (_gate) return [.. _files.Keys];
    }

    /// <inheritdoc/>
    public override bool Exists(string name)
    {
        lock (_gate) return _files.ContainsKey(name);
    }

    /// <inheritdoc/>
    public override IndexInput Open(string name)
    {
        var bytes = Find(name);
        return new IndexInput(name, bytes, 0, bytes.Length);
    }

    /// <summary>A file's content so far.</summary>
    public ReadOnlySpan<byte> Read(string name) => Find(name).Span;

    /// <summary>Puts a file in place, replacing one of that name.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var bytes = new PinnedBytes(content);
        lock (_gate) _files[name] = bytes;
    }

    /// <summary>
    /// A directory of its own with the same files. Contents are shared, which is safe because they never change.
    /// </summary>
    public MemoryDirectory Copy()
    {
        var copy = new MemoryDirectory();
        lock (_gate)
        {
            foreach (var (name, bytes) in _files) copy._files.Add(name, bytes);
        }

        return copy;
    }

    /// <inheritdoc/>
    public override IndexOutput Create(string name)
    {
        lock (_gate)
        {
            if (!_files.TryAdd(name, new PinnedBytes([]))) throw new IOException($"{name} exists already.");
        }

        return new Output(name, this);
    }

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (var name in names) Find(name);
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        lock (_gate)
        {
            if (_files.ContainsKey(to)) throw new IOException($"{to} exists already.");
            if (!_files.Remove(from, out var bytes)) throw new FileNotFoundException($"{from} does not exist.", from);
            _files.Add(to, bytes);
        }
    }

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        lock (_gate)
        {
            if (!_files.Remove(name)) throw new FileNotFoundException($"{name} does not exist.", name);
        }
    }

    /// <inheritdoc/>
    public override IDisposable LockForWriting()
    {
        lock (_gate)
        {
            if (_locked)
                throw new IndexLockedException(
                    "The index in memory is being written by another writer of this process.");
            _locked = true;
        }

        return new Release(this);
    }

    /// <inheritdoc/>
    public override string ToString() => "memory";

    private PinnedBytes Find(string name)
    {
        lock (_gate)
        {
            return _files.TryGetValue(name, out var bytes)
                ? bytes
                : throw new FileNotFoundException($"{name} does not exist.", name);
        }
    }

    private sealed class Output(string name, MemoryDirectory directory) : IndexOutput(name)
    {
        private readonly MemoryStream _content = new();
        private bool _disposed;

        protected override void Flush(ReadOnlySpan<byte> bytes) => _content.Write(bytes);

        protected override void Dispose(bool disposing)
        {
            if (!_disposed) Publish();
            _disposed = true;
            base.Dispose(disposing);
        }

        private void Publish()
        {
            FlushBuffer();
            if (directory.Exists(Name)) directory.Write(Name, _content.GetBuffer().AsSpan(0, (int)_content.Length));
        }
    }

    private sealed class Release(MemoryDirectory directory) : IDisposable
    {
        public void Dispose()
        {
            lock (directory._gate) directory._locked = false;
        }
    }
}
