using System.Collections.Concurrent;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// Pages of <see cref="ByteArena"/> for buffers that come and go: pinned, so that the garbage collector never copies
/// them, and used again, so that it need not look for them. Thread-safe.
/// </summary>
/// <param name="mostBytes">Memory that may wait to be used again.</param>
internal sealed class PagePool(long mostBytes)
{
    private readonly ConcurrentBag<byte[]> _free = [];
    private long _freeBytes;

    /// <summary>A page of <see cref="ByteArena.PageSize"/> bytes with any content.</summary>
    public byte[] Take()
    {
        if (!_free.TryTake(out var page))
            return GC.AllocateUninitializedArray<byte>(ByteArena.PageSize, pinned: true);
        Interlocked.Add(ref _freeBytes, -ByteArena.PageSize);
        return page;
    }

    /// <summary>Gives a page back; nobody may use it any more.</summary>
    public void Return(byte[] page)
    {
        if (Interlocked.Add(ref _freeBytes, ByteArena.PageSize) <= mostBytes) _free.Add(page);
        else Interlocked.Add(ref _freeBytes, -ByteArena.PageSize);
    }
}
