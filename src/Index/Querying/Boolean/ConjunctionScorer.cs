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

    /// <summary>The cursors.</summary>
    public Scorer[] All => all;

    /// <summary>Those whose scores count.</summary>
    public Scorer[] Scoring => scoring;

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
        var filters = Array.FindAll(all, part => Array.IndexOf(scoring, part) < 0);
        if (Array.TrueForAll(scoring, static part => part is TermScorer))
        {
            var terms = Array.ConvertAll(scoring, static part => (TermScorer)part);
            new BlockConjunction(terms, Array.ConvertAll(filters, static filter => filter.Documents), collector).Run();
        }
        else if (scoring is [DisjunctionScorer { Terms: { } anyOf } any]
            && AnyWithFilter(anyOf, any.Cost, filters, collector) is { } disjunction) disjunction.Run();
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

    // Null when there are so few documents in a filter that looking each of them up is faster.
    private static TermDisjunction? AnyWithFilter(
        TermScorer[] anyOf, long cost, Scorer[] filters, TopCollector collector)
    {
        const int FewerBy = 16;
        if (filters.Min(static filter => filter.Cost) * FewerBy < cost || filters is not [var filter]) return null;
        return filter.Documents switch
        {
            BitsCursor set => new TermDisjunction(anyOf, set.Bits, null, collector),
            FilteredCursor column => new TermDisjunction(anyOf, null, column, collector),
            PostingsCursor => new TermDisjunction(anyOf, Collect(filter, collector), null, collector),
            _ => null,
        };
    }

    private static DocBits Collect(Scorer filter, TopCollector collector)
    {
        var bits = new DocBits(collector.MaxDoc);
        filter.CollectAll(bits, collector.Cancellation);
        return bits;
    }
}
