using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Gives every document of a cursor the same score.</summary>
internal sealed class ConstantScorer(DocCursor documents, float score) : Scorer
{
    public override int DocId => documents.DocId;

    public override long Cost => documents.Cost;

    public override int Next() => documents.Next();

    public override int Advance(int target) => documents.Advance(target);

    public override float Score() => score;

    public override float MaxScore(int upTo) => score;
}
