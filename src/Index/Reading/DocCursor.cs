namespace Dateline.Index.Reading;

/// <summary>
/// Walks ascending document ids of one segment. Starts before the first document (<see cref="DocId"/> is -1), ends at
/// <see cref="NoMoreDocs"/> and must not be moved after that. Deleted documents are not left out here.
/// </summary>
public abstract class DocCursor
{
    /// <summary>The id after the last document.</summary>
    public const int NoMoreDocs = int.MaxValue;

    /// <summary>-1 before the first move, then the current document, then <see cref="NoMoreDocs"/>.</summary>
    public abstract int DocId { get; }

    /// <summary>Upper estimate of the documents this cursor can visit; conjunctions start with the smallest.</summary>
    public abstract long Cost { get; }

    /// <summary>
    /// Tells a cursor that has not been moved how many documents it will be asked about at most, so that it can choose
    /// how to find out; <see cref="Cost"/> may change.
    /// </summary>
    public virtual void Expect(long documents)
    {
    }

    /// <summary>Moves to the next document and returns its id, or <see cref="NoMoreDocs"/>.</summary>
    public abstract int Next();

    /// <summary>
    /// Moves to the first document at or after <paramref name="target"/>, which must be greater than
    /// <see cref="DocId"/>; returns its id, or <see cref="NoMoreDocs"/>.
    /// </summary>
    public abstract int Advance(int target);
}
