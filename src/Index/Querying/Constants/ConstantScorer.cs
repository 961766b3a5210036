using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Gives every document of a cursor the same score.</summary>
internal sealed class ConstantScorer(DocCursor documents, float score) : Scorer
{
    public override int DocId => documents.DocId;

    public override long Cost => documents.Cost;

    public override int Next() => documents.Next();

    public override int Advance(int target) => documents.Advance(target);

    public override float Score() => score;

    public override float MaxScore(int upTo) => score;

    public override void Expect(long count) => documents.Expect(count);

    internal override DocCursor Documents => documents switch
    {
        LongRangeCursor range => range.Chosen,
        TermsUnionCursor union => union.All,
        _ => documents,
    };

    internal override void CollectAll(DocBits bits, CancellationToken cancellation)
    {
        switch (Documents)
        {
            case BitsCursor set: bits.UnionWith(set.Bits); break;
            case PostingsCursor postings: CollectAll(postings, bits, cancellation); break;
            case Scorer scorer: scorer.CollectAll(bits, cancellation); break;
            default: base.CollectAll(bits, cancellation); break;
        }
    }

    internal override void CollectTop(TopCollector collector)
    {
        var untilCheck = 0;
        var first = documents is TermsUnionCursor union ? CollectFirst(union, collector) : documents.Next();
        for (var docId = first; docId != NoMoreDocs && score > collector.Threshold; docId = documents.Next())
        {
            if (--untilCheck <= 0)
            {
                collector.CheckCancellation();
                untilCheck = LiveDocs.HitsPerCheck;
            }

            collector.Offer(docId, score);
        }
    }

    // All matches score the same, so the first ones win; often they are among the first documents of the segment. The
    // part that is gathered would hold several times as many as wanted if the terms had no documents in common.
    // Returns the document to go on with.
    private int CollectFirst(TermsUnionCursor union, TopCollector collector)
    {
        const int LargestPart = 8;
        const int Spare = 16;
        if (collector.TakesAll) return union.Next();
        var likely = Spare * Math.Max(collector.StillWanted, 1) * collector.MaxDoc / Math.Max(union.Cost, 1);
        var limit = (int)Math.Min(likely, collector.MaxDoc / LargestPart);
        var docs = union.Gather(limit);
        if (docs.Count() < collector.StillWanted) return union.Next();
        for (var docId = docs.NextFrom(0); docId < limit; docId = docs.NextFrom(docId + 1))
        {
            if (score <= collector.Threshold) return NoMoreDocs;
            collector.Offer(docId, score);
        }

        return score > collector.Threshold ? union.Advance(limit) : NoMoreDocs;
    }
}
