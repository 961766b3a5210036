namespace Dateline.Search.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>
    /// Letters, marks and inner apostrophes: <c>Homs</c>, <c>don't</c>, <c>O'Brien</c>; also dotted acronyms,
    /// <c>U.N.</c>
    /// </summary>
    Word,

    /// <summary>Starts with a digit: <c>16</c>, <c>1,500</c>, <c>3.5</c>, <c>6th</c>, <c>1990s</c>.</summary>
    Number,

    /// <summary>Possessive ending: <c>'s</c> of <c>Syria's</c>.</summary>
    Possessive,

    /// <summary>
    /// One unit (or one surrogate pair) that is neither of those nor white space; a hyphen splits words.
    /// </summary>
    Punctuation,
}

/// <summary>One token of a text; offsets are UTF-16 code units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Kind">What it is made of.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind)
{
    /// <summary>Units in the token.</summary>
    public int Length => End - Start;

    /// <summary>The token's characters.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];

    /// <summary>True when nothing stands between this token and the next.</summary>
    public bool Touches(Token next) => End == next.Start;
}
