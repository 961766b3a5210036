namespace Dateline.Search.Names;

/// <summary>Lists a phrase may be on.</summary>
[Flags]
internal enum NameLists : ushort
{
    None = 0,
    Country = 1,
    LargeCity = 2,
    City = 4,
    Region = 8,
    Demonym = 16,
    GivenName = 32,
    CommonWord = 64,
    Title = 128,
    KnownPerson = 256,
    KnownOrganisation = 512,
    OrganisationWord = 1024,

    /// <summary>Common nouns for what bears a name: "singer", "company", "village", "album".</summary>
    PersonNoun = 2048,
    OrganisationNoun = 4096,
    PlaceNoun = 8192,
    OtherNoun = 16384,
}

/// <summary>What the model knows of words before it has seen a text.</summary>
/// <param name="Words">Keys: <see cref="WordHash.Exact"/> and <see cref="WordHash.FoldedKey"/>. Values:
/// <see cref="WordClass"/>.</param>
/// <param name="Lists">Keys: <see cref="WordHash.Phrase"/>. Values: <see cref="NameLists"/>.</param>
internal sealed record NameLexicon(HashTable32 Words, HashTable32 Lists)
{
    /// <summary>Longest listed phrase, in tokens.</summary>
    public const int MaxPhrase = 4;
}

/// <summary>Distribution of a word in news text.</summary>
/// <param name="Coarse">Cluster of the coarse clustering, 1 to 255; 0 = unknown word.</param>
/// <param name="Fine">Cluster of the fine clustering, 1 to 4095; 0 = unknown word.</param>
/// <param name="Capitals">Share of capitals inside sentences, in steps of a seventh.</param>
internal readonly record struct WordClass(int Coarse, int Fine, int Capitals)
{
    /// <summary>As stored: 8, 12 and 3 bits, and one bit that tells the value from absence.</summary>
    public uint Packed => (uint)(Coarse | (Fine << 8) | (Capitals << 20) | (1 << 23));

    /// <summary>Reads a stored value.</summary>
    public static WordClass Unpack(uint packed) =>
        new((int)(packed & 0xFF), (int)((packed >> 8) & 0xFFF), (int)((packed >> 20) & 7));
}
