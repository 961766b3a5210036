using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// Keys and hashes of short byte strings. Seeded per process, so that crafted text cannot aim at collisions.
/// </summary>
internal static class TermHash
{
    /// <summary>
    /// Strings up to this length have a key of their own; longer ones share keys when their hashes agree.
    /// </summary>
    public const int MostKeyBytes = 7;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong LongMark = 0xFFUL << 56;

    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    /// <summary>
    /// Of a string of up to <see cref="MostKeyBytes"/>: its bytes, and length + 1 as the highest byte. Else a hash
    /// whose highest byte is 255.
    /// </summary>
    public static ulong Key(ReadOnlySpan<byte> term)
    {
        if (term.Length > MostKeyBytes) return OfLong(term) | LongMark;
        var key = (ulong)(term.Length + 1) << 56;
        if (term.Length >= 4)
        {
            ulong first = BinaryPrimitives.ReadUInt32LittleEndian(term);
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(term[^4..]);
            return key | first | (last << ((term.Length - 4) * 8)); // bytes in both are equal
        }

        for (var at = 0; at < term.Length; at++) key |= (ulong)term[at] << (at * 8);
        return key;
    }

    /// <summary>A hash of a key, all of whose low bits are good.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Spread(ulong key)
    {
        var hash = Mix(key ^ Seed);
        return (int)(hash ^ (hash >> 32));
    }

    private static ulong OfLong(ReadOnlySpan<byte> term)
    {
        var hash = Seed ^ ((ulong)term.Length * Multiplier);
        var last = BinaryPrimitives.ReadUInt64LittleEndian(term[^8..]);
        while (term.Length > 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term));
            term = term[8..];
        }

        return Mix(hash ^ last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        value *= Multiplier;
        return BitOperations.RotateLeft(value, 31) * (Seed | 1);
    }
}
