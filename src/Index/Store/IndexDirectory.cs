namespace Dateline.Index.Store;

/// <summary>
/// A flat set of index files. Files are written once, front to back, and never changed. Implementations: a folder
/// (<c>FileDirectory</c>), memory (<c>MemoryDirectory</c>, for tests).
/// </summary>
public abstract class IndexDirectory : IDisposable
{
    /// <summary>Names of all files, ordinal order.</summary>
    public abstract IReadOnlyList<string> ListFiles();

    /// <summary>True when the file exists.</summary>
    public abstract bool Exists(string name);

    /// <summary>Opens a file for reading; <see cref="FileNotFoundException"/> names it when it is missing.</summary>
    public abstract IndexInput Open(string name);

    /// <summary>Creates a new file; <see cref="IOException"/> when it exists already.</summary>
    public abstract IndexOutput Create(string name);

    /// <summary>Makes the content of finished files durable (fsync).</summary>
    public abstract void Sync(IReadOnlyCollection<string> names);

    /// <summary>Renames a file atomically and makes the directory durable.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Deletes a file; readers that have it open keep it.</summary>
    public abstract void Delete(string name);

    /// <summary>
    /// Takes the writer's lock (LUCENE87 section 19), or says who holds it with <see cref="IndexLockedException"/>.
    /// </summary>
    public abstract IDisposable LockForWriting();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the directory holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
