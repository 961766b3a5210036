using Dateline.Index.Analysis;
using Dateline.Index.Querying;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Turns a syntax tree into an engine query. Text scores by BM25 in title and body, a title match counting more; field
/// clauses only filter. Text that analysis leaves nothing of is left out with a warning; a query of nothing else finds
/// nothing.
/// </summary>
internal sealed class QueryCompiler(
    ValueResolver resolver, Analyzer analyzer, DateEstimates estimates, CurationOverlay? curation)
{
    private const float TitleBoost = 1.5f;

    /// <summary>The engine query.</summary>
    public Query Compile(ArchiveQuery query, WarningList warnings)
    {
        query = query.Counting(CountUnit.Articles); // what is counted selects nothing
        if (Node(query.Root, warnings) is { } compiled)
            return query.Root is FieldNode { Field: not QueryField.Title } ? Filters([compiled]) : compiled;
        warnings.Add("nothing-searchable", "no word of the query can be searched for; nothing is found");
        return new MatchNoneQuery();
    }

    /// <summary>
    /// The engine query without what it selects in some dimensions, and apart from it one filter for each dimension
    /// with a selection. Together they find the same articles with the same scores as the whole.
    /// </summary>
    public (Query Base, IReadOnlyDictionary<string, Query> Filters) Split(
        ArchiveQuery query, IEnumerable<FacetDimension> dimensions)
    {
        var ignored = new WarningList(); // given when the whole was compiled
        Dictionary<string, Query> filters = new(StringComparer.Ordinal);
        query = query.Counting(CountUnit.Articles);
        foreach (var dimension in dimensions.Distinct())
        {
            if (query.Selection(dimension) is not { Count: > 0 } clauses)
                continue;
            filters[ArticleFields.Name(dimension)] = Filters([.. clauses.Select(clause => Filter(clause, ignored))]);
            query = query.Without(dimension);
        }

        if (filters.Count == 0)
            return (Compile(query, ignored), filters);
        var rest = query.Root is AllNode ? null : Node(query.Root, ignored);
        if (rest is not null && query.Root is FieldNode { Field: not QueryField.Title })
            rest = Filters([rest]);
        return (rest ?? Filters([new MatchAllQuery()]), filters);
    }

    // Null stands for text that analysis leaves nothing of.
    private Query? Node(QueryNode node, WarningList warnings) => node switch
    {
        AllNode => new MatchAllQuery(),
        WordNode or PhraseNode or PrefixNode => TitleOrBody(node, warnings),
        AndNode and => And(and, warnings),
        OrNode or =>
        Any([.. or.Operands.Select(operand => Unscored(operand, Node(operand, warnings))).OfType<Query>()]),
        NotNode not => Node(not.Operand, warnings) is { } excluded ? Except(excluded) : null,
        FieldNode { Field: QueryField.Title } field => Title(field, warnings),
        FieldNode field => Filter(field, warnings),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "Unknown kind of node."),
    };

    private BooleanQuery? And(AndNode and, WarningList warnings)
    {
        List<BooleanClause> clauses = [];
        foreach (var operand in and.Operands)
        {
            var (inner, occur) = operand switch
            {
                NotNode not => (not.Operand, Occur.MustNot),
                FieldNode { Field: not QueryField.Title } => (operand, Occur.Filter),
                _ => (operand, Occur.Must),
            };
            if (Node(inner, warnings) is { } compiled)
                clauses.Add(new BooleanClause(compiled, occur));
        }

        if (clauses.Count == 0)
            return null;
        if (clauses.TrueForAll(static clause => clause.Occur == Occur.MustNot))
            clauses.Add(new BooleanClause(new MatchAllQuery(), Occur.Filter));
        return new BooleanQuery(clauses);
    }

    private BooleanQuery? TitleOrBody(QueryNode text, WarningList warnings)
    {
        if (Text(ArticleFields.Title, text) is not { } title || Text(ArticleFields.Body, text) is not { } body)
        {
            warnings.Add("ignored-word", $"{text} is too common to be searched for and was left out");
            return null;
        }

        return BooleanQuery.Any(new BoostQuery(title, TitleBoost), body);
    }

    private Query? Title(FieldNode field, WarningList warnings)
    {
        List<Query> any = [];
        foreach (var value in field.Values.OfType<TextValue>())
        {
            if (Text(ArticleFields.Title, value.Node) is { } query)
                any.Add(query);
            else
                warnings.Add("ignored-word", $"title:{value} is too common to be searched for and was left out");
        }

        return Any(any);
    }

    private Query? Text(string field, QueryNode text) => text switch
    {
        WordNode word => Words(field, word.Text),
        PhraseNode phrase => Words(field, phrase.Text),
        PrefixNode prefix => Prefix(field, prefix.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(text), text.GetType(), "Not a text node."),
    };

    private Query? Words(string field, string text) => TermCollector.Analyze(analyzer, text) switch
    {
        [] => null,
        [var single] => new TermQuery(field, single.Term),
        var terms => new PhraseQuery(field, terms),
    };

    // "al-Ass*": whole words up to the last, which is the prefix. The index holds stems, so "cities*" also stands for
    // the stem of "cities"; the prefix itself stays as typed, lest "cities*" become as wide as "citi*".
    private Query? Prefix(string field, string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        if (start == text.Length)
            return Words(field, text);
        var typed = text[start..].ToLowerInvariant();
        Query prefix = new PrefixQuery(field, typed);
        if (TermCollector.Analyze(analyzer, typed) is [var stem]
            && !stem.Term.StartsWith(typed, StringComparison.Ordinal))
            prefix = BooleanQuery.Any(prefix, new TermQuery(field, stem.Term));
        return Words(field, text[..start]) is { } before ? BooleanQuery.All(before, prefix) : prefix;
    }

    private Query Filter(FieldNode field, WarningList warnings) =>
        Any([.. field.Values.Select(value => Value(field.Field, value, warnings))]) ?? new MatchNoneQuery();

    private Query Value(QueryField field, FieldValue value, WarningList warnings) => (field, value) switch
    {
        (QueryField.Place, MissingValue) => Missing(FacetDimension.Place),
        (QueryField.Actor, MissingValue) => Missing(FacetDimension.Actor),
        (_, MissingValue) => new TermQuery(ArticleFields.Missing, field.Name()),
        (QueryField.Place, NameValue name) => Named(FacetDimension.Place, name, warnings),
        (QueryField.Actor, NameValue name) => Named(FacetDimension.Actor, name, warnings),
        (QueryField.Source, NameValue name) => Named(FacetDimension.Source, name, warnings),
        (QueryField.Published, DateValue date) => DateFilters.Published(date),
        (QueryField.PublishedOrEstimated, DateValue date) => Any(
        [
            DateFilters.Published(date),
            .. estimates.Overlapping(date, warnings).Select(static id => new TermQuery(ArticleFields.Id, id)),
        ])!,
        (QueryField.Event, DateValue date) => DateFilters.Event(date),
        (QueryField.Added, DateValue date) => DateFilters.Added(date),
        (QueryField.Story, StoryValue story) => new TermQuery(ArticleFields.Story, story.Id),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of {field}.", nameof(value)),
    };

    private Query Named(FacetDimension dimension, NameValue value, WarningList warnings) =>
        Any([.. resolver.Resolve(dimension, value, warnings)
            .Select(exact => Exactly(dimension, exact))]) ?? new MatchNoneQuery();

    /// <summary>Articles that have this very value.</summary>
    public Query Exactly(FacetDimension dimension, string value) =>
        curation?.QueryFor(dimension, value) ?? new TermQuery(ArticleFields.Name(dimension), value);

    private Query Missing(FacetDimension dimension) => curation?.QueryFor(dimension, ArticleFields.NoValue)
        ?? new TermQuery(ArticleFields.Missing, QueryFields.Of(dimension).Name());

    private static BooleanQuery Filters(IEnumerable<Query> queries) =>
        new(queries.Select(static query => new BooleanClause(query, Occur.Filter)));

    private static BooleanQuery Except(Query excluded) => new(
    [
        new BooleanClause(new MatchAllQuery(), Occur.Filter),
        new BooleanClause(excluded, Occur.MustNot),
    ]);

    // A filter that is one of several alternatives must not add to the score of those that also have the words.
    private static Query? Unscored(QueryNode node, Query? query) =>
        query is not null && node is FieldNode { Field: not QueryField.Title }
            ? new BoostQuery(new ConstantScoreQuery(query), 0)
            : query;

    // In groups, as one boolean query takes no more than so many clauses.
    private static Query? Any(List<Query> queries) => queries.Count switch
    {
        0 => null,
        1 => queries[0],
        <= BooleanQuery.MaxClauses => BooleanQuery.Any(queries),
        _ => Any([.. queries.Chunk(BooleanQuery.MaxClauses).Select(static chunk => BooleanQuery.Any(chunk))]),
    };
}
