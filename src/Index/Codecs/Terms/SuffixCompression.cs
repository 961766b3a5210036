using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>The ways suffix bytes of a block are stored (LUCENE87 sections 12.2 and 12.4).</summary>
internal static class SuffixCompression
{
    public const int None = 0;
    public const int SixBit = 1;
    public const int Lz4Block = 2;

    // LZ4 cannot expand more than this per byte, so a larger announced length is damage, not a reason to allocate.
    private const int MaxExpansion = 256;

    /// <summary>
    /// Expands <paramref name="length"/> bytes from the input's position into a buffer that is grown as needed.
    /// </summary>
    public static void Expand(IndexInput input, int code, int length, ref byte[] buffer)
    {
        if (code is not (SixBit or Lz4Block)) throw input.Corrupt($"suffix compression is {code}, expected 0 to 2");
        if (length > input.Remaining * MaxExpansion) throw input.Corrupt($"{length} suffix bytes are announced");
        if (buffer.Length < length) buffer = new byte[Math.Max(length, 2 * buffer.Length)];
        if (code == Lz4Block) Lz4.Decompress(input, length, buffer, 0);
        else ExpandSixBit(input, buffer.AsSpan(0, length));
    }

    private static void ExpandSixBit(IndexInput input, Span<byte> bytes)
    {
        var saved = bytes.Length >> 2;
        var packed = input.ReadSpan(bytes.Length - saved);
        packed.CopyTo(bytes);
        for (var k = 0; k < saved; k++)
        {
            bytes[packed.Length + k] = (byte)((packed[k] & 0xC0) >> 2
                | (packed[saved + k] & 0xC0) >> 4
                | (packed[2 * saved + k] & 0xC0) >> 6);
        }

        foreach (ref var b in bytes) b = (byte)(((b & 0x1F) | 0x20 | (b & 0x20) << 1) - 1);
        var at = 0;
        for (var left = input.ReadCount(bytes.Length, "number of six-bit exceptions"); left > 0; left--)
        {
            at += input.ReadByte();
            if (at >= bytes.Length) throw input.Corrupt($"six-bit exception at byte {at} of {bytes.Length}");
            bytes[at] = input.ReadByte();
        }
    }
}
