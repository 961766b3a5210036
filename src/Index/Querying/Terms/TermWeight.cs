using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>A term bound to an index.</summary>
/// <param name="field">The field.</param>
/// <param name="states">Where the term is.</param>
/// <param name="similarity">How to score, or null when scores are not read.</param>
internal sealed class TermWeight(string field, TermStates states, Bm25? similarity) : Weight
{
    public override Scorer? Scorer(SegmentContext segment)
    {
        if (states[segment.Ordinal] is not { } state || segment.Reader.Terms(field) is not { } terms) return null;
        var postings = terms.Postings(state, similarity is null ? PostingsParts.Docs : PostingsParts.Freqs);
        return similarity is null
            ? new ConstantScorer(postings, 0)
            : new TermScorer(
                postings, () => terms.Postings(state, PostingsParts.Freqs), segment.Reader.Norms(field), similarity);
    }

    public override long Count(SegmentContext segment) =>
        segment.Reader.LiveBits.IsEmpty ? states[segment.Ordinal]?.DocFreq ?? 0 : -1;

    public override Explanation? Explain(SegmentContext segment, int docId)
    {
        if (ScoreOf(segment, docId) is not { } score || similarity is null) return null;
        var postings = segment.Reader.Terms(field)!.Postings(states[segment.Ordinal]!.Value, PostingsParts.Freqs);
        postings.Advance(docId);
        var norm = segment.Reader.Norms(field)?.Get(docId) ?? 1;
        return new Explanation(score, $"weight - weight / (1 + frequency * length factor) in field {field}",
        [
            new Explanation(similarity.Weight, $"weight: boost * idf of a term in {states.DocFreq} documents"),
            new Explanation(postings.Freq, "frequency"),
            new Explanation(similarity.InverseLength(norm), $"length factor of norm {norm}"),
        ]);
    }
}
