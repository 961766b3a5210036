using Dateline.Search.Names;
using Token = Dateline.Search.Text.Token;
using TokenKind = Dateline.Search.Text.TokenKind;

namespace Dateline.Search.Actors;

/// <summary>A name of the tagger in tokens of the field.</summary>
/// <param name="First">First token.</param>
/// <param name="Next">Token after the last.</param>
/// <param name="Tag">What the tagger takes it for.</param>
internal readonly record struct TagSpan(int First, int Next, NameTag Tag)
{
    public int Length => Next - First;

    public bool Covers(int first, int next) => First <= first && next <= Next;
}

/// <summary>The tagger's names of one field by token.</summary>
internal sealed class TagSpans
{
    private readonly List<TagSpan> _spans = [];
    private readonly short[] _byToken;

    /// <param name="text">The field.</param>
    /// <param name="tokens">Tokens of the field.</param>
    /// <param name="names">Names in the field, in order, not overlapping; those that cut tokens are left out.</param>
    public TagSpans(string text, List<Token> tokens, IReadOnlyList<TaggedName> names)
    {
        _byToken = new short[tokens.Count];
        var at = 0;
        foreach (var name in names)
        {
            while (at < tokens.Count && tokens[at].Start < name.Span.Start)
                at++;
            var first = at;
            while (at < tokens.Count && tokens[at].End <= name.Span.End)
                at++;
            if (at == first || tokens[first].Start != name.Span.Start || tokens[at - 1].End != name.Span.End
                || _spans.Count + (at - first) > short.MaxValue)
                continue;
            AddParts(text, tokens, new TagSpan(first, at, name.Tag));
        }
    }

    // "UCA [Central American University]", "Scania (SCVb.ST" were read as one.
    private void AddParts(string text, List<Token> tokens, TagSpan span)
    {
        var first = span.First;
        for (var at = span.First; at <= span.Next; at++)
        {
            if (at < span.Next && !IsTicker(text, tokens, at)
                && !(tokens[at].Of(text) is "(" or ")" or "[" or "]" or "<" or ">" or "\"" or "/" or ","))
                continue;
            if (at > first && tokens[first].Kind == TokenKind.Word)
            {
                _spans.Add(span with { First = first, Next = at });
                _byToken.AsSpan(first, at - first).Fill((short)_spans.Count);
            }

            first = at + 1;
        }
    }

    // "AAPL.O", the code of a share, in one token or three.
    private static bool IsTicker(string text, List<Token> tokens, int at)
    {
        var word = tokens[at].Of(text);
        if (word.Length > 3 && word.IndexOf('.') is > 1 and var dot && dot < word.Length - 1)
            return IsCode(word[..dot]) && IsCode(word[(dot + 1)..]);
        return IsCode(word) && at + 2 < tokens.Count && tokens[at + 1].Of(text) is "."
            && tokens[at].Touches(tokens[at + 1]) && tokens[at + 1].Touches(tokens[at + 2])
            && tokens[at + 2].Length <= 3 && IsCode(tokens[at + 2].Of(text));
    }

    private static bool IsCode(ReadOnlySpan<char> word) =>
        word.Length <= 6 && word.IndexOfAnyExceptInRange('0', 'Z') < 0;

    public IReadOnlyList<TagSpan> All => _spans;

    /// <summary>The name a token belongs to, or null.</summary>
    public TagSpan? At(int token) =>
        (uint)token < (uint)_byToken.Length && _byToken[token] > 0 ? _spans[_byToken[token] - 1] : null;

    /// <summary>The name that starts at a token, or null.</summary>
    public TagSpan? Starting(int token) => At(token) is { } span && span.First == token ? span : null;
}
