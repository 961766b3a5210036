using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Search.Dates;

/// <summary>
/// One text as the time rules see it: tokens with their classes, the reference date, and what was read before.
/// </summary>
/// <param name="text">Title or body.</param>
/// <param name="reference">Publication day, else null.</param>
/// <param name="latestDay">Latest day it was anywhere on Earth at publication; <paramref name="reference"/> where
/// unknown.</param>
internal sealed class TimeText(string text, DateOnly? reference, DateOnly? latestDay)
{
    private readonly List<Token> _tokens = [];
    private TimeWord[] _words = [];

    public string Text { get; } = text;

    public DateOnly? Reference { get; } = reference;

    public DateOnly? LatestDay { get; } = latestDay;

    public int Count => _tokens.Count;

    /// <summary>
    /// The day last spoken of in this paragraph or the one before, to which "two days earlier" looks back.
    /// </summary>
    public DateRange? Anchor { get; set; }

    /// <summary>True when the last date was a quarter, so that "a year earlier" is one as well.</summary>
    public bool AnchorIsQuarter { get; set; }

    /// <summary>Splits and classifies the text; call once before matching.</summary>
    public TimeText Read()
    {
        Tokenizer.Tokenize(Text, _tokens);
        _words = new TimeWord[_tokens.Count];
        for (var at = 0; at < _words.Length; at++)
        {
            var token = _tokens[at];
            _words[at] = token.Kind switch
            {
                TokenKind.Word => TimeLexicon.Of(token.Of(Text)),
                TokenKind.Number => TimeLexicon.OfNumber(token.Of(Text)),
                _ => default,
            };
        }

        return this;
    }

    public Token Token(int at) => _tokens[at];

    /// <summary>The word's class; None outside the text.</summary>
    public TimeClass Class(int at) => (uint)at < (uint)_words.Length ? _words[at].Class : TimeClass.None;

    public int Value(int at) => _words[at].Value;

    /// <summary>The word itself; empty outside the text.</summary>
    public ReadOnlySpan<char> Word(int at) => (uint)at < (uint)_words.Length ? _tokens[at].Of(Text) : default;

    public bool Is(int at, string word) => Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the token is this one character.</summary>
    public bool IsMark(int at, char mark)
    {
        var word = Word(at);
        return word.Length == 1 && word[0] == mark;
    }

    public bool IsDash(int at) => Word(at) is "-" or "–" or "—";

    /// <summary>True when the token is a count or ordinal within the bounds.</summary>
    public bool IsNumber(int at, int low, int high) =>
        Class(at) is TimeClass.Count && Value(at) >= low && Value(at) <= high && _tokens[at].Kind == TokenKind.Number;

    /// <summary>A day of the month: <c>3</c>, <c>16th</c>.</summary>
    public bool IsDayOfMonth(int at) =>
        IsNumber(at, 1, 31)
        || (Class(at) == TimeClass.Ordinal && Value(at) <= 31 && _tokens[at].Kind == TokenKind.Number);

    public bool Touches(int at) => at >= 0 && at + 1 < Count && _tokens[at].Touches(_tokens[at + 1]);

    /// <summary>True when a blank line stands between the token and the next.</summary>
    public bool EndsParagraph(int at) =>
        at + 1 >= Count || Text.AsSpan(_tokens[at].End, _tokens[at + 1].Start - _tokens[at].End).Contains('\n');

    public TextSpan Span(int first, int next) => new(_tokens[first].Start, _tokens[next - 1].End);
}
