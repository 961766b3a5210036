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

    internal override DocCursor Documents => documents is LongRangeCursor range ? range.Chosen : documents;

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
        for (var docId = documents.Next(); docId != NoMoreDocs && score > collector.Threshold; docId = documents.Next())
        {
            if (--untilCheck <= 0)
            {
                collector.CheckCancellation();
                untilCheck = LiveDocs.HitsPerCheck;
            }

            collector.Offer(docId, score);
        }
    }
}
