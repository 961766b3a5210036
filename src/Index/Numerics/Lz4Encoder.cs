using System.Buffers.Binary;
using System.Numerics;

namespace Dateline.Index.Numerics;

/// <summary>
/// A one-probe LZ4 block encoder: a hash of 4 bytes remembers the latest position only, and the search step grows while
/// nothing matches, so incompressible input costs little. Output depends on the input alone.
/// </summary>
internal static class Lz4Encoder
{
    public const int MinMatch = 4;
    private const int MaxDistance = 65535;
    private const int LastLiterals = 5; // the format asks encoders to end with 5 literals
    private const int NoMatchStart = 12; // and to start no match in the last 12 bytes
    private const int MaxHashBits = 14;

    [ThreadStatic]
    private static int[]? _table;

    /// <summary>Bytes that always suffice for the compressed form of <paramref name="length"/> bytes.</summary>
    public static int MaxLength(int length) => checked(length + length / 255 + 16);

    /// <summary>
    /// Compresses the window behind its dictionary into the destination and returns the bytes written.
    /// </summary>
    public static int Encode(ReadOnlySpan<byte> window, int dictionaryLength, Span<byte> destination)
    {
        var hashBits = Math.Clamp(BitOperations.Log2((uint)window.Length | 1) + 1, 8, MaxHashBits);
        _table ??= new int[1 << MaxHashBits];
        var table = _table.AsSpan(0, 1 << hashBits);
        table.Clear(); // stale positions would be harmless for correctness but make output depend on history
        var shift = 32 - hashBits;
        for (var k = 0; k <= dictionaryLength - MinMatch; k++) table[Hash(window, k, shift)] = k;

        var written = 0;
        var anchor = dictionaryLength;
        var at = dictionaryLength;
        var misses = 0;
        while (at <= window.Length - NoMatchStart)
        {
            var slot = Hash(window, at, shift);
            var candidate = table[slot];
            table[slot] = at;
            if (candidate >= at || at - candidate > MaxDistance || Read(window, candidate) != Read(window, at))
            {
                at += 1 + (misses++ >> 6);
                continue;
            }

            misses = 0;
            while (at > anchor && candidate > 0 && window[at - 1] == window[candidate - 1])
            {
                at--;
                candidate--;
            }

            var limit = window.Length - LastLiterals;
            var length = window[at..limit].CommonPrefixLength(window[candidate..]);
            written += Sequence(window[anchor..at], at - candidate, length, destination[written..]);
            at += length;
            anchor = at;
            if (at <= window.Length - NoMatchStart) table[Hash(window, at - 2, shift)] = at - 2;
        }

        return written + Sequence(window[anchor..], 0, 0, destination[written..]);
    }

    /// <summary>One sequence; distance 0 means the closing one, literals only.</summary>
    private static int Sequence(ReadOnlySpan<byte> literals, int distance, int length, Span<byte> to)
    {
        var match = distance == 0 ? 0 : length - MinMatch;
        to[0] = (byte)(Math.Min(literals.Length, 15) << 4 | Math.Min(match, 15));
        var at = 1;
        if (literals.Length >= 15) at += Length(literals.Length - 15, to[at..]);
        literals.CopyTo(to[at..]);
        at += literals.Length;
        if (distance == 0) return at;
        BinaryPrimitives.WriteUInt16LittleEndian(to[at..], (ushort)distance);
        at += 2;
        return match >= 15 ? at + Length(match - 15, to[at..]) : at;
    }

    private static int Length(int rest, Span<byte> to)
    {
        var at = 0;
        for (; rest >= 255; rest -= 255) to[at++] = 255;
        to[at++] = (byte)rest;
        return at;
    }

    private static uint Read(ReadOnlySpan<byte> window, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(window.Slice(at, 4));

    private static int Hash(ReadOnlySpan<byte> window, int at, int shift) =>
        (int)(Read(window, at) * 2654435761u >> shift);
}
