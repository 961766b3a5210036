using Dateline.Index.Collecting;
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
    /// No document from the last shallow target to <paramref name="upTo"/> scores higher. <paramref name="upTo"/> must
    /// not be past the range last returned by <see cref="AdvanceShallow"/>.
    /// </summary>
    public abstract float MaxScore(int upTo);

    /// <summary>The documents alone: a cursor that moves with this one and may know faster ways to walk.</summary>
    internal virtual DocCursor Documents => this;

    /// <summary>
    /// Offers every document that can still reach the top, block by block: a block whose bound is not above the
    /// threshold is skipped (Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", 2011). Legal
    /// once, before any move.
    /// </summary>
    internal virtual void CollectTop(TopCollector collector)
    {
        for (var start = 0; start != NoMoreDocs;)
        {
            collector.CheckCancellation();
            var end = AdvanceShallow(start);
            if (MaxScore(end) > collector.Threshold)
            {
                var docId = DocId < start ? Advance(start) : DocId;
                for (; docId <= end && docId != NoMoreDocs; docId = Next()) collector.Offer(docId, Score());
                start = docId;
            }
            else start = end == NoMoreDocs ? NoMoreDocs : Math.Max(end + 1, DocId);
        }
    }

    /// <summary>Adds every document, deleted ones too, to a set. Legal once, before any move.</summary>
    internal virtual void CollectAll(DocBits bits, CancellationToken cancellation)
    {
        var untilCheck = LiveDocs.HitsPerCheck;
        for (var docId = Next(); docId != NoMoreDocs; docId = Next())
        {
            bits.Add(docId);
            if (--untilCheck > 0) continue;
            cancellation.ThrowIfCancellationRequested();
            untilCheck = LiveDocs.HitsPerCheck;
        }
    }

    /// <summary>Adds the documents of a term, block by block.</summary>
    protected static void CollectAll(PostingsCursor postings, DocBits bits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(bits);
        for (var docId = postings.Next(); docId != NoMoreDocs;)
        {
            cancellation.ThrowIfCancellationRequested();
            var docs = postings.BlockDocs;
            bits.Add(docs);
            docId = postings.Pass(docs.Length);
        }
    }
}
