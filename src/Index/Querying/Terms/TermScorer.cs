using Dateline.Index.Collecting;
using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Scores the documents of one term.</summary>
/// <param name="postings">Its documents with frequencies.</param>
/// <param name="again">Makes another such cursor, for looking ahead.</param>
/// <param name="norms">The field's norms, if it has any.</param>
/// <param name="similarity">How to score.</param>
internal sealed class TermScorer(
    PostingsCursor postings, Func<PostingsCursor> again, NormValues? norms, Bm25 similarity) : Scorer
{
    /// <summary>Most documents of a block.</summary>
    public const int BlockSize = 128;

    private TermBounds? _bounds;
    private int _shallow;

    public override int DocId => postings.DocId;

    public override long Cost => postings.Cost;

    internal override DocCursor Documents => postings;

    /// <summary>Its documents with frequencies.</summary>
    public PostingsCursor Postings => postings;

    /// <summary>Bounds by ranges of documents; read when first asked for.</summary>
    public TermBounds Bounds => _bounds ??= new TermBounds(again(), norms, similarity);

    public override int Next() => postings.Next();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity.Score(postings.Freq, norms is null ? 1 : norms.Get(postings.DocId));

    /// <summary>Scores documents with the frequencies given.</summary>
    public void Score(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores) =>
        similarity.Score(docs, freqs, norms, scores);

    public override int AdvanceShallow(int target)
    {
        _shallow = target;
        return Bounds.EndOf(target);
    }

    public override float MaxScore(int upTo) => Bounds.Over(_shallow, upTo);

    internal override void CollectAll(DocBits bits, CancellationToken cancellation) =>
        CollectAll(postings, bits, cancellation);

    internal override void CollectTop(TopCollector collector)
    {
        Span<float> scores = stackalloc float[BlockSize];
        for (var docId = postings.Next(); docId != NoMoreDocs;)
        {
            collector.CheckCancellation();
            if (collector.MaySkip)
            {
                var target = Bounds.FirstAbove(docId, collector.Threshold);
                if (target == NoMoreDocs) return;
                if (target > docId)
                {
                    docId = postings.Advance(target);
                    continue;
                }
            }

            var docs = postings.BlockDocs;
            similarity.Score(docs, postings.BlockFreqs, norms, scores);
            collector.Offer(docs, scores);
            docId = postings.Pass(docs.Length);
        }
    }
}
