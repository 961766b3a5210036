using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>Synonyms bound to an index.</summary>
internal sealed class SynonymWeight(SynonymQuery query, TermStates[] states, Bm25 similarity) : Weight
{
    public override Scorer? Scorer(SegmentContext segment)
    {
        if (segment.Reader.Terms(query.Field) is not { } terms) return null;
        var parts = new List<(PostingsCursor Postings, float Boost)>();
        for (var k = 0; k < states.Length; k++)
        {
            if (states[k][segment.Ordinal] is { } state)
                parts.Add((terms.Postings(state, PostingsParts.Freqs), query.Synonyms[k].Boost));
        }

        return parts.Count == 0 ? null : new SynonymScorer([.. parts], segment.Reader.Norms(query.Field), similarity);
    }
}
