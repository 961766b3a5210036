using Dateline.Index.Numerics;
using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// A sorted or sorted-set field: documents, packed ords, and per document where its ords start unless each document has
/// one.
/// </summary>
internal sealed record OrdsEntry(
    DocsWithField Docs, int DocCount, DirectPacked Ords, Addresses? Starts, TermsDictionary Dictionary, string File)
{
    /// <summary>An ord that is sure to lie in the dictionary.</summary>
    public int Ord(long index)
    {
        var ord = Ords.Get(index);
        if ((ulong)ord >= (ulong)Dictionary.Count) ThrowOrd(ord);
        return (int)ord;
    }

    private void ThrowOrd(long ord) =>
        throw new CorruptIndexException(File, -1, $"ord is {ord}, the dictionary has {Dictionary.Count} entries");
}

/// <summary>One dictionary entry a document.</summary>
internal sealed class SortedCursor(OrdsEntry entry) : SortedColumn
{
    private readonly DocsWithFieldCursor _docs = entry.Docs.Cursor();

    /// <inheritdoc/>
    public override IOrdDictionary Dictionary { get; } = new OrdDictionary(entry.Dictionary);

    /// <inheritdoc/>
    public override int DocCount => entry.DocCount;

    /// <inheritdoc/>
    public override int Ord => entry.Ord(_docs.Ordinal);

    /// <inheritdoc/>
    public override bool AdvanceExact(int docId) => _docs.AdvanceExact(docId);

    /// <summary>
    /// Moves to the first document with a value at or after the target, or to <see cref="DocCursor.NoMoreDocs"/>.
    /// </summary>
    public int Advance(int target) => _docs.Advance(target);
}
