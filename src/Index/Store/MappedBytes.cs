using System.IO.MemoryMappedFiles;

namespace Dateline.Index.Store;

/// <summary>
/// A file mapped for reading. Never unmapped while a cursor refers to it: nobody calls <see cref="Dispose"/> on a
/// mapping that was handed out, the view's handle is released by its finaliser.
/// </summary>
internal sealed unsafe class MappedBytes : IIndexBytes
{
    private readonly MemoryMappedViewAccessor _view;

    private MappedBytes(MemoryMappedViewAccessor view, long length)
    {
        _view = view;
        Length = length;
        // Safety: the pointer is used only through this object, which keeps the view's handle alive.
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Pointer = pointer + view.PointerOffset;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
    }

    public byte* Pointer { get; }

    public long Length { get; }

    /// <summary>Maps a whole file. The file descriptor is closed again: only the mapping stays.</summary>
    public static IIndexBytes Map(string path)
    {
        using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        });
        var length = stream.Length;
        if (length == 0) return new PinnedBytes([]);
        using var mapping = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedBytes(mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    public void Release(long offset, long length)
    {
        // Safety: the range lies inside the mapping, which is shared and read-only: the pages are the file's.
        Posix.DropPages((nint)(Pointer + offset), length);
        GC.KeepAlive(this);
    }

    public void Dispose() => _view.Dispose();
}
