namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>A line of text as tokens; what is asked of a token behind the last is answered with no.</summary>
/// <param name="text">The line.</param>
/// <param name="tokens">Its tokens.</param>
internal readonly ref struct TokenLine(ReadOnlySpan<char> text, ReadOnlySpan<DateToken> tokens)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<DateToken> _tokens = tokens;

    public int Length => _tokens.Length;

    public ref readonly DateToken this[int at] => ref _tokens[at];

    /// <summary>First character of a token.</summary>
    public char Sign(int at) => _text[_tokens[at].Start];

    public ReadOnlySpan<char> Slice(int at) => _text[_tokens[at].Start.._tokens[at].End];

    public string Upper(int at) => Slice(at).ToString().ToUpperInvariant();

    public bool IsWord(int at) => at < _tokens.Length && _tokens[at].IsWord;

    public bool IsNumber(int at) => at < _tokens.Length && _tokens[at].IsNumber;

    /// <summary>True of a number of four digits.</summary>
    public bool IsYear(int at) => IsNumber(at) && _tokens[at].Length == 4;

    /// <summary>The month a word names, 1 to 12; else 0.</summary>
    public int Month(int at) => IsWord(at) ? DateVocabulary.Month(Slice(at)) : 0;

    /// <summary>True when no space stands between so many tokens.</summary>
    public bool Adjacent(int at, int count)
    {
        for (var next = at + 1; next < at + count; next++)
        {
            if (_tokens[next].Start != _tokens[next - 1].End)
                return false;
        }

        return true;
    }

    /// <summary>The token after "st", "nd" …, if one stands there.</summary>
    public int SkipOrdinal(int at) =>
        IsWord(at) && Slice(at) is "st" or "nd" or "rd" or "th" ? at + 1 : at;

    /// <summary>The token after one of these marks, if one stands there.</summary>
    public int SkipPunctuation(int at, string any) =>
        at < _tokens.Length && any.Contains(Sign(at)) ? at + 1 : at;
}
