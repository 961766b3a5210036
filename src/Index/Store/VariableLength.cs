namespace Dateline.Index.Store;

/// <summary>
/// Numbers of variable length (LUCENE87 section 1): 7 bits a byte, low group first, the high bit set in all bytes but
/// the last. A zigzag number has its sign in the lowest bit.
/// </summary>
internal static class VariableLength
{
    /// <summary>Bytes of the longest VLong.</summary>
    public const int MaxLongBytes = 10;

    /// <summary>Reads the VLong that the bytes begin with.</summary>
    /// <returns>
    /// How many bytes it takes; 0 when it does not end within the bytes or within <see cref="MaxLongBytes"/>.
    /// </returns>
    public static int ReadLong(ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        for (var k = 0; k < bytes.Length && k < MaxLongBytes; k++)
        {
            value |= (long)(bytes[k] & 0x7F) << 7 * k;
            if (bytes[k] < 0x80) return k + 1;
        }

        return 0;
    }

    /// <summary>The number that a zigzag number stands for.</summary>
    public static int FromZigzag(int n) => (int)((uint)n >> 1) ^ -(n & 1);

    /// <inheritdoc cref="FromZigzag(int)"/>
    public static long FromZigzag(long n) => (long)((ulong)n >> 1) ^ -(n & 1);
}
