using Dateline.Index.Numerics;
using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>A set of dictionary entries a document.</summary>
internal sealed class SortedSetCursor(OrdsEntry entry) : SortedSetColumn
{
    private readonly DocsWithFieldCursor _docs = entry.Docs.Cursor();
    private long _next;
    private int _count;

    /// <inheritdoc/>
    public override IOrdDictionary Dictionary { get; } = new OrdDictionary(entry.Dictionary);

    /// <inheritdoc/>
    public override int DocCount => entry.DocCount;

    /// <inheritdoc/>
    public override int OrdCount => _count;

    /// <inheritdoc/>
    public override int NextOrd() => entry.Ord(_next++);

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

    private void Locate()
    {
        _count = 1;
        _next = entry.Starts is null ? _docs.Ordinal : entry.Starts.Range(_docs.Ordinal, out _count);
    }
}
