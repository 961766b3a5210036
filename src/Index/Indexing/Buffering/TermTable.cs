using System.Buffers;
using System.Buffers.Binary;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// Distinct byte strings numbered from 0 in order of first appearance: open addressing over an arena. Feeds the
/// inverted buffer and the dictionaries of sorted columns.
/// </summary>
internal sealed class TermTable(ByteArena arena) : IDisposable
{
    /// <summary>Longest term in bytes, as in Lucene.</summary>
    public const int MaxTermBytes = 32766;

    private Slot[] _slots = PooledArray.Take<Slot>(64);
    private Text[] _texts = PooledArray.Take<Text>(32);

    private record struct Text(int Address, int Length);

    /// <summary>Short terms are told apart by their key alone, so that finding one touches no other memory.</summary>
    private struct Slot
    {
        public ulong Key;
        public int Number; // term number + 1; 0 = free
    }

    /// <summary>Number of distinct terms.</summary>
    public int Count { get; private set; }

    /// <summary>Heap bytes of the table itself, without the arena.</summary>
    public long AllocatedBytes => _slots.Length * 16L + _texts.Length * 8L;

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> this[int number] => arena.Span(_texts[number].Address, _texts[number].Length);

    /// <summary>The number of a term of at most <see cref="MaxTermBytes"/>, new or known.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> term)
    {
        var key = TermHash.Key(term);
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = TermHash.Spread(key) & mask;
        while (slots[at].Number is var number and not 0)
        {
            if (slots[at].Key == key && (term.Length <= TermHash.MostKeyBytes || this[number - 1].SequenceEqual(term)))
                return number - 1;
            at = (at + 1) & mask;
        }

        return Add(term, key, at);
    }

    /// <summary>Term numbers in unsigned byte order of the terms; to be disposed.</summary>
    public Order Sorted()
    {
        var keyArray = ArrayPool<ulong>.Shared.Rent(Count);
        var order = new Order(Count);
        var keys = keyArray.AsSpan(0, Count);
        var numbers = order.Numbers;
        for (var number = 0; number < Count; number++)
        {
            numbers[number] = number;
            keys[number] = FirstBytes(this[number]);
        }

        keys.Sort(numbers);
        Comparison<int> byBytes = (a, b) => this[a].SequenceCompareTo(this[b]);
        for (var from = 0; from < numbers.Length;)
        {
            var to = from + 1;
            while (to < numbers.Length && keys[to] == keys[from]) to++;
            if (to - from > 1) numbers[from..to].Sort(byBytes);
            from = to;
        }

        ArrayPool<ulong>.Shared.Return(keyArray);
        return order;
    }

    /// <summary>Gives the tables back; nothing may be asked any more.</summary>
    public void Dispose()
    {
        PooledArray.Return(ref _slots);
        PooledArray.Return(ref _texts);
        Count = 0;
    }

    /// <summary>All term numbers in some order.</summary>
    public readonly struct Order(int count) : IDisposable
    {
        private readonly int[] _numbers = ArrayPool<int>.Shared.Rent(count);

        /// <summary>The numbers; valid until the order is disposed.</summary>
        public Span<int> Numbers => _numbers.AsSpan(0, count);

        public void Dispose() => ArrayPool<int>.Shared.Return(_numbers);
    }

    private static ulong FirstBytes(ReadOnlySpan<byte> term)
    {
        if (term.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(term);
        var key = 0UL;
        for (var at = 0; at < 8; at++) key = (key << 8) | (at < term.Length ? term[at] : 0u);
        return key;
    }

    private int Add(ReadOnlySpan<byte> term, ulong key, int at)
    {
        if (Count == _texts.Length)
        {
            PooledArray.Grow(ref _texts);
            Grow();
            at = FreeSlot(key);
        }

        var address = arena.Allocate(Math.Max(1, term.Length));
        term.CopyTo(arena.Span(address, term.Length));
        _texts[Count] = new Text(address, term.Length);
        _slots[at] = new Slot { Key = key, Number = ++Count };
        return Count - 1;
    }

    private void Grow()
    {
        var older = _slots;
        _slots = PooledArray.Take<Slot>(older.Length * 2);
        foreach (ref readonly var slot in older.AsSpan())
            if (slot.Number != 0) _slots[FreeSlot(slot.Key)] = slot;
        PooledArray.Return(ref older);
    }

    private int FreeSlot(ulong key)
    {
        var mask = _slots.Length - 1;
        var at = TermHash.Spread(key) & mask;
        while (_slots[at].Number != 0) at = (at + 1) & mask;
        return at;
    }
}
