using System.Runtime.CompilerServices;

namespace Dateline.Index.Store;

/// <summary>Bytes on the managed heap that the collector does not move.</summary>
internal sealed unsafe class PinnedBytes : IIndexBytes
{
    private readonly byte[] _bytes; // keeps the pinned array reachable

    public PinnedBytes(ReadOnlySpan<byte> content)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(1, content.Length), pinned: true);
        content.CopyTo(_bytes);
        Length = content.Length;
        // Safety: the array is allocated pinned and lives as long as this object.
        Pointer = (byte*)Unsafe.AsPointer(ref _bytes[0]);
    }

    public byte* Pointer { get; }

    public long Length { get; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, (int)Length);

    public void Release(long offset, long length)
    {
    }

    public void Dispose()
    {
    }
}
