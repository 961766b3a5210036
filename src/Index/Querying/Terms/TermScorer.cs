using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Scores the documents of one term.</summary>
internal sealed class TermScorer(PostingsCursor postings, NormValues? norms, Bm25 similarity) : Scorer
{
    private int _boundedTo = -1;
    private float _bound = -1; // of the range that ends at _boundedTo; negative when not computed

    public override int DocId => postings.DocId;

    public override long Cost => postings.Cost;

    public override int Next() => postings.Next();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity.Score(postings.Freq, norms is null ? 1 : norms.Get(postings.DocId));

    public override int AdvanceShallow(int target)
    {
        var end = postings.AdvanceShallow(target);
        if (end != _boundedTo) _bound = -1;
        return _boundedTo = end;
    }

    public override float MaxScore(int upTo)
    {
        if (_bound >= 0) return _bound;
        var highest = 0f;
        foreach (var impact in postings.Impacts) highest = Math.Max(highest, similarity.Score(impact.Freq, impact.Norm));
        return _bound = highest;
    }
}
