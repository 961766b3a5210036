namespace Dateline.Search.Querying;

/// <summary>Kinds of token.</summary>
internal enum TokenKind
{
    Word,
    Prefix,
    Star,
    Phrase,
    Field,
    And,
    Or,
    Not,
    Minus,
    Plus,
    Open,
    Close,
    End,
}

/// <summary>A token: text without its marks (quotes, <c>*</c>, colon), and where it stands with them.</summary>
internal readonly record struct QueryToken(TokenKind Kind, string Text, int Position, int Length)
{
    public int End => Position + Length;
}
