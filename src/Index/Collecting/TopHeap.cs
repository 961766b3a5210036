namespace Dateline.Index.Collecting;

/// <summary>
/// The best <paramref name="capacity"/> entries seen, by key descending and then by document ascending. Entries must
/// come in document order, so of equal keys the first stays.
/// </summary>
/// <typeparam name="TKey">What to rank by.</typeparam>
internal sealed class TopHeap<TKey>(int capacity)
    where TKey : struct, IComparable<TKey>
{
    private (TKey Key, int DocId)[] _heap = new (TKey, int)[Math.Min(capacity, 64)]; // worst entry first
    private int _count;

    public bool IsFull => _count == capacity;

    /// <summary>Entries that still fit in.</summary>
    public int Missing => capacity - _count;

    /// <summary>The key an entry has to exceed once the heap is full.</summary>
    public TKey WorstKey => _heap[0].Key;

    /// <summary>As <see cref="WorstKey"/>, or <paramref name="none"/> for a heap that holds nothing.</summary>
    public TKey WorstKeyOr(TKey none) => _count == 0 ? none : _heap[0].Key;

    public void Add(TKey key, int docId)
    {
        if (_count < capacity) Append(key, docId);
        else if (capacity > 0 && key.CompareTo(_heap[0].Key) > 0) SiftDown((key, docId), _count);
    }

    /// <summary>Empties the heap, best entry first.</summary>
    public (TKey Key, int DocId)[] Drain()
    {
        var best = new (TKey, int)[_count];
        for (var k = _count - 1; k >= 0; k--)
        {
            best[k] = _heap[0];
            SiftDown(_heap[k], k);
        }

        _count = 0;
        return best;
    }

    private void Append(TKey key, int docId)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, Math.Min(capacity, _count * 2));
        var at = _count++;
        while (at > 0 && IsWorse((key, docId), _heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = (key, docId);
    }

    private void SiftDown((TKey Key, int DocId) entry, int count)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count) break;
            if (child + 1 < count && IsWorse(_heap[child + 1], _heap[child])) child++;
            if (!IsWorse(_heap[child], entry)) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = entry;
    }

    private static bool IsWorse((TKey Key, int DocId) left, (TKey Key, int DocId) right)
    {
        var order = left.Key.CompareTo(right.Key);
        return order != 0 ? order < 0 : left.DocId > right.DocId;
    }
}
