using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>A cursor over the documents of one segment that match a query, which can score each.</summary>
public abstract class Scorer : DocCursor
{
    /// <summary>The score of the current document; legal only on a document.</summary>
    public abstract float Score();

    /// <summary>
    /// Looks ahead without moving: the last document of a range that holds <paramref name="target"/> and for which
    /// <see cref="MaxScore"/> has one bound. Targets must not decrease.
    /// </summary>
    public virtual int AdvanceShallow(int target) => NoMoreDocs;

    /// <summary>
    /// No document from the last shallow target to <paramref name="upTo"/> scores higher. <paramref name="upTo"/> must not be
    /// past the range last returned by <see cref="AdvanceShallow"/>.
    /// </summary>
    public abstract float MaxScore(int upTo);
}
