using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>A weight whose scorers give each document <paramref name="score"/>.</summary>
/// <param name="score">The score.</param>
/// <param name="documents">The matches in one segment, or null when there are none.</param>
internal sealed class ConstantWeight(float score, Func<SegmentContext, DocCursor?> documents) : Weight
{
    public override Scorer? Scorer(SegmentContext segment) =>
        documents(segment) is { } cursor ? new ConstantScorer(cursor, score) : null;
}
