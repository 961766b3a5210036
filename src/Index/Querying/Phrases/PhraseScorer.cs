using Dateline.Index.Collecting;
using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents where all parts of a phrase meet; the frequency is the number of starts that all parts allow, or what
/// <see cref="SloppyPositions"/> make of the places where they are near each other.
/// </summary>
internal sealed class PhraseScorer : Scorer
{
    private const int HitsPerCheck = 64;

    private readonly PhrasePart[] _byCost;
    private readonly ExactPositions _exact;
    private readonly SloppyPositions? _sloppy;
    private readonly NormValues? _norms;
    private readonly Bm25? _similarity;
    private TopCollector? _collector; // once set, documents that cannot pass its threshold are left out
    private int _docId = -1;
    private float _freq;

    /// <param name="parts">The parts by position in the phrase.</param>
    /// <param name="sloppy">Their places when they need not stand exactly, else null.</param>
    /// <param name="norms">The field's norms, if it has any.</param>
    /// <param name="similarity">How to score; null when scores are not read.</param>
    public PhraseScorer(PhrasePart[] parts, SloppyPositions? sloppy, NormValues? norms, Bm25? similarity)
    {
        (_sloppy, _norms, _similarity) = (sloppy, norms, similarity);
        _byCost = [.. parts.OrderBy(static part => part.Postings.Cost)];
        _exact = new ExactPositions(_byCost);
    }

    public override int DocId => _docId;

    public override long Cost => _byCost[0].Postings.Cost;

    public override int Next() => Find(_byCost[0].Postings.Next());

    public override int Advance(int target) => Find(_byCost[0].Postings.Advance(target));

    public override float Score() => _similarity?.Score(_freq, _norms is null ? 1 : _norms.Get(_docId)) ?? 0;

    public override float MaxScore(int upTo) => _similarity?.Weight ?? 0;

    internal override void CollectTop(TopCollector collector)
    {
        _collector = collector;
        var untilCheck = 0;
        for (var docId = Next(); docId != NoMoreDocs; docId = Next())
        {
            if (--untilCheck <= 0)
            {
                collector.CheckCancellation();
                untilCheck = HitsPerCheck;
            }

            collector.Offer(docId, Score());
        }
    }

    // No part is in more places than its frequency; where that is too few, positions need not be read.
    private bool CannotPass(int docId)
    {
        if (_collector is not { MaySkip: true } || _similarity is null) return false;
        var freq = int.MaxValue;
        foreach (var part in _byCost) freq = Math.Min(freq, part.Postings.Freq);
        return _sloppy is null
            && _similarity.Score(freq, _norms is null ? 1 : _norms.Get(docId)) <= _collector.Threshold;
    }

    private int Find(int docId)
    {
        var lead = _byCost[0].Postings;
        while (docId != NoMoreDocs)
        {
            var next = FirstDisagreement(docId);
            if (next == docId && CannotPass(docId)) docId = lead.Next();
            else if (next == docId)
            {
                _freq = _sloppy is null ? _exact.Frequency() : _sloppy.Frequency();
                if (_freq > 0) break;
                docId = lead.Next();
            }
            else docId = next == NoMoreDocs ? NoMoreDocs : lead.Advance(next);
        }

        return _docId = docId;
    }

    // The same document when all parts have it, else a later one that the lead may try.
    private int FirstDisagreement(int docId)
    {
        for (var k = 1; k < _byCost.Length; k++)
        {
            var postings = _byCost[k].Postings;
            if (postings.DocId < docId) postings.Advance(docId);
            if (postings.DocId != docId) return postings.DocId;
        }

        return docId;
    }
}
