using System.Buffers;
using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Best documents of an AND of terms and unscored cursors: up to a block of documents of the cheapest is thinned out by
/// the others one after another. Once documents may be left out, blocks and documents whose bounds do not pass the
/// threshold are passed over.
/// </summary>
internal sealed class BlockConjunction
{
    private const int Size = TermScorer.BlockSize;
    private const double Slack = 1 + 1e-9; // sums of bounds are rounded in another order than sums of scores

    private readonly DocCursor[] _cursors; // cheapest first
    private readonly TermScorer?[] _scorers; // of the cursor at the same place, where it scores
    private readonly double[] _boundsFrom; // sums of the bounds of this and later cursors in the block
    private readonly TopCollector _collector;
    private int[] _docs = []; // these four rented while it runs
    private int[] _leadFreqs = [];
    private double[] _sums = [];
    private float[] _scores = [];
    private int _count;

    /// <param name="terms">Cursors that score; moved by nobody else from now on.</param>
    /// <param name="filters">Cursors that do not.</param>
    /// <param name="collector">Takes the documents.</param>
    public BlockConjunction(IEnumerable<TermScorer> terms, IEnumerable<DocCursor> filters, TopCollector collector)
    {
        var members = terms.Select(term => ((DocCursor)term.Postings, (TermScorer?)term))
            .Concat(filters.Select(filter => (filter, (TermScorer?)null)))
            .OrderBy(member => member.Item1.Cost).ToArray();
        _cursors = [.. members.Select(member => member.Item1)];
        _scorers = [.. members.Select(member => member.Item2)];
        _boundsFrom = new double[_cursors.Length + 1];
        _collector = collector;
    }

    public void Run()
    {
        (_docs, _leadFreqs) = (ArrayPool<int>.Shared.Rent(Size), ArrayPool<int>.Shared.Rent(Size));
        (_sums, _scores) = (ArrayPool<double>.Shared.Rent(Size), ArrayPool<float>.Shared.Rent(Size));
        try
        {
            Visit();
        }
        finally
        {
            ArrayPool<int>.Shared.Return(_docs);
            ArrayPool<int>.Shared.Return(_leadFreqs);
            ArrayPool<double>.Shared.Return(_sums);
            ArrayPool<float>.Shared.Return(_scores);
        }
    }

    private void Visit()
    {
        var lead = _cursors[0];
        for (var docId = lead.Next(); docId != DocCursor.NoMoreDocs;)
        {
            _collector.CheckCancellation();
            if (_collector.MaySkip && !BlockCanPass(docId, out var end))
            {
                if (end == DocCursor.NoMoreDocs) return;
                docId = lead.Advance(end + 1);
                continue;
            }

            docId = Fill(lead);
            ThinOut();
            Offer();
            docId = FollowOthers(docId);
        }
    }

    // Bounds all cursors over the documents from this one to the end of the lead's block.
    private bool BlockCanPass(int docId, out int end)
    {
        end = LeadBlockEnd(docId);
        for (var k = _cursors.Length - 1; k >= 0; k--)
            _boundsFrom[k] = _boundsFrom[k + 1] + (_scorers[k]?.Bounds.Over(docId, end) ?? 0);
        return CanPass(_boundsFrom[0]);
    }

    private int LeadBlockEnd(int docId)
    {
        if (_cursors[0] is PostingsCursor postings) return postings.BlockDocs[^1];
        return (int)Math.Min(DocCursor.NoMoreDocs - 1L, docId + (long)(16 * Size));
    }

    private bool CanPass(double bound) => bound * Slack > _collector.Threshold;

    // Copies documents of the lead and moves it past them.
    private int Fill(DocCursor lead)
    {
        if (lead is PostingsCursor postings)
        {
            var docs = postings.BlockDocs;
            docs.CopyTo(_docs);
            _count = docs.Length;
            if (_scorers[0] is not null) postings.BlockFreqs.CopyTo(_leadFreqs);
            _sums.AsSpan(0, _count).Clear();
            return postings.Pass(_count);
        }

        var first = lead.DocId;
        var limit = (int)Math.Min(DocCursor.NoMoreDocs - 1L, first + (long)(16 * Size));
        var docId = first;
        for (_count = 0; _count < Size && docId <= limit; docId = lead.Next()) _docs[_count++] = docId;
        _sums.AsSpan(0, _count).Clear();
        return docId;
    }

    private void ThinOut()
    {
        for (var k = 1; k < _cursors.Length && _count > 0; k++)
        {
            switch (_cursors[k])
            {
                case BitsCursor bits: KeepIf(bits); break;
                case FilteredCursor filtered: KeepIf(filtered); break;
                default: KeepIf(_cursors[k], _scorers[k]); break;
            }
        }
    }

    private void KeepIf(BitsCursor bits)
    {
        var kept = 0;
        for (var k = 0; k < _count; k++)
        {
            if (bits.Contains(_docs[k])) Keep(k, kept++);
        }

        _count = kept;
    }

    private void KeepIf(FilteredCursor filtered)
    {
        var kept = 0;
        for (var k = 0; k < _count; k++)
        {
            if (filtered.Test(_docs[k])) Keep(k, kept++);
        }

        _count = kept;
    }

    private void KeepIf(DocCursor cursor, TermScorer? scorer)
    {
        var kept = 0;
        var at = cursor.DocId;
        for (var k = 0; k < _count; k++)
        {
            var docId = _docs[k];
            if (at < docId) at = cursor.Advance(docId);
            if (at != docId) continue;
            Keep(k, kept);
            if (scorer is not null) _sums[kept] += scorer.Score();
            kept++;
        }

        _count = kept;
    }

    private void Keep(int from, int to)
    {
        _docs[to] = _docs[from];
        _leadFreqs[to] = _leadFreqs[from];
        _sums[to] = _sums[from];
    }

    private void Offer()
    {
        if (_count == 0) return;
        var docs = _docs.AsSpan(0, _count);
        if (_scorers[0] is { } lead)
        {
            lead.Score(docs, _leadFreqs, _scores);
            for (var k = 0; k < _count; k++) _scores[k] = (float)(_sums[k] + _scores[k]);
        }
        else
            for (var k = 0; k < _count; k++) _scores[k] = (float)_sums[k];
        _collector.Offer(docs, _scores.AsSpan(0, _count));
    }

    // The next document of the lead that no other cursor has passed already.
    private int FollowOthers(int docId)
    {
        foreach (var cursor in _cursors)
        {
            if (cursor.DocId == DocCursor.NoMoreDocs) return DocCursor.NoMoreDocs;
            if (cursor.DocId > docId) docId = _cursors[0].Advance(cursor.DocId);
            if (docId == DocCursor.NoMoreDocs) break;
        }

        return docId;
    }
}
