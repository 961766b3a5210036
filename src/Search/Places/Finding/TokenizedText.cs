using System.Buffers;
using System.Runtime.InteropServices;

namespace Dateline.Search.Places.Finding;

/// <summary>
/// Headline and body as words; folded forms lie one after the other, parted by spaces, so that phrases are slices.
/// </summary>
internal sealed class TokenizedText
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”‘«»");

    private readonly List<Token> _tokens;
    private char[] _folded;
    private int _foldedLength;
    private int _sentence;

    public TokenizedText(string title, string body)
    {
        Title = title;
        Body = body;
        _tokens = new List<Token>((body.Length / 5) + 16);
        _folded = new char[(2 * (title.Length + body.Length)) + 64];
        Read(title, TokenFlags.InTitle);
        MarkCapsContext(0, _tokens.Count, 0.6);
        var first = _tokens.Count;
        Read(body, TokenFlags.None);
        MarkCapitalLines(first);
    }

    public string Title { get; }

    public string Body { get; }

    public Span<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public ReadOnlySpan<char> Folded(int firstToken, int lastToken) =>
        _folded.AsSpan(_tokens[firstToken].FoldStart.._tokens[lastToken].FoldEnd);

    /// <summary>Hash of a run of words, see <see cref="NameHash"/>.</summary>
    public ulong HashOf(int firstToken, int lastToken) => NameHash.Compute(Folded(firstToken, lastToken));

    public string FieldOf(in Token token) => token.Is(TokenFlags.InTitle) ? Title : Body;

    private void Read(string text, TokenFlags field)
    {
        var previousEnd = 0;
        var first = true;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            i = WordScanner.End(text, start, out var dotted);
            var flags = field | Gap(text.AsSpan(previousEnd..start), first);
            if (dotted)
                flags |= TokenFlags.Dotted;
            var end = i;
            if (WordScanner.IsPossessive(text, i))
            {
                flags |= TokenFlags.Possessive;
                i += 2;
            }
            Add(text, start, end, flags);
            previousEnd = i;
            first = false;
        }
    }

    private void Add(string text, int start, int end, TokenFlags flags)
    {
        var word = text.AsSpan(start..end);
        if (_foldedLength + (3 * word.Length) + 8 > _folded.Length)
            Array.Resize(ref _folded, (2 * _folded.Length) + (3 * word.Length));
        var length = NameFolding.FoldToken(word, _folded.AsSpan(_foldedLength));
        if (length == 0)
            return;
        var form = _folded.AsSpan(_foldedLength, length);
        if ((flags & TokenFlags.SentenceStart) != 0)
            _sentence++;
        flags |= WordScanner.Shape(word);
        var token = new Token
        {
            Start = start,
            End = end,
            FoldStart = _foldedLength,
            FoldEnd = _foldedLength + length,
            Sentence = _sentence,
            Class = PlaceWords.ClassOf(form),
        };
        if ((flags & TokenFlags.Capital) != 0)
        {
            flags |= PlaceWords.IsCommon(form) ? TokenFlags.Common : TokenFlags.None;
            flags |= PlaceWords.IsGivenName(form) ? TokenFlags.GivenName : TokenFlags.None;
        }
        token.Flags = flags;
        _tokens.Add(token);
        _foldedLength += length;
        _folded[_foldedLength++] = ' ';
    }

    private TokenFlags Gap(ReadOnlySpan<char> gap, bool first)
    {
        if (first)
            return TokenFlags.ParagraphStart | TokenFlags.SentenceStart;
        if (gap.Contains('\n'))
            return TokenFlags.ParagraphStart | TokenFlags.SentenceStart;
        var last = _tokens[^1];
        if (gap is "-" or "‐" or "‑")
            return TokenFlags.HyphenBefore;
        var quote = gap.IndexOfAny(QuotationMarks) >= 0 ? TokenFlags.QuoteBefore : TokenFlags.None;
        if (gap.IndexOfAny("!?…") >= 0)
            return TokenFlags.SentenceStart | quote;
        var stop = gap.IndexOf('.');
        if (stop >= 0)
        {
            var initial = last.End - last.Start == 1 && last.Is(TokenFlags.Capital);
            return (initial || last.Is(WordClass.Abbreviation)) && gap is ". "
                ? TokenFlags.SpaceBefore : TokenFlags.SentenceStart | quote;
        }
        if (gap.Trim().IsEmpty)
            return TokenFlags.SpaceBefore;
        if (quote != 0 && gap[^1] is '"' or '“' or '‘' or '«')
            return TokenFlags.SentenceStart | quote | (gap[0] == ',' ? TokenFlags.CommaBefore : TokenFlags.None);
        return (gap.Contains(',') ? TokenFlags.CommaBefore : TokenFlags.None) | quote;
    }

    private void MarkCapsContext(int from, int to, double share)
    {
        int long4 = 0, capital = 0;
        foreach (ref readonly var token in Tokens[from..to])
        {
            if (token.End - token.Start < 4 || token.Is(TokenFlags.Digit))
                continue;
            long4++;
            capital += token.Is(TokenFlags.Capital) ? 1 : 0;
        }
        if (long4 < 2 || capital < share * long4)
            return;
        foreach (ref var token in Tokens[from..to])
            token.Flags |= TokenFlags.CapsContext;
    }

    /// <summary>A paragraph in which nearly every long word has a capital is a heading.</summary>
    private void MarkCapitalLines(int first)
    {
        var start = first;
        for (var i = first + 1; i <= _tokens.Count; i++)
        {
            if (i < _tokens.Count && !_tokens[i].Is(TokenFlags.ParagraphStart))
                continue;
            if (i - start is > 2 and < 30)
                MarkCapsContext(start, i, 0.85);
            start = i;
        }
    }
}
