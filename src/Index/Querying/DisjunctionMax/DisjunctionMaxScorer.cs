using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

/// <summary>Documents of any part, with the highest score and a share of the others (LUCENE87 section 9).</summary>
internal sealed class DisjunctionMaxScorer(Scorer[] parts, float tie) : Scorer
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => parts.Sum(static part => part.Cost);

    public override int Next() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        var first = NoMoreDocs;
        foreach (var part in parts)
        {
            if (part.DocId < target) part.Advance(target);
            first = Math.Min(first, part.DocId);
        }

        return _docId = first;
    }

    public override float Score()
    {
        var highest = 0f;
        var others = 0.0;
        foreach (var part in parts)
        {
            if (part.DocId != _docId) continue;
            var score = part.Score();
            others += Math.Min(highest, score);
            highest = Math.Max(highest, score);
        }

        return (float)(highest + (others * tie));
    }

    public override int AdvanceShallow(int target)
    {
        var end = NoMoreDocs;
        foreach (var part in parts) end = Math.Min(end, ScoreBound.AdvanceShallow(part, target));
        return end;
    }

    public override float MaxScore(int upTo)
    {
        var highest = 0f;
        var sum = 0.0;
        foreach (var part in parts)
        {
            if (part.DocId == NoMoreDocs) continue;
            var bound = part.MaxScore(upTo);
            sum += bound;
            highest = Math.Max(highest, bound);
        }

        return ScoreBound.RoundUp(highest + ((sum - highest) * tie));
    }

    internal override void CollectAll(DocBits bits, CancellationToken cancellation)
    {
        foreach (var part in parts) part.CollectAll(bits, cancellation);
    }
}
