using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

/// <summary>Seeded random queries over a <see cref="WordIndex"/>.</summary>
internal sealed class WordQueries(int seed, int vocabulary)
{
    private readonly Random _random = new(seed);

    public Query Next(int depth = 3) => _random.Next(depth > 0 ? 17 : 7) switch
    {
        0 => new PrefixQuery(WordIndex.Field, $"w{_random.Next(10)}"),
        1 => new TermRangeQuery(WordIndex.Field, _random.Next(4) == 0 ? null : Word(),
            _random.Next(4) == 0 ? null : Word(),
            _random.Next(2) == 0, _random.Next(2) == 0),
        2 => new LongRangeQuery("number", _random.Next(50) - 25, _random.Next(50) - 25),
        3 => new PhraseQuery(WordIndex.Field, Enumerable.Range(0, _random.Next(1, 4))
            .Select(k => new PhraseTerm(Word(), (2 * k) + _random.Next(2)))),
        4 =>
            _random.Next(3) switch
            {
                0 => new MatchAllQuery(),
                1 => new FieldExistsQuery("number"),
                _ => new MatchNoneQuery(),
            },
        5 or 6 => new TermQuery(WordIndex.Field, Word()),
        7 => new BoostQuery(Next(depth - 1), _random.Next(4) / 2f),
        8 => new ConstantScoreQuery(Next(depth - 1)),
        11 => new WildcardQuery(WordIndex.Field, new[] { "w?", "w1*", "*3", "?2?", "w*1*", "*" }[_random.Next(6)]),
        12 =>
            new RegexQuery(
                WordIndex.Field, new[] { "w[1-3]+", "w(1|2.)", ".*0", "w[^5]?[0-4]", "x|w7" }[_random.Next(5)]),
        13 =>
            new FuzzyQuery(
                WordIndex.Field, Word() + new[] { "", "1", "z" }[_random.Next(3)], _random.Next(3), _random.Next(3),
                1000),
        14 =>
            new SynonymQuery(
                WordIndex.Field, new[] { Word(), Word(), Word() }.Distinct().Select(word => new Synonym(word))),
        15 => new DisjunctionMaxQuery([Next(depth - 1), Next(depth - 1), Next(0)], _random.Next(3) / 4f),
        _ => Boolean(depth - 1),
    };

    public Query Disjunction() => BooleanQuery.Any(Enumerable.Range(0, _random.Next(2, 7)).Select(_ => (Query)(
        _random.Next(5) == 0
            ? new BoostQuery(new TermQuery(WordIndex.Field, Word()), 2.5f) : new TermQuery(WordIndex.Field, Word()))));

    public Query Conjunction() => BooleanQuery.All(
        Enumerable.Range(0, _random.Next(2, 4)).Select(_ => (Query)new TermQuery(WordIndex.Field, Word())));

    /// <summary>Scored parts that have to be in sets and lists that do not score.</summary>
    public Query Filtered()
    {
        Query scored = _random.Next(3) switch
        {
            0 => Disjunction(),
            1 => Conjunction(),
            _ => new TermQuery(WordIndex.Field, Word()),
        };
        Query filter = _random.Next(3) switch
        {
            0 => new LongRangeQuery("number", _random.Next(50) - 25, _random.Next(50) - 25),
            1 => new PrefixQuery(WordIndex.Field, $"w{_random.Next(10)}"),
            _ => new TermQuery(WordIndex.Field, Word()),
        };
        return new BooleanQuery([new BooleanClause(scored, Occur.Must), new BooleanClause(filter, Occur.Filter)]);
    }

    private BooleanQuery Boolean(int depth)
    {
        BooleanClause[] clauses = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ =>
            new BooleanClause(
                Next(depth), (Occur)Math.Min(3, _random.Next(6) switch { 0 => 0, 1 => 1, 2 => 3, _ => 2 })))];
        return new BooleanQuery(clauses, _random.Next(4) == 0 ? _random.Next(4) : 0);
    }

    private string Word() => $"w{(int)(vocabulary * Math.Pow(_random.NextDouble(), 3))}";
}
