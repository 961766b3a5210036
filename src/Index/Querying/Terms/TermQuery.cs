using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Documents that have exactly this term (already analyzed) in a field, scored by BM25.</summary>
public sealed record TermQuery(string Field, string Term) : Query
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var states = searcher.FindTerm(Field, Term);
        if (states.DocFreq == 0) return new MatchNoneQuery().Bind(searcher, scored, boost);
        var field = searcher.Statistics(Field);
        var idf = Bm25.Idf(states.DocFreq, field.DocCount);
        return new TermWeight(Field, states, scored ? searcher.Similarity(Field, idf, boost) : null);
    }

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        targets.AddTerm(Field, Term);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Term}";
}
