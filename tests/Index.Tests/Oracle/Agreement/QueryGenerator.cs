using Dateline.Index.Analysis;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// Random queries of all kinds over a corpus. Words are drawn from the stories, so that frequent words are drawn often;
/// phrases are runs of words that do occur, with the gaps that stop words leave.
/// </summary>
internal sealed class QueryGenerator(IReadOnlyList<Story> stories, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<PhraseTerm>> _tokens = [];
    private const string FuzzyName = "fuzzy";
    private const string LikeName = "more like this";

    private readonly bool _hasNumbers = stories.Any(story => story.Number is not null);

    /// <summary>What can be made, by name.</summary>
    public IReadOnlyList<(string Name, Func<Query> Make)> Kinds =>
    [
        ("term", Term), ("or", Disjunction), ("and", Conjunction), ("must, should, not, filter", Mixed),
        ("boost", Boosted),
        ("phrase", Phrase), ("prefix", Prefix), ("term range", TermRange), ("long range", DateRange),
        ("filtered", Filtered),
        ("nested boolean", Nested), ("repeated clause", Repeated), ("minimum should match", MinimumMatch),
        ("constant score", Constant), ("random boolean", () => Boolean(3)), ("match all, filtered", AllFiltered),
        ("field exists", Exists), ("rare and frequent", RareAndFrequent), ("keyword", Keyword), ("wildcard", Wildcard),
        ("regexp", Regex), (FuzzyName, Fuzzy), ("sloppy phrase", Sloppy),
        ("sloppy phrase, repeated term", SloppyRepeated),
        ("dismax", DisjunctionMax), ("synonym", Synonyms), (LikeName, Like),
        ("match all", static () => new MatchAllQuery()), ("match none", static () => new MatchNoneQuery()),
    ];

    /// <summary>Kinds whose matches depend on the terms of deleted documents.</summary>
    public static bool DependsOnStatistics(string kind) => kind is FuzzyName or LikeName;

    /// <summary>A query that finds few documents, to delete them.</summary>
    public Query Narrow() => Pick<Func<Query>>([
        () => BooleanQuery.All(Keyword(), Term()), Phrase, () => BooleanQuery.All(Several(3, 4)), OneDay,
        () => BooleanQuery.All(Prefix(), Keyword(), Term())])();

    private LongRangeQuery OneDay() => AnyDay() is var day ? new LongRangeQuery("date", day, day) : null!;

    private string Field() => _random.Next(4) == 0 ? "title" : "body";

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private TermQuery Term()
    {
        var field = Field();
        return new TermQuery(field, _random.Next(25) == 0 ? "nosuchword" : Word(field));
    }

    private string Word(string field) => Pick(Tokens(field)).Term;

    private List<PhraseTerm> Tokens(string field)
    {
        while (true)
        {
            var story = Pick(stories);
            var text = field == "title" ? story.Title : story.Body;
            if (!_tokens.TryGetValue(text, out var tokens))
            {
                var sink = new Positions();
                new EnglishAnalyzer().Analyze(text, sink);
                _tokens[text] = tokens = sink.Terms;
            }

            if (tokens.Count > 0) return tokens;
        }
    }

    private List<Query> Several(int least, int most) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => Term())];

    private BooleanQuery Disjunction() => BooleanQuery.Any(Several(2, 8));

    private BooleanQuery Conjunction() => BooleanQuery.All(Several(2, 3));

    private BooleanQuery Mixed() => new BooleanQuery(Several(2, 6).Select(query => new BooleanClause(query, Pick([
        Occur.Must, Occur.Should, Occur.Should, Occur.Should, Occur.MustNot, Occur.Filter]))));

    private BooleanQuery Boosted() =>
        BooleanQuery.Any(Several(2, 4).Select(query => (Query)new BoostQuery(query, Boost())));

    private float Boost() => Pick([0f, 0.1f, 0.5f, 1f, 1.7f, 2f, 3.25f, 10f]);

    private PhraseQuery Phrase()
    {
        var field = Field();
        var tokens = Tokens(field);
        var start = _random.Next(tokens.Count);
        return new PhraseQuery(field, tokens.Skip(start).Take(_random.Next(2, 5)));
    }

    private PrefixQuery Prefix()
    {
        var field = Field();
        var word = Word(field);
        return new PrefixQuery(field, word[..Math.Min(word.Length, _random.Next(1, 5))]);
    }

    private PhraseQuery Sloppy()
    {
        var phrase = Phrase();
        var terms = phrase.Terms.Select(term => term with { Position = term.Position + _random.Next(3) });
        return new PhraseQuery(phrase.Field, terms) { Slop = _random.Next(1, 8) };
    }

    private PhraseQuery SloppyRepeated()
    {
        var field = Field();
        var word = Word(field);
        var other = Word(field);
        string[] words = _random.Next(3) switch
        {
            0 => [word, word],
            1 => [word, other, word],
            _ => [word, other, other, word],
        };
        return new PhraseQuery(field, words) { Slop = _random.Next(1, 12) };
    }

    private DisjunctionMaxQuery DisjunctionMax() =>
        new([Term(), Disjunction(), _random.Next(2) == 0 ? Phrase() : Conjunction()], Pick([0f, 0.1f, 0.5f, 1f]));

    // Powers of two, so that sums of frequencies do not depend on their order.
    private SynonymQuery Synonyms()
    {
        var field = Field();
        var words = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Word(field)).Distinct();
        return new SynonymQuery(field, words.Select(word => new Synonym(word, Pick([1f, 1f, 0.5f, 0.25f]))));
    }

    private WildcardQuery Wildcard()
    {
        var field = Field();
        var word = Word(field);
        var pattern =
            string.Concat(word.Select(letter => _random.Next(6) switch { 0 => "?", 1 => "*", _ => $"{letter}" }));
        return new WildcardQuery(field, pattern);
    }

    private RegexQuery Regex()
    {
        var field = Field();
        string[] quantifiers = ["", "", "", "?", "*", "+", "{1,2}", "{0}", "{2,}"];
        var parts = Word(field).Where(char.IsAsciiLetterOrDigit).Select(letter => (_random.Next(6) switch
        {
            0 => ".",
            1 => $"[{letter}-z]",
            2 => $"[^{letter}]",
            3 => $"({letter}|x)",
            _ => $"{letter}",
        }) + Pick(quantifiers));
        return new RegexQuery(field, string.Concat(parts.Append("s?")));
    }

    // With two edits, terms of fewer than three letters would get a boost that Lucene refuses.
    private FuzzyQuery Fuzzy()
    {
        while (true)
        {
            var field = Field();
            var word = Word(field);
            if (word.Length > 5) return new FuzzyQuery(
                field, word[..^1] + (char)('a' + _random.Next(26)), _random.Next(3), _random.Next(3), Pick([1, 3, 50]));
        }
    }

    private TermRangeQuery TermRange()
    {
        var field = Field();
        var bounds = new[] { Word(field), Word(field) };
        Array.Sort(bounds, StringComparer.Ordinal);
        return new TermRangeQuery(field, _random.Next(5) == 0 ? null : bounds[0],
            _random.Next(5) == 0 ? null : bounds[1],
            _random.Next(2) == 0, _random.Next(2) == 0);
    }

    private LongRangeQuery DateRange() => _hasNumbers && _random.Next(2) == 0 ? NumberRange() : DayRange();

    private LongRangeQuery NumberRange()
    {
        var numbers = new[] { AnyNumber(), AnyNumber() };
        Array.Sort(numbers);
        return new LongRangeQuery(Pick(["number", "points"]), numbers[0], numbers[1]);
    }

    private long AnyNumber()
    {
        while (true)
        {
            var story = Pick(stories);
            long[] numbers = story.Number is { } number ? [number, .. story.Points] : story.Points;
            if (numbers.Length > 0) return Pick(numbers) + Pick([0L, 0L, 1L, -1L]);
        }
    }

    private LongRangeQuery DayRange()
    {
        var days = new[] { AnyDay(), AnyDay() };
        Array.Sort(days);
        return _random.Next(10) == 0 ? new LongRangeQuery("date", days[1], days[0])
            : new LongRangeQuery(
                "date", _random.Next(5) == 0 ? long.MinValue : days[0], _random.Next(5) == 0 ? long.MaxValue : days[1]);
    }

    // Where terms tie at the cut, Lucene takes any: a text of fewer than 1000 terms is not cut.
    private MoreLikeThisQuery Like()
    {
        var field = Field();
        var text = field == "title" ? Pick(stories).Title + ' ' + Pick(stories).Title : Start(Pick(stories).Body);
        return new MoreLikeThisQuery(field, text, new EnglishAnalyzer(), new MoreLikeThisOptions
        {
            MinTermFrequency = Pick([1, 1, 2, 3]),
            MinDocumentFrequency = Pick([1, 2, 5, 20]),
            MaxDocumentShare = Pick([1, 1, 0.5, 0.03]),
            MaxTerms = 1000,
        });
    }

    private static string Start(string text) => text[..Math.Min(text.Length, 3000)];

    private long AnyDay() => Pick(stories).Date is { } date ? Corpus.Day(date) : AnyDay();

    private BooleanQuery Filtered()
    {
        var filters = new Query[] { DateRange(), Keyword() }.Take(_random.Next(1, 3));
        return new BooleanQuery(filters.Select(filter => new BooleanClause(filter, Occur.Filter))
            .Append(new BooleanClause(_random.Next(2) == 0 ? Disjunction() : Term(), Occur.Must)));
    }

    private TermQuery Keyword()
    {
        while (true)
        {
            var story = Pick(stories);
            var (dimension, labels) = _random.Next(2) == 0 ? ("places", story.Places) : ("actors", story.Actors);
            if (labels.Length > 0) return new TermQuery(dimension, Pick(labels));
        }
    }

    private BooleanQuery Nested() => new BooleanQuery(
    [
        new BooleanClause(Disjunction(), Pick([Occur.Must, Occur.Should])),
        new BooleanClause(_random.Next(2) == 0 ? Conjunction() : Disjunction(), Pick([Occur.Must, Occur.Should])),
        new BooleanClause(Phrase(), Pick([Occur.Should, Occur.MustNot])),
    ]);

    private BooleanQuery Repeated()
    {
        var query = Term();
        var occur = Pick([Occur.Must, Occur.Should]);
        return new BooleanQuery([new BooleanClause(query, occur), new BooleanClause(Term(), Occur.Should),
            new BooleanClause(new BoostQuery(query, Boost()), occur), new BooleanClause(query, Occur.Filter)]);
    }

    private BooleanQuery MinimumMatch()
    {
        var optional = Several(3, 7).Select(query => new BooleanClause(query, Occur.Should)).ToList();
        var required = Several(0, 2).Select(query => new BooleanClause(query, Occur.Must));
        return new BooleanQuery(optional.Concat(required), _random.Next(1, optional.Count + 1));
    }

    private BooleanQuery Constant() => BooleanQuery.Any(
        new BoostQuery(new ConstantScoreQuery(Disjunction()), Boost()), Prefix(), Term(),
        new BoostQuery(DateRange(), Boost()));

    private BooleanQuery AllFiltered() => new BooleanQuery(
    [
        new BooleanClause(new MatchAllQuery(), Pick([Occur.Must, Occur.Filter])),
        new BooleanClause(Keyword(), Occur.Filter),
        new BooleanClause(Term(), Pick([Occur.Should, Occur.MustNot])),
    ]);

    private BooleanQuery Exists() =>
        BooleanQuery.All(
            new FieldExistsQuery(Pick(["date", "places", "actors", "number", "points", "$facets"])), Term());

    private BooleanQuery RareAndFrequent() => new BooleanQuery(
    [
        new BooleanClause(new TermQuery("body", "said"), Occur.Should),
        new BooleanClause(Term(), Occur.Must),
        new BooleanClause(Phrase(), Occur.Should),
    ]);

    private BooleanQuery Boolean(int depth) => new BooleanQuery(
        Enumerable.Range(0, _random.Next(1, 5)).Select(_ => new BooleanClause(
            depth > 0 && _random.Next(3) == 0
                ? Boolean(depth - 1) : Pick<Func<Query>>([Term, Term, Boosted, Phrase, Prefix, Keyword])(),
            Pick([Occur.Must, Occur.Should, Occur.Should, Occur.Filter, Occur.MustNot]))));

    private sealed class Positions : ITokenSink
    {
        private int _position = -1;

        public List<PhraseTerm> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement) =>
            Terms.Add(new PhraseTerm(term.ToString(), _position += positionIncrement));

        public void End(int finalOffset, int trailingPositionIncrement)
        {
        }
    }
}
