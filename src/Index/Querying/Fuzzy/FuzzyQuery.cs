using System.Text;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a term that is at most <paramref name="MaxEdits"/> (0 to 2) edits away from <paramref name="Term"/>
/// and shares its first <paramref name="PrefixLength"/> characters; with the term alone when that is all of it, as in
/// Lucene 8. Of the terms found the <paramref name="MaxExpansions"/> nearest count (ties: first in order). Scored as
/// Lucene 8's FuzzyQuery: an OR of the terms, each with the highest document frequency among them and a boost of 1 -
/// edits / length of the shorter term; a term whose boost would not be above 0 does not count.
/// </summary>
public sealed record FuzzyQuery(
    string Field, string Term, int MaxEdits = 2, int PrefixLength = 0, int MaxExpansions = 50) : Query, ITermsQuery
{
    /// <summary>Largest edit distance.</summary>
    public const int MostEdits = 2;

    /// <summary>Edits allowed.</summary>
    public int MaxEdits { get; init; } = MaxEdits is >= 0 and <= MostEdits
        ? MaxEdits : throw new ArgumentOutOfRangeException(nameof(MaxEdits), MaxEdits, $"Edits are 0 to {MostEdits}.");

    /// <summary>Characters that must agree.</summary>
    public int PrefixLength { get; init; } = PrefixLength >= 0
        ? PrefixLength
        : throw new ArgumentOutOfRangeException(nameof(PrefixLength), PrefixLength, "A length is not negative.");

    /// <summary>Most terms to search for.</summary>
    public int MaxExpansions { get; init; } = MaxExpansions is > 0 and <= BooleanQuery.MaxClauses
        ? MaxExpansions
        : throw new ArgumentOutOfRangeException(
            nameof(MaxExpansions), MaxExpansions, $"1 to {BooleanQuery.MaxClauses}.");

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var nearest = Expand(searcher);
        if (nearest.Count == 0) return new MatchNoneQuery().Bind(searcher, scored, boost);
        var states = nearest.ConvertAll(near => searcher.FindTerm(Field, near.Term));
        var idf = Bm25.Idf(states.Max(state => state.DocFreq), searcher.Statistics(Field).DocCount);
        var weights = nearest.Select((near, k) => (Weight)new TermWeight(
            Field, states[k], scored ? searcher.Similarity(Field, idf, near.Boost * boost) : null)).ToList();
        return weights.Count == 1 ? weights[0] : BooleanWeight.AnyOf(weights, scored);
    }

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        targets.AddTerms(this);
    }

    /// <inheritdoc/>
    public void VisitTerms(IndexSearcher searcher, SegmentContext segment, TermVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(visit);
        if (segment.Reader.Terms(Field) is not { } terms) return;
        foreach (var near in Expand(searcher))
        {
            if (terms.TryFind(near.Term, out var state) && !visit(near.Term, state)) return;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Term}~{MaxEdits}";

    private List<NearTerm> Expand(IndexSearcher searcher)
    {
        var texts = new NearbyTexts(Term, PrefixLength, MaxEdits);
        var exact = MaxEdits == 0 || PrefixLength >= texts.Length;
        var nfa = exact ? null : texts.ToNfa();
        var nearest = new SortedSet<NearTerm>();
        foreach (var segment in searcher.Segments)
        {
            if (segment.Reader.Terms(Field) is not { } terms) continue;
            if (nfa is null)
            {
                if (terms.TryFind(Encoding.UTF8.GetBytes(Term), out _))
                    nearest.Add(new NearTerm(1, Encoding.UTF8.GetBytes(Term)));
                continue;
            }

            var walk = new AutomatonTerms(terms.Terms(), new LazyDfa(nfa), searcher.Cancellation);
            while (walk.Next()) Offer(nearest, texts, walk.Term);
        }

        return [.. nearest.OrderBy(near => near, NearTerm.ByTerm)];
    }

    private void Offer(SortedSet<NearTerm> nearest, NearbyTexts texts, ReadOnlySpan<byte> term)
    {
        var characters = NearbyTexts.Characters(Encoding.UTF8.GetString(term));
        var edits = texts.Distance(characters);
        var boost = edits == 0 ? 1f : 1f - ((float)edits / Math.Min(characters.Length, texts.Length));
        if (boost <= 0) return;
        if (nearest.Count == MaxExpansions && !nearest.Max!.IsWorseThan(boost, term)) return;
        if (nearest.Add(new NearTerm(boost, term.ToArray())) && nearest.Count > MaxExpansions)
            nearest.Remove(nearest.Max!);
    }
}
