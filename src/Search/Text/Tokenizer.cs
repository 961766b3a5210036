using System.Globalization;
using System.Text;

namespace Dateline.Search.Text;

/// <summary>
/// Splits text into words, numbers, possessive endings and punctuation without allocating; white space is skipped,
/// everything else belongs to exactly one token. Hyphenated words come in parts (<c>al</c>, <c>-</c>, <c>Assad</c>),
/// and <see cref="Token.Touches"/> tells what was written together.
/// </summary>
/// <param name="text">The text; offsets of the tokens point into it.</param>
public ref struct Tokenizer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    /// <summary>The token found by the last <see cref="MoveNext"/>.</summary>
    public Token Current { get; private set; }

    /// <summary>Makes <c>foreach</c> work on the tokenizer itself.</summary>
    public readonly Tokenizer GetEnumerator() => this;

    /// <summary>Replaces the content of <paramref name="tokens"/> by all tokens of <paramref name="text"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, List<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        tokens.Clear();
        foreach (var token in new Tokenizer(text))
            tokens.Add(token);
    }

    /// <summary>Advances to the next token; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (_position < _text.Length && IsSkipped(_text[_position]))
            _position++;
        if (_position >= _text.Length)
            return false;
        var start = _position;
        var kind = Scan(start);
        Current = new Token(start, _position, kind);
        return true;
    }

    internal static bool IsApostrophe(char unit) => unit is '\'' or '\u2019';

    private static bool IsSkipped(char unit) =>
        char.IsWhiteSpace(unit) || unit is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD';

    private TokenKind Scan(int start)
    {
        var first = _text[start];
        if (char.IsAsciiDigit(first) || char.IsDigit(first))
        {
            ScanNumber();
            return TokenKind.Number;
        }

        if (IsPossessive(start))
        {
            _position = start + 2;
            return TokenKind.Possessive;
        }

        if (IsWordUnit(start))
        {
            if (!TryScanAcronym())
                ScanWord();
            return TokenKind.Word;
        }

        _position = start + (char.IsSurrogatePair(first, At(start + 1)) ? 2 : 1);
        return TokenKind.Punctuation;
    }

    private void ScanNumber()
    {
        _position++;
        while (_position < _text.Length)
        {
            var unit = _text[_position];
            if (IsWordUnit(_position) || (unit == '.' && char.IsAsciiDigit(At(_position + 1)) && !HasTwoDots()))
                _position++;
            else if (unit == ',' && IsThousandsGroup(_position + 1))
                _position++;
            else
                return;
        }
    }

    // "29.06.2012" is three numbers, "3.5" is one.
    private readonly bool HasTwoDots()
    {
        var end = _position + 1;
        while (char.IsAsciiDigit(At(end)))
            end++;
        var start = _position - 1;
        while (start >= 0 && char.IsAsciiDigit(_text[start]))
            start--;
        return (At(end) == '.' && char.IsAsciiDigit(At(end + 1)))
            || (start > 0 && _text[start] == '.' && char.IsAsciiDigit(_text[start - 1]));
    }

    private readonly bool IsThousandsGroup(int at) =>
        char.IsAsciiDigit(At(at)) && char.IsAsciiDigit(At(at + 1)) && char.IsAsciiDigit(At(at + 2))
        && !char.IsAsciiDigit(At(at + 3));

    private void ScanWord()
    {
        while (_position < _text.Length)
        {
            if (IsWordUnit(_position))
                _position++;
            else if (IsApostrophe(_text[_position]) && _position + 1 < _text.Length && IsWordUnit(_position + 1)
                && !IsPossessive(_position))
                _position++;
            else
                return;
        }
    }

    /// <summary>Letters each followed by a full stop, at least two: <c>U.N.</c>, <c>a.m.</c>, <c>D.C</c>.</summary>
    private bool TryScanAcronym()
    {
        var end = _position;
        var letters = 0;
        while (char.IsLetter(At(end)) && At(end + 1) == '.' && !char.IsLetterOrDigit(AtTwoOn(end)))
        {
            end += 2;
            letters++;
        }

        if (letters == 0)
            return false;
        if (char.IsLetter(At(end)) && !char.IsLetterOrDigit(At(end + 1)) && !IsApostrophe(At(end + 1)))
        {
            end++;
            letters++;
        }

        if (letters < 2)
            return false;
        _position = end;
        return true;
    }

    // The unit after "X.": it must be the next lone letter, or no letter at all, for X to belong to an acronym.
    private readonly char AtTwoOn(int at) =>
        char.IsLetter(At(at + 2)) && !char.IsLetterOrDigit(At(at + 3)) ? ' ' : At(at + 2);

    private readonly bool IsPossessive(int at) =>
        IsApostrophe(_text[at]) && At(at + 1) is 's' or 'S' && at > 0
        && (char.IsLetterOrDigit(_text[at - 1]) || _text[at - 1] == '.')
        && !char.IsLetterOrDigit(At(at + 2));

    private readonly bool IsWordUnit(int at)
    {
        var unit = _text[at];
        if (char.IsAscii(unit))
            return char.IsAsciiLetterOrDigit(unit);
        if (char.IsLetterOrDigit(unit))
            return true;
        if (char.IsSurrogate(unit))
            return IsSurrogateLetter(at);
        return char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private readonly bool IsSurrogateLetter(int at)
    {
        if (char.IsLowSurrogate(_text[at]))
            at--;
        return at >= 0 && char.IsSurrogatePair(_text[at], At(at + 1))
            && Rune.IsLetterOrDigit(new Rune(_text[at], _text[at + 1]));
    }

    private readonly char At(int at) => (uint)at < (uint)_text.Length ? _text[at] : '\0';
}
