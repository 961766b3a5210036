using Dateline.Index.Numerics;
using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>One number a document.</summary>
internal sealed class NumericCursor(NumericEntry entry) : NumericColumn
{
    private readonly DocsWithFieldCursor _docs = entry.Docs.Cursor();
    private readonly NumericValues _values = entry.Values();

    /// <inheritdoc/>
    public override int DocCount => (int)entry.Count;

    /// <inheritdoc/>
    public override long Value => _values.Get(_docs.Ordinal);

    /// <inheritdoc/>
    public override bool AdvanceExact(int docId) => _docs.AdvanceExact(docId);

    /// <summary>
    /// Moves to the first document with a value at or after the target, or to <see cref="DocCursor.NoMoreDocs"/>.
    /// </summary>
    public int Advance(int target) => _docs.Advance(target);
}
