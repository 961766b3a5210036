using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Documents of a segment that pass a test; every document is tried.</summary>
internal abstract class FilteredCursor(int maxDoc) : DocCursor
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => maxDoc;

    /// <summary>The test; called with ascending documents.</summary>
    protected abstract bool Matches(int docId);

    /// <summary>
    /// The test on its own; the cursor does not move, but documents must still ascend over all calls.
    /// </summary>
    public bool Test(int docId) => Matches(docId);

    public override int Next() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        while (target < maxDoc && !Matches(target)) target++;
        return _docId = target < maxDoc ? target : NoMoreDocs;
    }
}
