namespace Dateline.Index.Indexing.Buffering;

/// <summary>A growing array that shows its content as a span.</summary>
internal struct GrowList<T>()
{
    private T[] _items = [];

    public int Count { get; private set; }

    public readonly long Capacity => _items.Length;

    public readonly Span<T> Span => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(16, Count * 2));
        _items[Count++] = item;
    }
}
