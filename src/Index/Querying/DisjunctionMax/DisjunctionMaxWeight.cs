namespace Dateline.Index.Querying;

/// <summary>Several weights of which the best counts.</summary>
internal sealed class DisjunctionMaxWeight(Weight[] weights, float tie) : Weight
{
    public override Scorer? Scorer(SegmentContext segment)
    {
        var scorers = new List<Scorer>();
        foreach (var weight in weights)
        {
            if (weight.Scorer(segment) is { } scorer) scorers.Add(scorer);
        }

        return scorers.Count switch { 0 => null, 1 => scorers[0], _ => new DisjunctionMaxScorer([.. scorers], tie) };
    }

    public override Explanation? Explain(SegmentContext segment, int docId) => Explanation.Combine(
        this, segment, docId, $"highest, plus {tie} times the others, of",
        weights.Select(weight => weight.Explain(segment, docId)));
}
