namespace Dateline.Index.Store;

/// <summary>Pinned or mapped bytes of one file. The pointer stays valid until <see cref="IDisposable.Dispose"/>.</summary>
internal unsafe interface IIndexBytes : IDisposable
{
    /// <summary>First byte. Never null, also for an empty file.</summary>
    byte* Pointer { get; }

    /// <summary>Number of bytes behind <see cref="Pointer"/>.</summary>
    long Length { get; }
}
