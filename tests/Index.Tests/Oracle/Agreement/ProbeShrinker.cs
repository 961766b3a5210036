using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Makes a query over which the engines differ as small as it can while they still differ.</summary>
internal static class ProbeShrinker
{
    private const int MostRounds = 40;

    public static Answer Shrink(Answer answer, Func<IReadOnlyList<Probe>, Answer[]> ask)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            Probe[] smaller = [.. Smaller(answer.Probe)];
            var still = smaller.Length == 0 ? null : Array.Find(ask(smaller), one => !one.IsSame);
            if (still is null) return answer;
            answer = still;
        }

        return answer;
    }

    private static IEnumerable<Probe> Smaller(Probe probe)
    {
        foreach (var query in Smaller(probe.Query)) yield return probe with { Query = query };
        if (probe.Drill.Count > 0)
            yield return probe with { Drill = new Dictionary<string, string[]>(), IsSideways = false };
        if (probe.IsSideways) yield return probe with { IsSideways = false };
        if (probe.Pages > 1) yield return probe with { Pages = 1 };
        if (probe.Sort is not null) yield return probe with { Sort = null };
        if (probe.Paths.Count > 0) yield return probe with { Paths = [.. probe.Paths.Skip(1)] };
        if (probe.Count > 1) yield return probe with { Count = probe.Count / 2 };
    }

    private static IEnumerable<Query> Smaller(Query query) => query switch
    {
        BooleanQuery q => [.. q.Clauses.Select(clause => clause.Query),
            .. Without(q.Clauses, rest => new BooleanQuery(rest, q.MinimumShouldMatch)), .. Changed(q)],
        DisjunctionMaxQuery q => q.Queries.Concat(Without(q.Queries, rest => new DisjunctionMaxQuery(rest, q.Tie))),
        BoostQuery q => [q.Inner, .. Smaller(q.Inner).Select(inner => new BoostQuery(inner, q.Boost))],
        ConstantScoreQuery q => [q.Inner, .. Smaller(q.Inner).Select(inner => new ConstantScoreQuery(inner))],
        PhraseQuery q => Without(q.Terms, rest => new PhraseQuery(q.Field, rest) { Slop = q.Slop }),
        SynonymQuery q => Without(q.Synonyms, rest => new SynonymQuery(q.Field, rest)),
        _ => [],
    };

    private static IEnumerable<Query> Changed(BooleanQuery query)
    {
        for (var at = 0; at < query.Clauses.Count; at++)
        {
            foreach (var inner in Smaller(query.Clauses[at].Query))
            {
                var clauses = query.Clauses.ToArray();
                clauses[at] = clauses[at] with { Query = inner };
                yield return new BooleanQuery(clauses, query.MinimumShouldMatch);
            }
        }
    }

    private static IEnumerable<Query> Without<T>(IReadOnlyList<T> parts, Func<IEnumerable<T>, Query> make) =>
        parts.Count < 2 ? []
            : Enumerable.Range(0, parts.Count).Select(left => make(parts.Where((_, k) => k != left)));
}
