namespace Dateline.Index.Store;

/// <summary>
/// Pinned or mapped bytes of one file. The pointer stays valid until <see cref="IDisposable.Dispose"/>.
/// </summary>
internal unsafe interface IIndexBytes : IDisposable
{
    /// <summary>First byte. Never null, also for an empty file.</summary>
    byte* Pointer { get; }

    /// <summary>Number of bytes behind <see cref="Pointer"/>.</summary>
    long Length { get; }

    /// <summary>
    /// Takes a part that will not be read again soon out of the process's resident memory, if it is a file's: reading
    /// it stays legal and brings it back.
    /// </summary>
    void Release(long offset, long length);
}
