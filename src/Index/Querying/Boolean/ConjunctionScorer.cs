namespace Dateline.Index.Querying;

/// <summary>Documents that all cursors have. Scores are summed in double and rounded once.</summary>
/// <param name="all">The cursors, at least two.</param>
/// <param name="scoring">Those whose scores count, in order.</param>
internal sealed class ConjunctionScorer(Scorer[] all, Scorer[] scoring) : Scorer
{
    private readonly Scorer[] _byCost = [.. all.OrderBy(scorer => scorer.Cost)];
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => _byCost[0].Cost;

    public override int Next() => _docId = Agree(_byCost[0].Next());

    public override int Advance(int target) => _docId = Agree(_byCost[0].Advance(target));

    private int Agree(int docId)
    {
        for (var k = 1; k < _byCost.Length && docId != NoMoreDocs;)
        {
            var other = _byCost[k].DocId < docId ? _byCost[k].Advance(docId) : _byCost[k].DocId;
            if (other == NoMoreDocs) return NoMoreDocs;
            k++;
            if (other == docId) continue;
            docId = _byCost[0].Advance(other);
            k = 1;
        }

        return docId;
    }

    public override float Score()
    {
        var sum = 0.0;
        foreach (var scorer in scoring) sum += scorer.Score();
        return (float)sum;
    }

    public override int AdvanceShallow(int target)
    {
        var end = NoMoreDocs;
        foreach (var scorer in scoring) end = Math.Min(end, ScoreBound.AdvanceShallow(scorer, target));
        return end;
    }

    public override float MaxScore(int upTo) => ScoreBound.Sum(scoring, upTo);
}
