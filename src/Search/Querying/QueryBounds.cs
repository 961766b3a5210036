namespace Dateline.Search.Querying;

/// <summary>What holds of a query as a whole, checked when it is read.</summary>
internal static class QueryBounds
{
    /// <summary>
    /// Checks that the canonical text, which spells out parentheses that precedence implies, can be parsed again.
    /// </summary>
    /// <param name="root">The query.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="last">Its last token.</param>
    /// <exception cref="QueryLimitException">It is too deep or too long.</exception>
    public static void CheckCanonical(QueryNode root, QueryToken first, QueryToken last)
    {
        if (Nesting(root, nested: false) > ArchiveQuery.MaxDepth)
            throw new QueryLimitException("too-deep", $"nested deeper than {ArchiveQuery.MaxDepth}", first);
        var length = root.ToString().Length;
        if (length > ArchiveQuery.MaxLength)
            throw new QueryLimitException(
                "too-long",
                $"the query has {length} characters in canonical form, {ArchiveQuery.MaxLength} are allowed",
                last);
    }

    /// <summary>True when every <c>count:</c> stands by itself, not under OR or NOT.</summary>
    public static bool CountsAtTopOnly(QueryNode root) =>
        CountClauses(root) == (root is AndNode and ? and.Operands.Sum(CountOwn) : CountOwn(root));

    private static int CountOwn(QueryNode node) => node is FieldNode { Field: QueryField.Count } ? 1 : 0;

    private static int CountClauses(QueryNode node) => node switch
    {
        AndNode and => and.Operands.Sum(CountClauses),
        OrNode or => or.Operands.Sum(CountClauses),
        NotNode not => CountClauses(not.Operand),
        _ => CountOwn(node),
    };

    private static int Nesting(QueryNode node, bool nested) => node switch
    {
        AndNode and => (nested ? 1 : 0) + and.Operands.Max(static operand => Nesting(operand, nested: true)),
        OrNode or => (nested ? 1 : 0) + or.Operands.Max(static operand => Nesting(operand, nested: true)),
        NotNode not => 1 + Nesting(not.Operand, nested: true),
        _ => 0,
    };
}
