using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>A phrase bound to an index.</summary>
internal sealed class PhraseWeight(PhraseQuery query, TermStates[] states, Bm25? similarity) : Weight
{
    public override Scorer? Scorer(SegmentContext segment)
    {
        if (segment.Reader.Terms(query.Field) is not { } terms) return null;
        if (segment.Reader.Fields.Find(query.Field) is { HasPositions: false })
            throw new InvalidOperationException(
                $"Field \"{query.Field}\" keeps no positions, so phrases cannot be searched in it.");
        var parts = new PhrasePart[states.Length];
        for (var k = 0; k < parts.Length; k++)
        {
            if (states[k][segment.Ordinal] is not { } state) return null;
            parts[k] = new PhrasePart(terms.Postings(state, PostingsParts.Positions), query.Terms[k].Position);
        }

        var sloppy = query.Slop > 0 ? new SloppyPositions(parts, query.Terms, query.Slop) : null;
        return new PhraseScorer(parts, sloppy, segment.Reader.Norms(query.Field), similarity);
    }
}
