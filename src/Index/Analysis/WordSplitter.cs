namespace Dateline.Index.Analysis;

/// <summary>
/// Cuts text into tokens by <see cref="WordRules"/>: at each place the longest token, else one code point is passed
/// over. A token has at most 255 UTF-16 units; a longer word is cut into several. Holds one position in one text.
/// </summary>
internal ref struct WordSplitter(ReadOnlySpan<char> text)
{
    /// <summary>Longest token in UTF-16 units.</summary>
    public const int MaxTokenLength = 255;

    private static readonly ushort[] Table = WordRules.Token.Compile(WordRules.ClassCount);

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>First unit of the current token.</summary>
    public int Start { get; private set; }

    /// <summary>Unit after the current token.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next token; false at the end of the text.</summary>
    public bool Next()
    {
        for (var start = End; start < _text.Length;)
        {
            var length = Match(Window(start));
            if (length > 0)
            {
                (Start, End) = (start, start + length);
                return true;
            }

            start += IsPair(_text, start) ? 2 : 1;
        }

        Start = End = _text.Length;
        return false;
    }

    // A pair that the limit would cut in half stays out of the window.
    private readonly ReadOnlySpan<char> Window(int start)
    {
        if (_text.Length - start <= MaxTokenLength) return _text[start..];
        var window = _text.Slice(start, MaxTokenLength);
        return char.IsHighSurrogate(window[^1]) ? window[..^1] : window;
    }

    private static int Match(ReadOnlySpan<char> window)
    {
        var longest = 0;
        var state = 1;
        for (var at = 0; at < window.Length;)
        {
            var wordClass = WordClassTable.Of(window[at]);
            if (IsPair(window, at))
            {
                wordClass = WordClassTable.OfSupplementary(char.ConvertToUtf32(window[at], window[at + 1]));
                at++;
            }

            at++;
            var next = Table[state * WordRules.ClassCount + (int)wordClass];
            if (next == 0) break;
            if ((next & 1) != 0) longest = at;
            state = next >> 1;
        }

        return longest;
    }

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
