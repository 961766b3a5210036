namespace Dateline.Search.Names;

/// <summary>
/// Read-only map from 32-bit hashes to 32-bit values: open addressing with linear probing over two arrays, used as they
/// lie in the model file. Key 0 marks a free slot, value 0 an absent key. Two strings of one hash share a value, which
/// a statistical model tolerates.
/// </summary>
internal sealed class HashTable32
{
    /// <summary>Takes over the arrays of a file.</summary>
    /// <param name="keys">Keys; a power of two of them, at least one free.</param>
    /// <param name="values">Values, as many.</param>
    public HashTable32(uint[] keys, uint[] values) => (Keys, Values) = (keys, values);

    /// <summary>Keys by slot.</summary>
    public uint[] Keys { get; }

    /// <summary>Values by slot.</summary>
    public uint[] Values { get; }

    /// <summary>Builds a table that is at most two thirds full; the same for the same pairs in one order.</summary>
    public static HashTable32 From(IReadOnlyCollection<KeyValuePair<uint, uint>> pairs)
    {
        var slots = 16;
        while (slots * 2 < pairs.Count * 3)
            slots *= 2;
        var table = new HashTable32(new uint[slots], new uint[slots]);
        foreach (var (key, value) in pairs)
        {
            var slot = table.Slot(key);
            (table.Keys[slot], table.Values[slot]) = (Stored(key), value);
        }

        return table;
    }

    /// <summary>The value of a key, 0 when absent.</summary>
    public uint Find(uint key) => Values[Slot(key)];

    private static uint Stored(uint key) => key == 0 ? 1 : key;

    private int Slot(uint key)
    {
        key = Stored(key);
        var mask = Keys.Length - 1;
        var slot = (int)((key * 0x9E3779B1u) >> 7) & mask;
        while (Keys[slot] != 0 && Keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }
}
