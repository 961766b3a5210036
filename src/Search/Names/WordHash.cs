using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>The hashes by which the model knows words; digits count as one digit. Part of the model's format.</summary>
internal static class WordHash
{
    private const uint FoldedSeed = 0x2545F491u;

    /// <summary>Hash of a word as written.</summary>
    public static uint Exact(ReadOnlySpan<char> word)
    {
        var hash = Fnv1a.Seed;
        foreach (var unit in word)
            hash = Fnv1a.Add(hash, char.IsAsciiDigit(unit) ? '0' : unit);
        return hash;
    }

    /// <summary>Hash of a word in lower case.</summary>
    public static uint Lower(ReadOnlySpan<char> word)
    {
        var hash = Fnv1a.Seed;
        foreach (var unit in word)
            hash = Fnv1a.Add(hash, char.IsAsciiDigit(unit) ? '0' : Fold(unit));
        return hash;
    }

    /// <summary>Key, in the word table, of all spellings that differ in case only.</summary>
    public static uint FoldedKey(uint lower) => Mix(lower ^ FoldedSeed);

    /// <summary>Key of a phrase from the key so far (0 for none) and the next word's lower-case hash.</summary>
    public static uint Phrase(uint before, uint lower) => Mix((before * 31) + lower);

    /// <summary>Lower case of a unit.</summary>
    public static char Fold(char unit) =>
        char.IsAscii(unit) ? (char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit) : char.ToLowerInvariant(unit);

    /// <summary>Spreads a value over all 32 bits.</summary>
    public static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x7FEB352Du;
        value = (value ^ (value >> 15)) * 0x846CA68Bu;
        return value ^ (value >> 16);
    }
}
