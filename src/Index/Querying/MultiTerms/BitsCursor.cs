using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Walks a set of documents.</summary>
internal sealed class BitsCursor(DocBits bits, long cost) : DocCursor
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => cost;

    /// <summary>The set.</summary>
    public DocBits Bits => bits;

    /// <summary>True for documents of the set, whatever the current one is.</summary>
    public bool Contains(int docId) => bits.Contains(docId);

    public override int Next() => _docId = bits.NextFrom(_docId + 1);

    public override int Advance(int target) => _docId = bits.NextFrom(target);
}
