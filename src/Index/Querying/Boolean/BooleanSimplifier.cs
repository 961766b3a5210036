namespace Dateline.Index.Querying;

/// <summary>
/// The rewrites of a boolean query that Lucene 8 does, in its order, where they change which clauses score or how sums
/// are rounded. Each step returns the given object when it does not apply.
/// </summary>
internal static class BooleanSimplifier
{
    private static readonly Func<BooleanQuery, Query>[] Steps =
    [
        OneClause, EachClause, DistinctFilters, Contradictions, RedundantFilters, FiltersThatScore,
        query => MergeRepeated(query, Occur.Should), query => MergeRepeated(query, Occur.Must), MatchAllWithFilters,
        NestedDisjunctions,
    ];

    public static Query Simplify(BooleanQuery query)
    {
        foreach (var step in Steps)
        {
            var simpler = step(query);
            if (!ReferenceEquals(simpler, query)) return simpler;
        }

        return query;
    }

    private static Query OneClause(BooleanQuery query)
    {
        if (query.Clauses.Count == 0) return new MatchNoneQuery();
        if (query.Clauses.All(clause => clause.Occur == Occur.MustNot)) return new MatchNoneQuery();
        if (query.Clauses.Count > 1) return query;
        var (inner, occur) = query.Clauses[0];
        if (query.MinimumShouldMatch == 1 && occur == Occur.Should) return inner;
        if (query.MinimumShouldMatch > 0) return query;
        return occur == Occur.Filter ? new BoostQuery(new ConstantScoreQuery(inner), 0) : inner;
    }

    private static BooleanQuery EachClause(BooleanQuery query)
    {
        var changed = false;
        var clauses = new BooleanClause[query.Clauses.Count];
        for (var k = 0; k < clauses.Length; k++)
        {
            var (inner, occur) = query.Clauses[k];
            var simpler = inner.Simplify();
            changed |= !ReferenceEquals(simpler, inner);
            clauses[k] = new BooleanClause(simpler, occur);
        }

        return changed ? new BooleanQuery(clauses, query.MinimumShouldMatch) : query;
    }

    private static BooleanQuery DistinctFilters(BooleanQuery query)
    {
        var seen = new HashSet<BooleanClause>();
        return Where(query, clause => clause.Occur is Occur.Must or Occur.Should || seen.Add(clause));
    }

    private static Query Contradictions(BooleanQuery query)
    {
        var excluded = query.Of(Occur.MustNot).ToHashSet();
        return excluded.Count > 0
            && (excluded.Contains(new MatchAllQuery())
                || query.Of(Occur.Must).Concat(query.Of(Occur.Filter)).Any(excluded.Contains))
            ? new MatchNoneQuery() : query;
    }

    // A filter that is also a Must clause, or that lets everything pass while something else is required.
    private static BooleanQuery RedundantFilters(BooleanQuery query)
    {
        var must = query.Of(Occur.Must).ToHashSet();
        var all = new MatchAllQuery();
        var otherFilters = query.Of(Occur.Filter).Any(filter => !filter.Equals(all));
        return Where(query, clause => clause.Occur != Occur.Filter || !(must.Contains(clause.Query)
            || (clause.Query.Equals(all) && (must.Count > 0 || otherFilters))));
    }

    // A clause that is both Filter and Should becomes one Must clause.
    private static BooleanQuery FiltersThatScore(BooleanQuery query)
    {
        var both = query.Of(Occur.Filter).Intersect(query.Of(Occur.Should)).ToHashSet();
        if (both.Count == 0) return query;
        var clauses = new List<BooleanClause>();
        var optionalLeft = query.MinimumShouldMatch;
        foreach (var clause in query.Clauses)
        {
            if (clause.Occur == Occur.Should && both.Contains(clause.Query))
            {
                clauses.Add(clause with { Occur = Occur.Must });
                optionalLeft--;
            }
            else if (clause.Occur != Occur.Filter || !both.Contains(clause.Query)) clauses.Add(clause);
        }

        return new BooleanQuery(clauses, Math.Max(0, optionalLeft));
    }

    // Equal scoring clauses become one with the sum of their boosts.
    private static BooleanQuery MergeRepeated(BooleanQuery query, Occur occur)
    {
        if (occur == Occur.Should && query.MinimumShouldMatch > 1) return query;
        var boosts = new OrderedDictionary<Query, double>();
        var count = 0;
        foreach (var clause in query.Of(occur))
        {
            count++;
            var (inner, boost) = Unboosted(clause);
            boosts[inner] = boosts.GetValueOrDefault(inner) + boost;
        }

        if (boosts.Count == count) return query;
        var merged = boosts.Select(pair => new BooleanClause(
            pair.Value == 1 ? pair.Key : new BoostQuery(pair.Key, (float)pair.Value), occur));
        return new BooleanQuery(
            merged.Concat(query.Clauses.Where(clause => clause.Occur != occur)), query.MinimumShouldMatch);
    }

    private static (Query Inner, double Boost) Unboosted(Query query)
    {
        var boost = 1.0;
        while (query is BoostQuery boosted)
        {
            boost *= boosted.Boost;
            query = boosted.Inner;
        }

        return (query, boost);
    }

    private static Query MatchAllWithFilters(BooleanQuery query)
    {
        if (query.Of(Occur.Should).Any() || query.Of(Occur.Must).Take(2).Count() != 1) return query;
        var (inner, boost) = Unboosted(query.Of(Occur.Must).First());
        if (inner is not MatchAllQuery || !query.Of(Occur.Filter).Any()) return query;
        Query filtered = new ConstantScoreQuery(Where(query, clause => clause.Occur != Occur.Must));
        return boost == 1 ? filtered : new BoostQuery(filtered, (float)boost);
    }

    private static BooleanQuery NestedDisjunctions(BooleanQuery query)
    {
        if (query.MinimumShouldMatch > 1 || !query.Clauses.Any(IsNested)) return query;
        var clauses = query.Clauses.SelectMany(clause =>
            IsNested(clause) ? ((BooleanQuery)clause.Query).Clauses : [clause]);
        return new BooleanQuery(clauses, query.MinimumShouldMatch);

        static bool IsNested(BooleanClause clause) =>
            clause.Occur == Occur.Should && clause.Query is BooleanQuery { IsPureDisjunction: true };
    }

    private static BooleanQuery Where(BooleanQuery query, Func<BooleanClause, bool> keep)
    {
        var kept = query.Clauses.Where(keep).ToList();
        return kept.Count == query.Clauses.Count ? query : new BooleanQuery(kept, query.MinimumShouldMatch);
    }
}
