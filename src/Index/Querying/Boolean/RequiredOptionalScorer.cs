namespace Dateline.Index.Querying;

/// <summary>
/// The documents of the required part; where the optional part matches too, its score is added in float.
/// </summary>
internal sealed class RequiredOptionalScorer(Scorer required, Scorer optional) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override int Next() => required.Next();

    public override int Advance(int target) => required.Advance(target);

    public override float Score()
    {
        var docId = required.DocId;
        var score = required.Score();
        if (optional.DocId < docId) optional.Advance(docId);
        return optional.DocId == docId ? (float)(score + optional.Score()) : score;
    }

    public override int AdvanceShallow(int target) => Math.Min(
        required.AdvanceShallow(target), ScoreBound.AdvanceShallow(optional, target));

    public override float MaxScore(int upTo) => ScoreBound.Sum([required, optional], upTo);
}
