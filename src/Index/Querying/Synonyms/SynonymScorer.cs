using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Documents of any of several terms, scored by their frequencies together.</summary>
internal sealed class SynonymScorer(
    (PostingsCursor Postings, float Boost)[] parts, NormValues? norms, Bm25 similarity) : Scorer
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => parts.Sum(static part => part.Postings.Cost);

    public override int Next() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        var first = NoMoreDocs;
        foreach (var (postings, _) in parts)
        {
            if (postings.DocId < target) postings.Advance(target);
            first = Math.Min(first, postings.DocId);
        }

        return _docId = first;
    }

    public override float Score()
    {
        var freq = 0f;
        foreach (var (postings, boost) in parts)
        {
            if (postings.DocId == _docId) freq = (float)(freq + (float)(boost * postings.Freq));
        }

        return similarity.Score(freq, norms is null ? 1 : norms.Get(_docId));
    }

    public override float MaxScore(int upTo) => similarity.Weight;
}
