using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents that at least a number of the cursors have; a binary heap keeps the cursors by document. Scores are summed
/// in double and rounded once.
/// </summary>
internal sealed class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _heap; // smallest document first
    private readonly int _needed;
    private int _docId = -1;

    public DisjunctionScorer(Scorer[] scorers, int needed)
    {
        _heap = scorers;
        _needed = needed;
        foreach (var scorer in scorers) Cost += scorer.Cost;
    }

    /// <summary>The parts when one is enough and all are terms, else null.</summary>
    public TermScorer[]? Terms =>
        _needed == 1 && Array.TrueForAll(_heap, static part => part is TermScorer)
            ? [.. _heap.Cast<TermScorer>()] : null;

    public override int DocId => _docId;

    public override long Cost { get; }

    public override int Next() => _docId == NoMoreDocs ? NoMoreDocs : Advance(_docId + 1);

    public override int Advance(int target)
    {
        while (true)
        {
            while (_heap[0].DocId < target)
            {
                _heap[0].Advance(target);
                SiftDown();
            }

            _docId = _heap[0].DocId;
            if (_needed == 1 || _docId == NoMoreDocs || CountAt(0) >= _needed) return _docId;
            target = _docId + 1;
        }
    }

    public override float Score() => (float)SumAt(0);

    public override int AdvanceShallow(int target)
    {
        var end = NoMoreDocs;
        foreach (var scorer in _heap) end = Math.Min(end, ScoreBound.AdvanceShallow(scorer, target));
        return end;
    }

    public override float MaxScore(int upTo) => ScoreBound.Sum(_heap, upTo);

    internal override void CollectAll(DocBits bits, CancellationToken cancellation)
    {
        if (_needed > 1) base.CollectAll(bits, cancellation);
        else
            foreach (var part in _heap) part.CollectAll(bits, cancellation);
    }

    internal override void CollectTop(TopCollector collector)
    {
        if (_needed > 1) base.CollectTop(collector);
        else if (Terms is { } terms) new TermDisjunction(terms, null, null, collector).Run();
        else new TopDisjunction(_heap, collector).Run();
    }

    // Cursors on the current document form a subtree at the top of the heap.
    private int CountAt(int node) => node >= _heap.Length || _heap[node].DocId != _docId
        ? 0 : 1 + CountAt((2 * node) + 1) + CountAt((2 * node) + 2);

    private double SumAt(int node) => node >= _heap.Length || _heap[node].DocId != _docId
        ? 0 : _heap[node].Score() + SumAt((2 * node) + 1) + SumAt((2 * node) + 2);

    private void SiftDown()
    {
        var moved = _heap[0];
        var docId = moved.DocId;
        var node = 0;
        while (true)
        {
            var child = (2 * node) + 1;
            if (child >= _heap.Length) break;
            if (child + 1 < _heap.Length && _heap[child + 1].DocId < _heap[child].DocId) child++;
            if (_heap[child].DocId >= docId) break;
            _heap[node] = _heap[child];
            node = child;
        }

        _heap[node] = moved;
    }
}
