namespace Dateline.Search.Querying;

/// <summary>
/// Recursive descent over the tokens: <c>or = and {OR and}</c>, <c>and = unary {[AND] unary}</c>,
/// <c>unary = (NOT | - | +) unary | primary</c>. Goes on after an error that leaves the structure clear, so that
/// several are reported at once.
/// </summary>
internal sealed class QueryParser
{
    private readonly List<QueryError> _errors = [];
    private readonly List<QueryWarning> _warnings = [];
    private readonly List<QueryToken> _tokens;
    private readonly FieldClauseParser _fields;
    private int _next;
    private int _depth;
    private int _clauses;

    private QueryParser(string text)
    {
        _tokens = new QueryLexer(text, _errors).Tokenize();
        _fields = new FieldClauseParser(this);
    }

    internal QueryToken Current => _tokens[_next];

    /// <summary>The last <c>count:</c> that is not the default.</summary>
    internal QueryToken? Counting { get; set; }

    public static QueryParseResult Parse(string text)
    {
        if (text.Length > ArchiveQuery.MaxLength)
        {
            var message = $"the query has {text.Length} characters, {ArchiveQuery.MaxLength} are allowed";
            var excess = text.Length - ArchiveQuery.MaxLength;
            return new QueryParseResult
            {
                Errors =
                [new QueryError("too-long", message, ArchiveQuery.MaxLength, excess)]
            };
        }

        return new QueryParser(text).Run();
    }

    internal QueryToken Take() => _tokens[_next++];

    internal void Fail(string code, string message, QueryToken token, string? suggestion = null) =>
        _errors.Add(new QueryError(code, message, token.Position, token.Length, suggestion));

    internal void CountClause(QueryToken token)
    {
        if (++_clauses == ArchiveQuery.MaxClauses + 1)
            throw new QueryLimitException(
                "too-many-clauses", $"more than {ArchiveQuery.MaxClauses} words and values at {token.Position}", token);
    }

    private QueryParseResult Run()
    {
        QueryNode? root = null;
        try
        {
            root = Current.Kind is TokenKind.End ? AllNode.Instance : ParseOr();
            if (_errors.Count == 0 && Current.Kind is not TokenKind.End)
                Fail("unbalanced-parenthesis", $"')' at {Current.Position} closes nothing", Current);
            CheckCanonical(root);
            CheckCounting(root);
        }
        catch (QueryLimitException limit)
        {
            Fail(limit.Code, limit.Message, limit.Token);
        }

        _errors.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        _warnings.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        return new QueryParseResult
        {
            Query = _errors.Count == 0 && root is not null ? ArchiveQuery.FromNode(root) : null,
            Errors = _errors,
            Warnings = _warnings,
        };
    }

    // Canonical text spells out parentheses that precedence implies; it must stay within the bounds to be parsed again.
    private void CheckCanonical(QueryNode root)
    {
        if (Nesting(root, nested: false) > ArchiveQuery.MaxDepth)
            throw new QueryLimitException("too-deep", $"nested deeper than {ArchiveQuery.MaxDepth}", _tokens[0]);
        var length = root.ToString().Length;
        if (length > ArchiveQuery.MaxLength)
            throw new QueryLimitException(
                "too-long",
                $"the query has {length} characters in canonical form, {ArchiveQuery.MaxLength} are allowed",
                _tokens[^1]);
    }

    private void CheckCounting(QueryNode root)
    {
        var atTop = root is AndNode and ? and.Operands.Sum(CountOwn) : CountOwn(root);
        if (Counting is { } token && CountClauses(root) != atTop)
            Fail("misplaced-count", $"'count:' at {token.Position} must stand by itself, not under OR or NOT", token);
    }

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

    private QueryNode ParseOr()
    {
        List<QueryNode> alternatives = [];
        var start = Current;
        var mixed = false;
        while (true)
        {
            var (node, operands) = ParseAnd();
            alternatives.Add(node);
            mixed |= operands > 1;
            if (Current.Kind is not TokenKind.Or)
                break;
            Take();
        }

        var result = QueryNode.Or(alternatives);
        if (mixed && alternatives.Count > 1)
            _warnings.Add(new QueryWarning(
                "mixed-operators",
                $"AND binds tighter than OR: read as {result}",
                start.Position,
                _tokens[_next - 1].End - start.Position));
        return result;
    }

    private (QueryNode Node, int Operands) ParseAnd()
    {
        List<QueryNode> operands = [ParseUnary()];
        while (Current.Kind is not (TokenKind.End or TokenKind.Close or TokenKind.Or))
        {
            if (Current.Kind is TokenKind.And)
                Take();
            else
                WarnOfLowerCase();
            operands.Add(ParseUnary());
        }

        return (QueryNode.And(operands), operands.Count);
    }

    private QueryNode ParseUnary()
    {
        if (Current.Kind is not (TokenKind.Not or TokenKind.Minus or TokenKind.Plus))
            return ParsePrimary();
        var sign = Take();
        Enter(sign);
        var operand = ParseUnary();
        _depth--;
        return sign.Kind is TokenKind.Plus ? operand : QueryNode.Not(operand);
    }

    private QueryNode ParsePrimary()
    {
        var token = Current;
        if (token.Kind is not TokenKind.Open)
            CountClause(token);
        switch (token.Kind)
        {
            case TokenKind.Open:
                return ParseGroup();
            case TokenKind.Field:
                Take();
                return _fields.Parse(token);
            case TokenKind.Word or TokenKind.Prefix or TokenKind.Star or TokenKind.Phrase:
                Take();
                return Leaf(token);
            default:
                return Missing(token);
        }
    }

    internal QueryNode Leaf(QueryToken token)
    {
        if (token.Kind is TokenKind.Phrase && token.Text.Length == 0)
            Fail("empty-phrase", $"the phrase at {token.Position} is empty", token);
        if (token.Kind is TokenKind.Prefix && token.Text.Length == 0)
            Fail("bad-wildcard", $"'*' at {token.Position} needs letters before it", token);
        return token.Kind switch
        {
            TokenKind.Star => AllNode.Instance,
            TokenKind.Prefix => new PrefixNode(token.Text),
            TokenKind.Phrase => new PhraseNode(token.Text),
            _ => new WordNode(token.Text),
        };
    }

    private QueryNode ParseGroup()
    {
        var open = Take();
        Enter(open);
        if (Current.Kind is TokenKind.Close)
        {
            Fail("empty-group", $"nothing between the parentheses at {open.Position}", open);
            Take();
            _depth--;
            return AllNode.Instance;
        }

        var inner = ParseOr();
        Close(open);
        _depth--;
        return inner;
    }

    internal void Close(QueryToken open)
    {
        if (Current.Kind is TokenKind.Close)
            Take();
        else
            Fail("unbalanced-parenthesis", $"the parenthesis opened at {open.Position} is never closed", open);
    }

    // An operand was expected; say what stands in its place, and let the caller go on from there.
    private AllNode Missing(QueryToken token)
    {
        var previous = _next > 0 ? _tokens[_next - 1] : default;
        var afterOperator = _next > 0 && previous.Kind is TokenKind.And or TokenKind.Or or TokenKind.Not;
        if (token.Kind is TokenKind.And or TokenKind.Or)
        {
            var culprit = afterOperator ? previous : token;
            var side = afterOperator ? "after" : "before";
            Fail("dangling-operator", $"{culprit.Text} at {culprit.Position} has nothing {side} it", culprit);
            Take();
            return Current.Kind is TokenKind.End ? AllNode.Instance : Discard();
        }

        if (afterOperator)
            Fail("dangling-operator", $"{previous.Text} at {previous.Position} has nothing after it", previous);
        else if (token.Kind is TokenKind.Close && _depth == 0)
            Fail("unbalanced-parenthesis", $"')' at {token.Position} closes nothing", token);
        else if (_errors.Count == 0)
            Fail("dangling-operator", $"something is missing at {token.Position}", token);
        return AllNode.Instance;
    }

    private AllNode Discard()
    {
        ParseUnary();
        return AllNode.Instance;
    }

    private void Enter(QueryToken token)
    {
        if (++_depth > ArchiveQuery.MaxDepth)
            throw new QueryLimitException(
                "too-deep", $"nested deeper than {ArchiveQuery.MaxDepth} at {token.Position}", token);
    }

    private void WarnOfLowerCase()
    {
        var token = Current;
        if (token.Kind is not TokenKind.Word || token.Text is not ("or" or "and" or "not" or "Or" or "And" or "Not"))
            return;
        var upper = token.Text.ToUpperInvariant();
        _warnings.Add(new QueryWarning(
            "lower-case-operator",
            $"'{token.Text}' at {token.Position} is read as a word; write {upper} for the operator",
            token.Position,
            token.Length));
    }
}
