using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

public sealed class QueryTests
{
    private static TermQuery Word(string word) => new("f", word);

    private static BooleanClause Clause(string sign, Query query) =>
        new(query, sign switch { "+" => Occur.Must, "#" => Occur.Filter, "-" => Occur.MustNot, _ => Occur.Should });

    [Fact]
    public void BooleanQuery_SameClausesInAnyOrder_AreEqual()
    {
        var one = BooleanQuery.Any(Word("a"), Word("b"), Word("b"));
        Assert.Equal(one, BooleanQuery.Any(Word("b"), Word("a"), Word("b")));
        Assert.Equal(one.GetHashCode(), BooleanQuery.Any(Word("b"), Word("a"), Word("b")).GetHashCode());
        Assert.NotEqual(one, BooleanQuery.Any(Word("a"), Word("a"), Word("b")));
        Assert.NotEqual<Query>(one, BooleanQuery.All(Word("a"), Word("b"), Word("b")));
    }

    [Fact]
    public void PhraseQuery_PositionsShifted_AreEqual() => Assert.Equal(
        new PhraseQuery("f", "x", "y"), new PhraseQuery("f", [new PhraseTerm("y", 6), new PhraseTerm("x", 5)]));

    [Fact]
    public void BoostQuery_NegativeOrInfinite_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(Word("a"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(Word("a"), float.PositiveInfinity));
    }

    [Fact]
    public void BooleanQuery_TooManyClauses_IsRefused() => Assert.Throws<ArgumentException>(
        () => BooleanQuery.Any(Enumerable.Repeat<Query>(Word("a"), BooleanQuery.MaxClauses + 1)));

    // Left Dateline's notation, right what Apache Lucene 8 rewrites the same query to.
    [Fact]
    public void Simplify_KnownCases_GiveWhatLuceneGives()
    {
        var (a, b, c) = (Word("a"), Word("b"), Word("c"));
        (Query Query, string Expected)[] cases =
        [
            (BooleanQuery.Any(a, a), "(f:a)^2.0"),
            (BooleanQuery.Any(a, new BoostQuery(a, 2)), "(f:a)^3.0"),
            (BooleanQuery.All(a, a), "(f:a)^2.0"),
            (BooleanQuery.Any(a, BooleanQuery.Any(b, c)), "f:a f:b f:c"),
            (new BooleanQuery([Clause("#", a), Clause("#", a), Clause("", b)]), "#f:a f:b"),
            (new BooleanQuery([Clause("#", a), Clause("", a)]), "f:a"),
            (new BooleanQuery([Clause("#", a)]), "(ConstantScore(f:a))^0.0"),
            (new BooleanQuery([Clause("+", new MatchAllQuery()), Clause("#", a)]), "ConstantScore(f:a)"),
            (new BooleanQuery([Clause("+", a), Clause("-", a)]), "-*:*"),
            (new BooleanQuery([Clause("-", a)]), "-*:*"),
            (new BoostQuery(BooleanQuery.Any(a, b), 0), "(ConstantScore(f:a f:b))^0.0"),
            (new BoostQuery(new MatchNoneQuery(), 0), "-*:*"),
            (new BoostQuery(new BoostQuery(a, 2), 3), "(f:a)^6.0"),
        ];
        Assert.All(cases, item => Assert.Equal(item.Expected, item.Query.SimplifyFully().ToString()));
    }
}
