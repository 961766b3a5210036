namespace Dateline.Index.Querying;

/// <summary>
/// The clauses bound to an index. Which scorer combines them decides how sums are rounded (LUCENE87 section 9), so the
/// choice per segment follows Lucene 8.
/// </summary>
internal sealed class BooleanWeight : Weight
{
    private readonly (Occur Occur, Weight Weight)[] _clauses;
    private readonly int _minimumShouldMatch;
    private readonly bool _scored;

    public BooleanWeight(BooleanQuery query, IndexSearcher searcher, bool scored, float boost)
    {
        _minimumShouldMatch = query.MinimumShouldMatch;
        _scored = scored;
        _clauses = [.. query.Clauses.Select(clause => (clause.Occur, Bind(clause)))];

        Weight Bind(BooleanClause clause)
        {
            var weight = clause.Query.Bind(searcher, scored && clause.Occur is Occur.Must or Occur.Should, boost);
            return clause.Occur is Occur.Filter or Occur.MustNot && searcher.Filters is { } filters
                ? filters.Wrap(clause.Query, weight, searcher.Cancellation) : weight;
        }
    }

    private BooleanWeight(IEnumerable<Weight> optional, bool scored)
    {
        _scored = scored;
        _clauses = [.. optional.Select(weight => (Occur.Should, weight))];
    }

    /// <summary>Documents of any of the weights, scores added up.</summary>
    public static BooleanWeight AnyOf(IEnumerable<Weight> weights, bool scored) => new(weights, scored);

    public override Scorer? Scorer(SegmentContext segment)
    {
        List<Scorer> must = [], filter = [], should = [], mustNot = [];
        foreach (var (occur, weight) in _clauses)
        {
            var scorer = weight.Scorer(segment);
            var part = occur switch
            {
                Occur.Must => must,
                Occur.Filter => filter,
                Occur.Should => should,
                _ => mustNot,
            };
            if (scorer is not null) part.Add(scorer);
            else if (occur is Occur.Must or Occur.Filter) return null;
        }

        var needed = _minimumShouldMatch;
        if (should.Count == needed)
        {
            must.AddRange(should); // all optional clauses are required here
            should.Clear();
            needed = 0;
        }

        var required = must.Count + filter.Count > 0;
        if (should.Count < needed || (!required && should.Count == 0)) return null;
        if (!_scored && needed == 0 && required) should.Clear();
        return Combine(must, filter, should, mustNot, needed);
    }

    public override Explanation? Explain(SegmentContext segment, int docId) => Explanation.Combine(
        this, segment, docId, "sum of", _clauses.Where(clause => clause.Occur is Occur.Must or Occur.Should)
            .Select(clause => clause.Weight.Explain(segment, docId)));

    private static Scorer Combine(
        List<Scorer> must, List<Scorer> filter, List<Scorer> should, List<Scorer> mustNot, int needed)
    {
        if (must.Count + filter.Count == 0) return Excluding(Optional(should, needed), mustNot);
        var required = Excluding(Required(must, filter), mustNot);
        if (should.Count == 0) return required;
        var optional = Optional(should, needed);
        return needed > 0
            ? new ConjunctionScorer([required, optional], [required, optional])
            : new RequiredOptionalScorer(required, optional);
    }

    private static Scorer Required(List<Scorer> must, List<Scorer> filter)
    {
        if (must.Count + filter.Count == 1) return must.Count == 1 ? must[0] : new ConstantScorer(filter[0], 0);
        Scorer[] scoring = [.. must];
        if (must is [ConjunctionScorer alone])
        {
            scoring = alone.Scoring; // the sum of one sum is that sum
            must = [.. alone.All];
        }

        filter = [.. filter.SelectMany(part => part is ConjunctionScorer inner ? inner.All : [part])];
        Prepare(must, filter);
        return new ConjunctionScorer([.. must, .. filter], scoring);
    }

    // Tells each part how many documents the cheapest of the others can ask about.
    private static void Prepare(List<Scorer> must, List<Scorer> filter)
    {
        Scorer[] parts = [.. must, .. filter];
        foreach (var part in parts)
            part.Expect(parts.Where(other => other != part).Min(static other => other.Cost));
    }

    private static Scorer Optional(List<Scorer> should, int needed) =>
        should.Count == 1 ? should[0] : new DisjunctionScorer([.. should], Math.Max(1, needed));

    private static Scorer Excluding(Scorer scorer, List<Scorer> mustNot) => mustNot.Count switch
    {
        0 => scorer,
        1 => new ExcludingScorer(scorer, mustNot[0]),
        _ => new ExcludingScorer(scorer, new DisjunctionScorer([.. mustNot], 1)),
    };
}
