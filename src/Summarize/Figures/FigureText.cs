using Dateline.Search.Text;

namespace Dateline.Summarize.Figures;

/// <summary>The tokens of a text in small letters, with what their words can be.</summary>
internal sealed class FigureText
{
    private const int LongestWord = 32;

    private readonly List<Token> _tokens = [];
    private readonly string _small;
    private readonly WordClass[] _classes;

    /// <summary>Tokenises <paramref name="source"/>.</summary>
    public FigureText(string source)
    {
        Source = source;
        _small = Lower(source);
        Tokenizer.Tokenize(source, _tokens);
        _classes = new WordClass[_tokens.Count];
        for (var at = 0; at < _tokens.Count; at++)
            _classes[at] = _tokens[at].Length <= LongestWord && !IsCountry(at) ? FigureWords.Of(Word(at))
                : WordClass.None;
    }

    // "US troops", where not everything is in capitals.
    private bool IsCountry(int at) => _tokens[at].Of(Source) is "US"
        && Source.AsSpan(0, Math.Min(Source.Length, 200)).ContainsAnyInRange('a', 'z');

    /// <summary>The text.</summary>
    public string Source { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>The token; index must be in range.</summary>
    public Token this[int at] => _tokens[at];

    /// <summary>The token in small letters; empty outside the text.</summary>
    public ReadOnlySpan<char> Word(int at) =>
        (uint)at < (uint)_tokens.Count ? _small.AsSpan(_tokens[at].Start, _tokens[at].Length) : default;

    /// <summary>What the token can be.</summary>
    public WordClass Class(int at) => (uint)at < (uint)_tokens.Count ? _classes[at] : WordClass.None;

    /// <summary>True when the token can be any of those.</summary>
    public bool IsA(int at, WordClass classes) => (Class(at) & classes) != 0;

    /// <summary>True when the token is that word.</summary>
    public bool Is(int at, ReadOnlySpan<char> word) => Word(at).SequenceEqual(word);

    /// <summary>True for a word token (letters).</summary>
    public bool IsWord(int at) => (uint)at < (uint)_tokens.Count && _tokens[at].Kind == TokenKind.Word;

    /// <summary>True for a token that starts with a digit.</summary>
    public bool IsNumber(int at) => (uint)at < (uint)_tokens.Count && _tokens[at].Kind == TokenKind.Number;

    /// <summary>True for punctuation other than quotation marks and hyphens.</summary>
    public bool IsStop(int at) => (uint)at < (uint)_tokens.Count && _tokens[at].Kind == TokenKind.Punctuation
        && !IsQuote(at) && !Is(at, "-");

    /// <summary>True for a quotation mark.</summary>
    public bool IsQuote(int at) => Word(at) is ['"' or '“' or '”' or '‘' or '’' or '\'' or '«' or '»'];

    /// <summary>True when the unit right before or after the token is <paramref name="unit"/>.</summary>
    public bool Touches(int at, char unit)
    {
        var token = _tokens[at];
        return (token.Start > 0 && Source[token.Start - 1] == unit)
            || (token.End < Source.Length && Source[token.End] == unit);
    }

    /// <summary>True when nothing stands between the token and the next.</summary>
    public bool TouchesNext(int at) => at + 1 < _tokens.Count && _tokens[at].End == _tokens[at + 1].Start;

    /// <summary>The span of tokens <paramref name="first"/> up to <paramref name="next"/>.</summary>
    public TextSpan Span(int first, int next) => new(_tokens[first].Start, _tokens[next - 1].End);

    /// <summary>The first token that starts at or after <paramref name="unit"/>.</summary>
    public int TokenAt(int unit)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < unit) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // Lower-casing unit for unit keeps offsets.
    private static string Lower(string text) => string.Create(text.Length, text, static (small, source) =>
    {
        for (var at = 0; at < source.Length; at++)
            small[at] = char.ToLowerInvariant(source[at]);
    });
}
