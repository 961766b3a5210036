using Dateline.Index.Store;

namespace Dateline.Index.Tests.Indexing;

/// <summary>
/// A directory in memory that counts what is made durable and can fail or wait at the creation of chosen files.
/// </summary>
internal sealed class WatchedDirectory : IndexDirectory
{
    private readonly MemoryDirectory _files = new();
    private int _syncs;

    /// <summary>Calls of <see cref="Sync"/>.</summary>
    public int Syncs => _syncs;

    /// <summary>Called with the name before a file is created.</summary>
    public Action<string>? Creating { get; set; }

    public override IReadOnlyList<string> ListFiles() => _files.ListFiles();

    public override bool Exists(string name) => _files.Exists(name);

    public override IndexInput Open(string name) => _files.Open(name);

    public override IndexOutput Create(string name)
    {
        Creating?.Invoke(name);
        return _files.Create(name);
    }

    public override void Sync(IReadOnlyCollection<string> names)
    {
        Interlocked.Increment(ref _syncs);
        _files.Sync(names);
    }

    public override void Rename(string from, string to) => _files.Rename(from, to);

    public override void Delete(string name) => _files.Delete(name);

    public override IDisposable LockForWriting() => _files.LockForWriting();
}
