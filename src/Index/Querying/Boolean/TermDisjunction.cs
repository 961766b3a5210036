using System.Buffers;
using System.Numerics;
using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Best documents of an OR of terms, window by window: blocks of scores are added up in an array with one slot per
/// document. Once documents may be left out, the terms with the smallest bounds whose sum cannot pass the threshold are
/// optional in a window (MAXSCORE: Turtle and Flood 1995): they are asked only about documents the others found, and
/// blocks of the others that cannot lift a document above the threshold are passed over (Ding and Suel 2011).
/// </summary>
/// <param name="terms">The terms; reordered.</param>
/// <param name="filter">Documents to be found, or null for all.</param>
/// <param name="column">A test that documents have to pass, or null for none.</param>
/// <param name="collector">Takes the documents.</param>
internal sealed class TermDisjunction(
    TermScorer[] terms, DocBits? filter, FilteredCursor? column, TopCollector collector)
{
    private const int Window = 2048;
    private const double Slack = 1 + 1e-9; // sums of bounds are rounded in another order than sums of scores

    // Rented while it runs: an array a segment and query is most of what searching would leave to the garbage
    // collector.
    private double[] _sums = [];
    private float[] _scores = [];
    private readonly ulong[] _found = new ulong[Math.Min(Window, collector.MaxDoc + 63) / 64];
    private readonly float[] _bounds = new float[terms.Length];
    private readonly double[] _boundsBefore = new double[terms.Length + 1]; // sums of the bounds of earlier terms
    private int _start;
    private int _end;
    private int _optional;

    public void Run()
    {
        _sums = ArrayPool<double>.Shared.Rent(_found.Length * 64);
        _scores = ArrayPool<float>.Shared.Rent(TermScorer.BlockSize);
        _sums.AsSpan().Clear();
        try
        {
            VisitWindows();
        }
        finally
        {
            ArrayPool<double>.Shared.Return(_sums);
            ArrayPool<float>.Shared.Return(_scores);
        }
    }

    private void VisitWindows()
    {
        foreach (var term in terms) term.Next();
        for (_start = NextStart(0); _start != DocCursor.NoMoreDocs; _start = NextStart(_end + 1))
        {
            collector.CheckCancellation();
            _end = (int)Math.Min(DocCursor.NoMoreDocs - 1L, (long)_start + Window - 1);
            ChooseOptional();
            if (_optional == terms.Length) continue;
            if (_optional == terms.Length - 1 && collector.MaySkip) VisitOne(terms[^1]);
            else VisitMany();
        }
    }

    private int NextStart(int from)
    {
        var first = DocCursor.NoMoreDocs;
        foreach (var term in terms)
        {
            if (term.DocId != DocCursor.NoMoreDocs) first = Math.Min(first, Math.Max(from, term.DocId));
        }

        if (first >= collector.MaxDoc) return DocCursor.NoMoreDocs; // optional terms may stand far behind
        return filter is null ? first : filter.NextFrom(first);
    }

    private void ChooseOptional()
    {
        _optional = 0;
        if (!collector.MaySkip) return;
        for (var k = 0; k < terms.Length; k++)
            _bounds[k] = terms[k].DocId > _end ? 0 : terms[k].Bounds.Over(_start, _end);
        Array.Sort(_bounds, terms);
        for (var k = 0; k < terms.Length; k++) _boundsBefore[k + 1] = _boundsBefore[k] + _bounds[k];
        while (_optional < terms.Length && !CanPass(_boundsBefore[_optional + 1])) _optional++;
    }

    private bool CanPass(double bound) => bound * Slack > collector.Threshold;

    // A block of this term is worth decoding when its bound and those of all other terms together can pass.
    private int SkipBlocks(TermScorer term, int docId, double others)
    {
        while (docId <= _end)
        {
            var end = term.Bounds.EndOf(docId);
            if (CanPass(term.Bounds.Over(docId, Math.Min(end, _end)) + others)) return docId;
            if (end >= _end) return DocCursor.NoMoreDocs;
            docId = term.Advance(end + 1);
        }

        return docId;
    }

    private static int CountTo(ReadOnlySpan<int> docs, int end)
    {
        if (docs[^1] <= end) return docs.Length;
        var at = docs.BinarySearch(end + 1);
        return at < 0 ? ~at : at;
    }

    private void VisitOne(TermScorer term)
    {
        var others = _boundsBefore[_optional];
        for (var docId = term.DocId < _start ? term.Advance(_start) : term.DocId; docId <= _end;)
        {
            docId = SkipBlocks(term, docId, others);
            if (docId > _end) return;
            var docs = term.Postings.BlockDocs;
            docs = docs[..CountTo(docs, _end)];
            term.Score(docs, term.Postings.BlockFreqs, _scores);
            for (var k = 0; k < docs.Length; k++)
            {
                if (CanPass(_scores[k] + others)) Finish(docs[k], _scores[k]);
            }

            docId = term.Postings.Pass(docs.Length);
        }
    }

    private void VisitMany()
    {
        for (var k = _optional; k < terms.Length; k++) AddUp(terms[k], _boundsBefore[^1] - _bounds[k]);
        for (var word = 0; word < _found.Length; word++)
        {
            for (var bits = _found[word]; bits != 0; bits &= bits - 1)
            {
                var slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                var sum = _sums[slot];
                _sums[slot] = 0;
                if (_optional == 0 || CanPass(sum + _boundsBefore[_optional])) Finish(_start + slot, sum);
            }

            _found[word] = 0;
        }
    }

    private void AddUp(TermScorer term, double others)
    {
        var skips = collector.MaySkip;
        for (var docId = term.DocId < _start ? term.Advance(_start) : term.DocId; docId <= _end;)
        {
            if (skips) docId = SkipBlocks(term, docId, others);
            if (docId > _end) return;
            var docs = term.Postings.BlockDocs;
            docs = docs[..CountTo(docs, _end)];
            term.Score(docs, term.Postings.BlockFreqs, _scores);
            for (var k = 0; k < docs.Length; k++)
            {
                var slot = docs[k] - _start;
                _sums[slot] += _scores[k];
                _found[slot >> 6] |= 1UL << slot;
            }

            docId = term.Postings.Pass(docs.Length);
        }
    }

    private void Finish(int docId, double sum)
    {
        if (filter is not null && !filter.Contains(docId)) return;
        if (column is not null && !column.Test(docId)) return;
        for (var k = _optional - 1; k >= 0; k--)
        {
            if (!CanPass(sum + _boundsBefore[k + 1])) return;
            var at = terms[k].DocId < docId ? terms[k].Advance(docId) : terms[k].DocId;
            if (at == docId) sum += terms[k].Score();
        }

        collector.Offer(docId, (float)sum);
    }
}
