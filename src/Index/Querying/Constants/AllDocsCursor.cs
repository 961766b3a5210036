using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Documents 0 to <paramref name="maxDoc"/> - 1.</summary>
internal sealed class AllDocsCursor(int maxDoc) : DocCursor
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => maxDoc;

    public override int Next() => Advance(_docId + 1);

    public override int Advance(int target) => _docId = target < maxDoc ? target : NoMoreDocs;
}
