namespace Dateline.Index.Querying;

public sealed partial class IndexSearcher
{
    /// <summary>
    /// Why a document of the whole index has its score: a tree whose first number is the score that a search gives;
    /// null when the query does not match the document. Deletions are not looked at.
    /// </summary>
    public Explanation? Explain(Query query, int docId, CancellationToken cancellation = default)
    {
        var (segment, inSegment) = Locate(docId);
        return Bind(query, scored: true, cancellation).Explain(segment, inSegment);
    }
}
