namespace Dateline.Search.Places.Finding;

/// <summary>How a word is written and what stands before it.</summary>
[Flags]
internal enum TokenFlags
{
    None = 0,
    Capital = 1 << 0,
    AllCaps = 1 << 1,
    Possessive = 1 << 2,
    SentenceStart = 1 << 3,
    Digit = 1 << 4,
    Dotted = 1 << 5,

    /// <summary>In a headline or line whose words all begin with capitals: capitals tell nothing.</summary>
    CapsContext = 1 << 6,

    Common = 1 << 7,
    GivenName = 1 << 8,
    SpaceBefore = 1 << 9,
    HyphenBefore = 1 << 10,
    CommaBefore = 1 << 11,
    ParagraphStart = 1 << 12,
    InTitle = 1 << 13,

    /// <summary>A quotation mark stands between this word and the one before.</summary>
    QuoteBefore = 1 << 14,

    /// <summary>Nothing but a space or hyphen before: the same phrase goes on.</summary>
    Joined = SpaceBefore | HyphenBefore,
}

/// <summary>One word of the text.</summary>
internal struct Token
{
    /// <summary>Span in its field, without a possessive ending.</summary>
    public int Start, End;

    /// <summary>Span of its folded form in <see cref="TokenizedText.Folded"/>.</summary>
    public int FoldStart, FoldEnd;

    public int Sentence;
    public TokenFlags Flags;
    public WordClass Class;

    public readonly bool Is(TokenFlags flags) => (Flags & flags) != 0;

    public readonly bool Is(WordClass kinds) => (Class & kinds) != 0;
}
