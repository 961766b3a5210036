using Dateline.Index.Collecting;
using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents where all parts of a phrase meet; the frequency is the number of starts that all parts allow, or what
/// <paramref name="sloppy"/> makes of the places where they are near each other.
/// </summary>
internal sealed class PhraseScorer(
    PhrasePart[] parts, SloppyPositions? sloppy, NormValues? norms, Bm25? similarity) : Scorer
{
    private readonly PhrasePart[] _byCost = [.. parts.OrderBy(part => part.Postings.Cost)];
    private const int HitsPerCheck = 64;

    private TopCollector? _collector; // once set, documents that cannot pass its threshold are left out
    private int _docId = -1;
    private float _freq;

    public override int DocId => _docId;

    public override long Cost => _byCost[0].Postings.Cost;

    public override int Next() => Find(_byCost[0].Postings.Next());

    public override int Advance(int target) => Find(_byCost[0].Postings.Advance(target));

    public override float Score() => similarity?.Score(_freq, norms is null ? 1 : norms.Get(_docId)) ?? 0;

    public override float MaxScore(int upTo) => similarity?.Weight ?? 0;

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
        if (_collector is not { MaySkip: true } || similarity is null) return false;
        var freq = int.MaxValue;
        foreach (var part in _byCost) freq = Math.Min(freq, part.Postings.Freq);
        return sloppy is null && similarity.Score(freq, norms is null ? 1 : norms.Get(docId)) <= _collector.Threshold;
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
                _freq = sloppy is null ? CountStarts() : sloppy.Frequency();
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

    private int CountStarts()
    {
        var count = 0;
        foreach (var part in _byCost) part.First();
        for (var start = _byCost[0].Start; start != PhrasePart.NoMoreStarts;)
        {
            var agreed = start;
            for (var k = 1; k < _byCost.Length && agreed == start; k++) agreed = _byCost[k].AdvanceStart(start);
            if (agreed == start)
            {
                count++;
                start = _byCost[0].NextStart();
            }
            else start = agreed == PhrasePart.NoMoreStarts ? agreed : _byCost[0].AdvanceStart(agreed);
        }

        return count;
    }
}
