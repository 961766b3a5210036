using System.Buffers;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// Growing tables out of the shared pool: a buffer needs large ones anew for each segment, and the garbage collector is
/// spared them. Lengths are powers of two.
/// </summary>
internal static class PooledArray
{
    /// <summary>A cleared array of exactly that length, a power of two from 16 on.</summary>
    public static T[] Take<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        if (array.Length != length) return new T[length]; // the pool promises no exact length, though it gives it
        Array.Clear(array);
        return array;
    }

    /// <summary>Replaces an array by one of twice the length with the same content.</summary>
    public static void Grow<T>(ref T[] array)
    {
        var larger = Take<T>(array.Length * 2);
        array.CopyTo(larger, 0);
        Return(ref array);
        array = larger;
    }

    /// <summary>Gives an array back and puts an empty one in its place.</summary>
    public static void Return<T>(ref T[] array)
    {
        if (array.Length > 0) ArrayPool<T>.Shared.Return(array);
        array = [];
    }
}
