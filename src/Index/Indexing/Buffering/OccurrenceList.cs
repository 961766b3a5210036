using Dateline.Index.Codecs.Postings;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// The occurrences of one term in one document, gathered because the writer wants their number first.
/// </summary>
internal sealed class OccurrenceList
{
    private (int Position, int Start, int End)[] _items = new (int, int, int)[16];
    private int _count;

    /// <summary>Adds an occurrence, given as differences to the one before and the token's length.</summary>
    public void Add(int positionDelta, int startDelta, int length)
    {
        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        var (position, start, _) = _count > 0 ? _items[_count - 1] : default;
        start += startDelta;
        _items[_count++] = (position + positionDelta, start, start + length);
    }

    /// <summary>Writes the document, if there are occurrences, and starts over.</summary>
    public void WriteTo(TermsWriter writer, int docId)
    {
        if (_count == 0) return;
        writer.StartDoc(docId, _count);
        foreach (var (position, start, end) in _items.AsSpan(0, _count)) writer.AddPosition(position, start, end);
        _count = 0;
    }
}
