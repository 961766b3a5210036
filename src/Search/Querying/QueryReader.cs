namespace Dateline.Search.Querying;

/// <summary>The tokens of a query one after the other, and what was found wrong with them.</summary>
internal sealed class QueryReader
{
    private readonly List<QueryError> _errors = [];
    private readonly List<QueryWarning> _warnings = [];
    private readonly List<QueryToken> _tokens;
    private int _next;
    private int _depth;
    private int _clauses;

    public QueryReader(string text) => _tokens = new QueryLexer(text, _errors).Tokenize();

    public QueryToken Current => _tokens[_next];

    /// <summary>The token taken last, or null at the start.</summary>
    public QueryToken? Previous => _next > 0 ? _tokens[_next - 1] : null;

    /// <summary>The token after the last.</summary>
    public QueryToken End => _tokens[^1];

    public bool HasErrors => _errors.Count > 0;

    /// <summary>True when no parenthesis is open and no sign waits for its operand.</summary>
    public bool IsAtTop => _depth == 0;

    public QueryToken Take() => _tokens[_next++];

    public void Fail(string code, string message, QueryToken token, string? suggestion = null) =>
        _errors.Add(new QueryError(code, message, token.Position, token.Length, suggestion));

    public void Warn(string code, string message, int start, int end) =>
        _warnings.Add(new QueryWarning(code, message, start, end - start));

    /// <summary>Takes the parenthesis that closes, or says that there is none.</summary>
    public void Close(QueryToken open)
    {
        if (Current.Kind is TokenKind.Close)
            Take();
        else
            Fail("unbalanced-parenthesis", $"the parenthesis opened at {open.Position} is never closed", open);
    }

    /// <summary>What a word, phrase or <c>*</c> asks for.</summary>
    public QueryNode Leaf(QueryToken token)
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

    /// <summary>Counts a word or value towards <see cref="ArchiveQuery.MaxClauses"/>.</summary>
    /// <exception cref="QueryLimitException">There are more.</exception>
    public void CountClause(QueryToken token)
    {
        if (++_clauses == ArchiveQuery.MaxClauses + 1)
            throw new QueryLimitException(
                "too-many-clauses", $"more than {ArchiveQuery.MaxClauses} words and values at {token.Position}", token);
    }

    /// <summary>Goes one level deeper, until <see cref="Leave"/>.</summary>
    /// <exception cref="QueryLimitException">Deeper than <see cref="ArchiveQuery.MaxDepth"/>.</exception>
    public void Enter(QueryToken token)
    {
        if (++_depth > ArchiveQuery.MaxDepth)
            throw new QueryLimitException(
                "too-deep", $"nested deeper than {ArchiveQuery.MaxDepth} at {token.Position}", token);
    }

    public void Leave() => _depth--;

    /// <summary>The outcome: the query, unless there are errors, and all remarks by position.</summary>
    public QueryParseResult Result(QueryNode? root)
    {
        _errors.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        _warnings.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        return new QueryParseResult
        {
            Query = _errors.Count == 0 && root is not null ? ArchiveQuery.FromNode(root) : null,
            Errors = _errors,
            Warnings = _warnings,
        };
    }
}
