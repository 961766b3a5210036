using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Scores the documents of one term.</summary>
internal sealed class TermScorer(PostingsCursor postings, NormValues? norms, Bm25 similarity) : Scorer
{
    public override int DocId => postings.DocId;

    public override long Cost => postings.Cost;

    public override int Next() => postings.Next();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity.Score(postings.Freq, norms is null ? 1 : norms.Get(postings.DocId));

    public override int AdvanceShallow(int target) => postings.AdvanceShallow(target);

    public override float MaxScore(int upTo)
    {
        var highest = 0f;
        foreach (var impact in postings.Impacts) highest = Math.Max(highest, similarity.Score(impact.Freq, impact.Norm));
        return highest;
    }
}
