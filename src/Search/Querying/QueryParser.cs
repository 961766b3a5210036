namespace Dateline.Search.Querying;

/// <summary>
/// Recursive descent over the tokens: <c>or = and {OR and}</c>, <c>and = unary {[AND] unary}</c>, <c>unary = (NOT | - |
/// +) unary | primary</c>. Goes on after an error that leaves the structure clear, so that several are reported at
/// once.
/// </summary>
internal sealed class QueryParser
{
    private readonly QueryReader _reader;
    private readonly FieldClauseParser _fields;

    private QueryParser(string text)
    {
        _reader = new QueryReader(text);
        _fields = new FieldClauseParser(_reader);
    }

    public static QueryParseResult Parse(string text)
    {
        if (text.Length > ArchiveQuery.MaxLength)
        {
            var message = $"the query has {text.Length} characters, {ArchiveQuery.MaxLength} are allowed";
            var excess = text.Length - ArchiveQuery.MaxLength;
            return new QueryParseResult
            {
                Errors = [new QueryError("too-long", message, ArchiveQuery.MaxLength, excess)],
            };
        }

        return new QueryParser(text).Run();
    }

    private QueryParseResult Run()
    {
        QueryNode? root = null;
        var first = _reader.Current;
        try
        {
            root = first.Kind is TokenKind.End ? AllNode.Instance : ParseOr();
            var rest = _reader.Current;
            if (!_reader.HasErrors && rest.Kind is not TokenKind.End)
                _reader.Fail("unbalanced-parenthesis", $"')' at {rest.Position} closes nothing", rest);
            QueryBounds.CheckCanonical(root, first, _reader.End);
            if (_fields.Counting is { } count && !QueryBounds.CountsAtTopOnly(root))
                _reader.Fail(
                    "misplaced-count",
                    $"'count:' at {count.Position} must stand by itself, not under OR or NOT",
                    count);
        }
        catch (QueryLimitException limit)
        {
            _reader.Fail(limit.Code, limit.Message, limit.Token);
        }

        return _reader.Result(root);
    }

    private QueryNode ParseOr()
    {
        List<QueryNode> alternatives = [];
        var start = _reader.Current;
        var mixed = false;
        while (true)
        {
            var (node, operands) = ParseAnd();
            alternatives.Add(node);
            mixed |= operands > 1;
            if (_reader.Current.Kind is not TokenKind.Or)
                break;
            _reader.Take();
        }

        var result = QueryNode.Or(alternatives);
        if (mixed && alternatives.Count > 1)
            _reader.Warn(
                "mixed-operators",
                $"AND binds tighter than OR: read as {result}",
                start.Position,
                _reader.Previous!.Value.End);
        return result;
    }

    private (QueryNode Node, int Operands) ParseAnd()
    {
        List<QueryNode> operands = [ParseUnary()];
        while (_reader.Current.Kind is not (TokenKind.End or TokenKind.Close or TokenKind.Or))
        {
            if (_reader.Current.Kind is TokenKind.And)
                _reader.Take();
            else
                WarnOfLowerCase();
            operands.Add(ParseUnary());
        }

        return (QueryNode.And(operands), operands.Count);
    }

    private QueryNode ParseUnary()
    {
        if (_reader.Current.Kind is not (TokenKind.Not or TokenKind.Minus or TokenKind.Plus))
            return ParsePrimary();
        var sign = _reader.Take();
        _reader.Enter(sign);
        var operand = ParseUnary();
        _reader.Leave();
        return sign.Kind is TokenKind.Plus ? operand : QueryNode.Not(operand);
    }

    private QueryNode ParsePrimary()
    {
        var token = _reader.Current;
        if (token.Kind is not TokenKind.Open)
            _reader.CountClause(token);
        switch (token.Kind)
        {
            case TokenKind.Open:
                return ParseGroup();
            case TokenKind.Field:
                _reader.Take();
                return _fields.Parse(token);
            case TokenKind.Word or TokenKind.Prefix or TokenKind.Star or TokenKind.Phrase:
                _reader.Take();
                return _reader.Leaf(token);
            default:
                return Missing(token);
        }
    }

    private QueryNode ParseGroup()
    {
        var open = _reader.Take();
        _reader.Enter(open);
        if (_reader.Current.Kind is TokenKind.Close)
        {
            _reader.Fail("empty-group", $"nothing between the parentheses at {open.Position}", open);
            _reader.Take();
            _reader.Leave();
            return AllNode.Instance;
        }

        var inner = ParseOr();
        _reader.Close(open);
        _reader.Leave();
        return inner;
    }

    // An operand was expected; say what stands in its place, and let the caller go on from there.
    private AllNode Missing(QueryToken token)
    {
        var previous = _reader.Previous.GetValueOrDefault();
        var afterOperator = _reader.Previous is { Kind: TokenKind.And or TokenKind.Or or TokenKind.Not };
        if (token.Kind is TokenKind.And or TokenKind.Or)
        {
            var culprit = afterOperator ? previous : token;
            var side = afterOperator ? "after" : "before";
            _reader.Fail("dangling-operator", $"{culprit.Text} at {culprit.Position} has nothing {side} it", culprit);
            _reader.Take();
            return _reader.Current.Kind is TokenKind.End ? AllNode.Instance : Discard();
        }

        if (afterOperator)
            _reader.Fail("dangling-operator", $"{previous.Text} at {previous.Position} has nothing after it", previous);
        else if (token.Kind is TokenKind.Close && _reader.IsAtTop)
            _reader.Fail("unbalanced-parenthesis", $"')' at {token.Position} closes nothing", token);
        else if (!_reader.HasErrors)
            _reader.Fail("dangling-operator", $"something is missing at {token.Position}", token);
        return AllNode.Instance;
    }

    private AllNode Discard()
    {
        ParseUnary();
        return AllNode.Instance;
    }

    private void WarnOfLowerCase()
    {
        var token = _reader.Current;
        if (token.Kind is not TokenKind.Word || token.Text is not ("or" or "and" or "not" or "Or" or "And" or "Not"))
            return;
        var upper = token.Text.ToUpperInvariant();
        _reader.Warn(
            "lower-case-operator",
            $"'{token.Text}' at {token.Position} is read as a word; write {upper} for the operator",
            token.Position,
            token.End);
    }
}
