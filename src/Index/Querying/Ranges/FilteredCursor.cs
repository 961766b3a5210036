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

    public override int Next() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        while (target < maxDoc && !Matches(target)) target++;
        return _docId = target < maxDoc ? target : NoMoreDocs;
    }
}
