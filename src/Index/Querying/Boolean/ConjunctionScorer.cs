using Dateline.Index.Collecting;
using Dateline.Index.Reading;

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

    internal override void CollectTop(TopCollector collector)
    {
        var filters = all.Except(scoring).Select(filter => filter.Documents);
        if (Array.TrueForAll(scoring, static part => part is TermScorer))
            new BlockConjunction(scoring.Cast<TermScorer>(), filters, collector).Run();
        else if (scoring is [DisjunctionScorer { Terms: { } terms } any]
            && FilterBits([.. filters], any.Cost, collector) is { } bits)
            new TermDisjunction(terms, bits, collector).Run();
        else base.CollectTop(collector);
    }

    internal override void CollectAll(DocBits bits, CancellationToken cancellation)
    {
        const int WorthABlock = 64;
        if (_byCost[0].Cost < WorthABlock) base.CollectAll(bits, cancellation);
        else
        {
            var collector = new TopCollector(new TopHeap<float>(0), long.MaxValue, cancellation);
            collector.Begin(bits);
            new BlockConjunction([], all.Select(part => part.Documents), collector).Run();
        }
    }

    // The filters as one set, unless there are so few documents in one that looking each up is faster.
    private static DocBits? FilterBits(DocCursor[] filters, long cost, TopCollector collector)
    {
        const int FewerBy = 16;
        if (filters.Min(filter => filter.Cost) * FewerBy < cost) return null;
        var bits = filters.OfType<BitsCursor>().FirstOrDefault()?.Bits;
        return filters.Length == 1 && bits is not null ? bits : null;
    }
}
