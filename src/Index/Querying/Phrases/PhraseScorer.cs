using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Documents where all parts of a phrase meet; the frequency is the number of starts that all parts allow.</summary>
internal sealed class PhraseScorer(PhrasePart[] parts, NormValues? norms, Bm25? similarity) : Scorer
{
    private readonly PhrasePart[] _byCost = [.. parts.OrderBy(part => part.Postings.Cost)];
    private int _docId = -1;
    private int _freq;

    public override int DocId => _docId;

    public override long Cost => _byCost[0].Postings.Cost;

    public override int Next() => Find(_byCost[0].Postings.Next());

    public override int Advance(int target) => Find(_byCost[0].Postings.Advance(target));

    public override float Score() => similarity?.Score(_freq, norms is null ? 1 : norms.Get(_docId)) ?? 0;

    public override float MaxScore(int upTo) => similarity?.Weight ?? 0;

    private int Find(int docId)
    {
        var lead = _byCost[0].Postings;
        while (docId != NoMoreDocs)
        {
            var next = FirstDisagreement(docId);
            if (next == docId)
            {
                _freq = CountStarts();
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
