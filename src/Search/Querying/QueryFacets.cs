using Dateline.Search.Archive;

namespace Dateline.Search.Querying;

/// <summary>
/// Facet selection as query text: a selection is a top-level field clause of the query, several values of one dimension
/// are one OR group, an exclusion is a negated one. Nothing is kept outside the query, so the query string is the whole
/// state. Values are written as in <see cref="FacetValue.Value"/>; <c>none</c> is the missing value.
/// </summary>
public static class QueryFacets
{
    extension(ArchiveQuery query)
    {
        /// <summary>The query with this value selected too, and no longer excluded.</summary>
        /// <exception cref="ArgumentException">The value cannot be one of this dimension.</exception>
        public ArchiveQuery WithFacet(FacetDimension dimension, string value) =>
            Add(query.WithoutExcluded(dimension, value), dimension, value, negated: false);

        /// <summary>The query without this value among those selected.</summary>
        public ArchiveQuery WithoutFacet(FacetDimension dimension, string value) =>
            Remove(query, dimension, value, negated: false);

        /// <summary>The query with this value excluded, and no longer selected.</summary>
        /// <exception cref="ArgumentException">The value cannot be one of this dimension.</exception>
        public ArchiveQuery WithExcluded(FacetDimension dimension, string value) =>
            Add(query.WithoutFacet(dimension, value), dimension, value, negated: true);

        /// <summary>The query without this value among those excluded.</summary>
        public ArchiveQuery WithoutExcluded(FacetDimension dimension, string value) =>
            Remove(query, dimension, value, negated: true);

        /// <summary>
        /// The query without any selection in this dimension; exclusions stay. What drill-sideways counts under.
        /// </summary>
        public ArchiveQuery Without(FacetDimension dimension)
        {
            var field = QueryFields.Of(dimension);
            return Rebuild(query, node => node is FieldNode clause && clause.Field == field ? null : node);
        }

        /// <summary>What the query counts.</summary>
        public CountUnit Unit => Operands(query).Any(IsUnit) ? CountUnit.Stories : CountUnit.Articles;

        /// <summary>The query, counting this.</summary>
        public ArchiveQuery Counting(CountUnit unit)
        {
            var articles = Rebuild(query, static node => IsUnit(node) ? null : node);
            return unit is CountUnit.Articles
                ? articles
                : ArchiveQuery.FromNode(QueryNode.And(
                    articles.Root, new FieldNode(QueryField.Count, [new UnitValue(unit)])));
        }

        /// <summary>The clauses that <see cref="Without"/> takes out.</summary>
        public IReadOnlyList<FieldNode> Selection(FacetDimension dimension)
        {
            var field = QueryFields.Of(dimension);
            return [.. Operands(query).OfType<FieldNode>().Where(clause => clause.Field == field)];
        }

        /// <summary>Values selected, in text order.</summary>
        public IReadOnlyList<string> SelectedValues(FacetDimension dimension) =>
            Values(query, dimension, negated: false);

        /// <summary>Values excluded, in text order.</summary>
        public IReadOnlyList<string> ExcludedValues(FacetDimension dimension) =>
            Values(query, dimension, negated: true);

        /// <summary>The top-level clauses, each with its canonical text and the query without it; for chips.</summary>
        public IReadOnlyList<QueryClause> Clauses() =>
        [
            .. Operands(query).Select((node, index) => new QueryClause(
                node.ToString(),
                node,
                ArchiveQuery.FromNode(QueryNode.And(Operands(query).Where((_, other) => other != index))))),
        ];

        /// <summary>
        /// Words, phrases and prefixes looked for (not those excluded, no field clauses but titles), in text order.
        /// </summary>
        public IReadOnlyList<QueryNode> Terms()
        {
            List<QueryNode> terms = [];
            CollectTerms(query.Root, terms);
            return terms;
        }
    }

    private static bool IsUnit(QueryNode node) => node is FieldNode { Field: QueryField.Count };

    private static void CollectTerms(QueryNode node, List<QueryNode> terms)
    {
        switch (node)
        {
            case WordNode or PhraseNode or PrefixNode:
                if (!terms.Contains(node))
                    terms.Add(node);
                break;
            case AndNode and:
                foreach (var operand in and.Operands)
                    CollectTerms(operand, terms);
                break;
            case OrNode or:
                foreach (var operand in or.Operands)
                    CollectTerms(operand, terms);
                break;
            case FieldNode { Field: QueryField.Title } title:
                foreach (var value in title.Values.OfType<TextValue>())
                    CollectTerms(value.Node, terms);
                break;
            default:
                break;
        }
    }

    private static ValueList<QueryNode> Operands(ArchiveQuery query) => query.Root switch
    {
        AndNode and => and.Operands,
        AllNode => [],
        var single => [single],
    };

    private static ArchiveQuery Rebuild(ArchiveQuery query, Func<QueryNode, QueryNode?> change) =>
        ArchiveQuery.FromNode(QueryNode.And(Operands(query).Select(change).OfType<QueryNode>()));

    private static FieldNode? Clause(QueryNode node, QueryField field, bool negated) => (negated, node) switch
    {
        (false, FieldNode clause) when clause.Field == field => clause,
        (true, NotNode { Operand: FieldNode clause }) when clause.Field == field => clause,
        _ => null,
    };

    private static QueryNode Make(FieldNode clause, bool negated) => negated ? QueryNode.Not(clause) : clause;

    private static string[] Values(ArchiveQuery query, FacetDimension dimension, bool negated)
    {
        var field = QueryFields.Of(dimension);
        return
        [
            .. Operands(query)
                .Select(node => Clause(node, field, negated))
                .OfType<FieldNode>()
                .SelectMany(static clause => clause.Values)
                .Select(static value => value.ToString())
                .Distinct(),
        ];
    }

    private static ArchiveQuery Add(ArchiveQuery query, FacetDimension dimension, string value, bool negated)
    {
        var field = QueryFields.Of(dimension);
        var added = ParseValue(field, value);
        var found = false;
        var grown = Rebuild(query, node =>
        {
            if (found || Clause(node, field, negated) is not { } clause)
                return node;
            found = true;
            return clause.Values.Contains(added)
                ? node
                : Make(new FieldNode(field, [.. clause.Values, added]), negated);
        });
        var single = Make(new FieldNode(field, [added]), negated);
        return found ? grown : ArchiveQuery.FromNode(QueryNode.And(query.Root, single));
    }

    private static ArchiveQuery Remove(ArchiveQuery query, FacetDimension dimension, string value, bool negated)
    {
        var field = QueryFields.Of(dimension);
        var removed = ParseValue(field, value);
        return Rebuild(query, node =>
        {
            if (Clause(node, field, negated) is not { } clause)
                return node;
            var left = clause.Values.Where(kept => kept != removed).ToArray();
            return left.Length == 0 ? null : Make(new FieldNode(field, [.. left]), negated);
        });
    }

    // Through the parser, so that a value means here what it means in text.
    private static FieldValue ParseValue(QueryField field, string value)
    {
        var parsed = ArchiveQuery.Parse($"{field.Name()}:\"{value}\"");
        return parsed.Query?.Root is FieldNode { Values: [var single] }
            ? single
            : throw new ArgumentException($"'{value}' is no value of '{field.Name()}'.", nameof(value));
    }
}

/// <summary>A top-level clause of a query.</summary>
/// <param name="Text">Canonical text.</param>
/// <param name="Node">The clause.</param>
/// <param name="Without">The query without it.</param>
public sealed record QueryClause(string Text, QueryNode Node, ArchiveQuery Without);
