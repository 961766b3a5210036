namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// Append-only bytes in pages, addressed by one int. Nothing is freed before the whole arena is. A piece never crosses
/// a page, so it is one span.
/// </summary>
/// <param name="pool">Where the pages come from and go to at the end; null when they are not worth keeping.</param>
internal sealed class ByteArena(PagePool? pool = null) : IDisposable
{
    private const int PageBits = 16;

    /// <summary>Longest piece.</summary>
    public const int PageSize = 1 << PageBits;

    private const int PageMask = PageSize - 1;
    private const int MaxPages = int.MaxValue >> PageBits;

    private byte[][] _pages = new byte[16][];
    private int _pageCount;
    private int _used = PageSize;

    /// <summary>Bytes taken from the heap.</summary>
    public long AllocatedBytes => (long)_pageCount << PageBits;

    /// <summary>Address of a new piece, with any content, of 1 to <see cref="PageSize"/> bytes.</summary>
    public int Allocate(int length)
    {
        if (_used + length > PageSize) AddPage();
        var address = ((_pageCount - 1) << PageBits) | _used;
        _used += length;
        return address;
    }

    /// <summary>The bytes of a piece.</summary>
    public Span<byte> Span(int address, int length) => _pages[address >> PageBits].AsSpan(address & PageMask, length);

    private void AddPage()
    {
        if (_pageCount == MaxPages)
            throw new InvalidOperationException("The indexing buffer is full; lower its memory budget.");
        if (_pageCount == _pages.Length) Array.Resize(ref _pages, _pageCount * 2);
        _pages[_pageCount++] = pool?.Take() ?? new byte[PageSize];
        _used = 0;
    }

    /// <summary>Ends the arena: no piece may be used any more.</summary>
    public void Dispose()
    {
        var (pages, count) = (_pages, _pageCount);
        (_pages, _pageCount, _used) = ([], 0, PageSize);
        for (var k = 0; k < count; k++) pool?.Return(pages[k]);
    }
}
