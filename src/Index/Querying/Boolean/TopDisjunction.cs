using System.Diagnostics;
using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Best documents of an OR by block-max MAXSCORE (Turtle and Flood, "Query Evaluation: Strategies and Optimizations",
/// 1995, with bounds per block). In a window where every cursor has one bound, the cursors with the smallest bounds
/// whose sum cannot pass the threshold are optional: only documents of the others are visited, and optional cursors are
/// asked about those alone.
/// </summary>
internal sealed class TopDisjunction
{
    private readonly Scorer[] _scorers; // by bound in the window, ascending
    private readonly float[] _bounds;
    private readonly double[] _boundsBefore; // sums of the bounds of earlier cursors; one more than there are cursors
    private readonly TopCollector _collector;
    private int _optional;

    public TopDisjunction(Scorer[] scorers, TopCollector collector)
    {
        _scorers = [.. scorers];
        _bounds = new float[scorers.Length];
        _boundsBefore = new double[scorers.Length + 1];
        _collector = collector;
    }

    public void Run()
    {
        for (var start = 0; start != DocCursor.NoMoreDocs;)
        {
            _collector.CheckCancellation();
            var end = OpenWindow(start);
            if (_optional < _scorers.Length) VisitWindow(start, end);
            start = end == DocCursor.NoMoreDocs ? end : end + 1;
        }
    }

    // Chooses the window's last document and sorts the cursors by their bound in it. After it, the first _optional
    // cursors together cannot lift a document above the threshold.
    private int OpenWindow(int start)
    {
        var end = DocCursor.NoMoreDocs;
        foreach (var scorer in _scorers) end = Math.Min(end, ScoreBound.AdvanceShallow(scorer, start));
        for (var k = 0; k < _scorers.Length; k++)
        {
            var absent = _scorers[k].DocId > end || _scorers[k].DocId == DocCursor.NoMoreDocs;
            _bounds[k] = absent ? 0 : _scorers[k].MaxScore(end);
        }

        Array.Sort(_bounds, _scorers);
        for (var k = 0; k < _scorers.Length; k++) _boundsBefore[k + 1] = _boundsBefore[k] + _bounds[k];
        CountOptional();
        return end;
    }

    private void CountOptional()
    {
        _optional = 0;
        while (_optional < _scorers.Length && !CanPass(_boundsBefore[_optional + 1])) _optional++;
    }

    private bool CanPass(double bound) => ScoreBound.RoundUp(bound) > _collector.Threshold;

    private void VisitWindow(int start, int end)
    {
        for (var docId = FirstRequired(start);
            docId <= end && docId != DocCursor.NoMoreDocs;
            docId = FirstRequired(docId + 1))
        {
            Visit(docId);
            if (_optional == _scorers.Length) return;
        }
    }

    private int FirstRequired(int target)
    {
        var first = DocCursor.NoMoreDocs;
        for (var k = _optional; k < _scorers.Length; k++)
        {
            var docId = _scorers[k].DocId;
            if (docId < target) docId = _scorers[k].Advance(target);
            first = Math.Min(first, docId);
        }

        return first;
    }

    private void Visit(int docId)
    {
        Debug.Assert(_optional < _scorers.Length, "some cursor led here");
        var sum = 0.0;
        for (var k = _optional; k < _scorers.Length; k++)
        {
            if (_scorers[k].DocId == docId) sum += _scorers[k].Score();
        }

        for (var k = _optional - 1; k >= 0; k--)
        {
            if (!CanPass(sum + _boundsBefore[k + 1])) return;
            var at = _scorers[k].DocId < docId ? _scorers[k].Advance(docId) : _scorers[k].DocId;
            if (at == docId) sum += _scorers[k].Score();
        }

        var before = _collector.Threshold;
        _collector.Offer(docId, (float)sum);
        if (_collector.Threshold > before) CountOptional();
    }
}
