using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>The documents of a scorer that are not in <paramref name="excluded"/>.</summary>
internal sealed class ExcludingScorer(Scorer scorer, DocCursor excluded) : Scorer
{
    public override int DocId => scorer.DocId;

    public override long Cost => scorer.Cost;

    public override int Next() => Skip(scorer.Next());

    public override int Advance(int target) => Skip(scorer.Advance(target));

    private int Skip(int docId)
    {
        while (docId != NoMoreDocs)
        {
            if (excluded.DocId < docId) excluded.Advance(docId);
            if (excluded.DocId != docId) break;
            docId = scorer.Next();
        }

        return docId;
    }

    public override float Score() => scorer.Score();

    public override int AdvanceShallow(int target) => scorer.AdvanceShallow(target);

    public override float MaxScore(int upTo) => scorer.MaxScore(upTo);
}
