using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>A fast hash of short byte strings. Seeded per process, so that crafted text cannot aim at collisions.</summary>
internal static class TermHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    public static uint Of(ReadOnlySpan<byte> term)
    {
        var hash = Seed ^ ((ulong)term.Length * Multiplier);
        while (term.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term));
            term = term[8..];
        }

        var tail = 0UL;
        for (var at = term.Length - 1; at >= 0; at--) tail = (tail << 8) | term[at];
        hash = Mix(hash ^ tail);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong value)
    {
        value *= Multiplier;
        return BitOperations.RotateLeft(value, 31) * (Seed | 1);
    }
}
