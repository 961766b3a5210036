using System.Buffers;
using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>
/// The LZ4 block format (LUCENE87 section 7): token, literals, 2-byte little-endian distance, match, again and again. A
/// preset dictionary is simply the bytes in front of the output in the same window.
/// </summary>
internal static class Lz4
{
    private const int Copy = 16; // bytes moved at once for short runs when both sides have room

    /// <summary>
    /// Decodes from the input's position into <paramref name="buffer"/> after its first
    /// <paramref name="dictionaryLength"/> bytes, which are the preset dictionary; moves the input behind the
    /// compressed bytes. Never writes behind <c>dictionaryLength + decompressedLength</c>; damage is a
    /// <see cref="CorruptIndexException"/>.
    /// </summary>
    public static void Decompress(IndexInput input, int decompressedLength, Span<byte> buffer, int dictionaryLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decompressedLength);
        var window = buffer[..checked(dictionaryLength + decompressedLength)];
        var source = input.Span(input.Position, (int)Math.Min(input.Remaining, int.MaxValue));
        var consumed = Decode(source, window, dictionaryLength);
        if (consumed < 0)
        {
            input.Position += ~consumed;
            throw input.Corrupt($"LZ4 data does not decode to {decompressedLength} bytes");
        }

        input.Position += consumed;
    }

    /// <summary>Compresses all of <paramref name="input"/> without a dictionary.</summary>
    public static void Compress(ReadOnlySpan<byte> input, IndexOutput output) => Compress(input, 0, output);

    /// <summary>Compresses what follows the first <paramref name="dictionaryLength"/> bytes of the window.</summary>
    public static void Compress(ReadOnlySpan<byte> window, int dictionaryLength, IndexOutput output)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Lz4Encoder.MaxLength(window.Length - dictionaryLength));
        output.WriteBytes(rented.AsSpan(0, Lz4Encoder.Encode(window, dictionaryLength, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>
    /// Fills the window from <paramref name="at"/> on; bytes consumed, or the complement of where it failed.
    /// </summary>
    private static int Decode(ReadOnlySpan<byte> source, Span<byte> window, int at)
    {
        var from = 0;
        while (from < source.Length)
        {
            int token = source[from++];
            var literals = token >> 4;
            if (literals == 15 && !AddLength(source, ref from, ref literals)) break;
            if (literals > source.Length - from || literals > window.Length - at) break;
            if (literals <= Copy && source.Length - from >= Copy && window.Length - at >= Copy)
                source.Slice(from, Copy).CopyTo(window[at..]);
            else source.Slice(from, literals).CopyTo(window[at..]);
            from += literals;
            at += literals;
            if (at == window.Length) return from;

            if (source.Length - from < 2) break;
            var distance = source[from] | source[from + 1] << 8;
            from += 2;
            var length = token & 15;
            if (length == 15 && !AddLength(source, ref from, ref length)) break;
            length += Lz4Encoder.MinMatch;
            if (distance == 0 || distance > at || length > window.Length - at) break;
            CopyMatch(window, at, distance, length);
            at += length;
            if (at == window.Length) return from;
        }

        return ~from;
    }

    private static bool AddLength(ReadOnlySpan<byte> source, ref int from, ref int length)
    {
        while (from < source.Length && length < int.MaxValue / 2)
        {
            var b = source[from++];
            length += b;
            if (b != 255) return true;
        }

        return false;
    }

    private static void CopyMatch(Span<byte> window, int at, int distance, int length)
    {
        if (distance >= Copy && length <= Copy && window.Length - at >= Copy)
        {
            window.Slice(at - distance, Copy).CopyTo(window[at..]);
            return;
        }

        // An overlapping match repeats its first `distance` bytes: copy what exists, which doubles each round.
        var source = at - distance;
        while (length > 0)
        {
            var run = Math.Min(length, at - source);
            window.Slice(source, run).CopyTo(window[at..]);
            at += run;
            length -= run;
        }
    }
}
