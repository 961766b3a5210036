using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Numerics;

/// <summary>An array that does not move, so that a cursor can point into it.</summary>
internal sealed unsafe class PinnedBytes : IIndexBytes
{
    private readonly byte[] _bytes;

    private PinnedBytes(ReadOnlySpan<byte> bytes)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length + 1, pinned: true);
        bytes.CopyTo(_bytes);
        Length = bytes.Length;
    }

    // Safety: the array is pinned for its whole life.
    public byte* Pointer => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bytes));

    public long Length { get; }

    public static IndexInput Input(ReadOnlySpan<byte> bytes, string name = "test") =>
        new(name, new PinnedBytes(bytes), 0, bytes.Length);

    public void Dispose()
    {
    }
}
