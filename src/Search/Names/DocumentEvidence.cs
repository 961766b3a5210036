namespace Dateline.Search.Names;

/// <summary>
/// What a document says of its words elsewhere: eight kinds of evidence, counted per lower-case word, of which a
/// token's own contribution is taken out when it asks. Only sentences in ordinary case give evidence.
/// </summary>
internal sealed class DocumentEvidence
{
    /// <summary>Capitalised inside a sentence.</summary>
    public const byte Capitalised = 1;

    /// <summary>Written small.</summary>
    public const byte Small = 2;

    /// <summary>After a given name or title.</summary>
    public const byte AfterGivenName = 4;

    /// <summary>After <c>in</c>, <c>at</c>, <c>from</c>, <c>near</c>.</summary>
    public const byte AfterPlaceWord = 8;

    /// <summary>Before a word that ends names of organisations.</summary>
    public const byte BeforeOrganisationWord = 16;

    /// <summary>Before another capitalised word.</summary>
    public const byte BeforeCapital = 32;

    /// <summary>After another capitalised word.</summary>
    public const byte AfterCapital = 64;

    /// <summary>In capitals.</summary>
    public const byte Upper = 128;

    private const ulong Full = 0x8080808080808080;

    private uint[] _keys = new uint[256];
    private ulong[] _counts = new ulong[256];
    private (uint Word, ushort Class, NameLists Kinds)[] _definitions = new (uint, ushort, NameLists)[256];

    /// <summary>Forgets the last document and makes room for this many tokens.</summary>
    public void Reset(int tokens)
    {
        var slots = 256;
        while (slots < tokens * 2)
            slots *= 2;
        if (slots > _keys.Length || slots * 16 < _keys.Length)
        {
            (_keys, _counts) = (new uint[slots], new ulong[slots]);
            _definitions = new (uint, ushort, NameLists)[slots];
        }

        Array.Clear(_keys);
        Array.Clear(_counts);
        Array.Clear(_definitions);
    }

    /// <summary>Adds one token's evidence.</summary>
    public void Add(uint lower, byte evidence)
    {
        ref var counts = ref _counts[Slot(lower)];
        if ((counts & Full) == 0)
            counts += Spread(evidence);
    }

    /// <summary>Evidence of the word's other tokens.</summary>
    public byte Others(uint lower, byte own)
    {
        var counts = _counts[Slot(lower)];
        if ((counts & Full) == 0)
            counts -= Spread(own);
        var flags = 0;
        for (var i = 0; i < 8; i++)
            flags |= ((counts >> (8 * i)) & 0xFF) != 0 ? 1 << i : 0;
        return (byte)flags;
    }

    /// <summary>Notes what the text says the names are that end in a word; what it says first holds.</summary>
    public void Define(in TokenFacts token)
    {
        ref var held = ref _definitions[Slot(token.Lower)];
        if (held.Word == 0)
            held = (token.Definition, token.DefinitionClass, token.DefinitionKinds);
    }

    /// <summary>What names that end in a word are said to be; 0 when nothing is said.</summary>
    public (uint Word, ushort Class, NameLists Kinds) DefinitionOf(uint lower) => _definitions[Slot(lower)];

    // Bit i becomes the low bit of byte i.
    private static ulong Spread(byte flags)
    {
        var spread = 0UL;
        for (var i = 0; i < 8; i++)
            spread |= (ulong)((flags >> i) & 1) << (8 * i);
        return spread;
    }

    private int Slot(uint key)
    {
        key |= 1;
        var mask = _keys.Length - 1;
        var slot = (int)(WordHash.Mix(key)) & mask;
        while (_keys[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & mask;
        _keys[slot] = key;
        return slot;
    }
}
