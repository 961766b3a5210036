using System.Buffers.Binary;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// Distinct byte strings numbered from 0 in order of first appearance: open addressing over an arena. Feeds the inverted
/// buffer and the dictionaries of sorted columns.
/// </summary>
internal sealed class TermTable(ByteArena arena)
{
    /// <summary>Longest term in bytes, as in Lucene.</summary>
    public const int MaxTermBytes = 32766;

    private int[] _slots = new int[64]; // term number + 1; 0 = free
    private Text[] _texts = new Text[32];

    private record struct Text(int Address, int Length, uint Hash);

    /// <summary>Number of distinct terms.</summary>
    public int Count { get; private set; }

    /// <summary>Heap bytes of the table itself, without the arena.</summary>
    public long AllocatedBytes => _slots.Length * 4L + _texts.Length * 12L;

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> this[int number] => arena.Span(_texts[number].Address, _texts[number].Length);

    /// <summary>The number of a term of at most <see cref="MaxTermBytes"/>, new or known.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> term)
    {
        var hash = TermHash.Of(term);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] is var number and not 0)
        {
            ref readonly var text = ref _texts[number - 1];
            if (text.Hash == hash && text.Length == term.Length && arena.Span(text.Address, text.Length).SequenceEqual(term))
                return number - 1;
            slot = (slot + 1) & mask;
        }

        return Add(term, hash, slot);
    }

    /// <summary>Term numbers in unsigned byte order of the terms.</summary>
    public int[] Sorted()
    {
        var numbers = new int[Count];
        var keys = new ulong[Count];
        for (var number = 0; number < Count; number++)
        {
            numbers[number] = number;
            keys[number] = FirstBytes(this[number]);
        }

        Array.Sort(keys, numbers);
        Comparison<int> byBytes = (a, b) => this[a].SequenceCompareTo(this[b]);
        for (var from = 0; from < numbers.Length;)
        {
            var to = from + 1;
            while (to < numbers.Length && keys[to] == keys[from]) to++;
            if (to - from > 1) numbers.AsSpan(from, to - from).Sort(byBytes);
            from = to;
        }

        return numbers;
    }

    private static ulong FirstBytes(ReadOnlySpan<byte> term)
    {
        if (term.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(term);
        var key = 0UL;
        for (var at = 0; at < 8; at++) key = (key << 8) | (at < term.Length ? term[at] : 0u);
        return key;
    }

    private int Add(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        if (Count == _texts.Length)
        {
            Array.Resize(ref _texts, Count * 2);
            Rehash(_slots.Length * 2);
            slot = FreeSlot(hash);
        }

        var address = arena.Allocate(Math.Max(1, term.Length));
        term.CopyTo(arena.Span(address, term.Length));
        _texts[Count] = new Text(address, term.Length, hash);
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Rehash(int size)
    {
        _slots = new int[size];
        for (var number = 0; number < Count; number++) _slots[FreeSlot(_texts[number].Hash)] = number + 1;
    }

    private int FreeSlot(uint hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }
}
