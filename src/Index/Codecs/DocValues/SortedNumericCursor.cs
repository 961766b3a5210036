using Dateline.Index.Numerics;
using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// A sorted numeric field: its numbers, and per document where they start unless each document has one.
/// </summary>
internal sealed record SortedNumericEntry(NumericEntry Numbers, int DocCount, Addresses? Starts);

/// <summary>An ascending list of numbers a document.</summary>
internal sealed class SortedNumericCursor(SortedNumericEntry entry) : SortedNumericColumn
{
    private readonly DocsWithFieldCursor _docs = entry.Numbers.Docs.Cursor();
    private readonly NumericValues _values = entry.Numbers.Values();
    private long _next;
    private int _count;

    /// <inheritdoc/>
    public override int DocCount => entry.DocCount;

    /// <inheritdoc/>
    public override int ValueCount => _count;

    /// <inheritdoc/>
    public override bool AdvanceExact(int docId)
    {
        if (!_docs.AdvanceExact(docId)) return false;
        Locate();
        return true;
    }

    /// <summary>
    /// Moves to the first document with a value at or after the target, or to <see cref="DocCursor.NoMoreDocs"/>.
    /// </summary>
    public int Advance(int target)
    {
        var docId = _docs.Advance(target);
        if (docId != DocCursor.NoMoreDocs) Locate();
        return docId;
    }

    /// <inheritdoc/>
    public override long NextValue() => _values.Get(_next++);

    private void Locate()
    {
        _count = 1;
        _next = entry.Starts is null ? _docs.Ordinal : entry.Starts.Range(_docs.Ordinal, out _count);
    }
}
