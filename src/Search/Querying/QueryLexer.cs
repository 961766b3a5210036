namespace Dateline.Search.Querying;

/// <summary>Splits query text into tokens. Always ends with <see cref="TokenKind.End"/>.</summary>
internal sealed class QueryLexer(string text, List<QueryError> errors)
{
    private readonly List<QueryToken> _tokens = [];
    private int _position;

    public List<QueryToken> Tokenize()
    {
        while (_position < text.Length)
        {
            var unit = text[_position];
            if (char.IsWhiteSpace(unit) || char.IsControl(unit))
                _position++;
            else if (unit is '(')
                Add(TokenKind.Open, "(", 1);
            else if (unit is ')')
                Add(TokenKind.Close, ")", 1);
            else if (IsQuote(unit))
                ReadPhrase();
            else if (AfterField())
                ReadBareValue();
            else if (unit is '-' or '+' or '−')
                ReadSign(unit);
            else
                ReadWord();
        }

        Add(TokenKind.End, "", 0);
        return _tokens;
    }

    internal static bool IsQuote(char unit) => unit is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    private bool AfterField() => _tokens is [.., { Kind: TokenKind.Field } field] && field.End == _position;

    private void Add(TokenKind kind, string value, int length)
    {
        _tokens.Add(new QueryToken(kind, value, _position, length));
        _position += length;
    }

    private void ReadPhrase()
    {
        var end = _position + 1;
        while (end < text.Length && !IsQuote(text[end]))
            end++;
        var inner = text[(_position + 1)..end];
        if (end == text.Length)
        {
            var message = $"the quote opened at {_position} is never closed";
            errors.Add(new QueryError("unbalanced-quote", message, _position, end - _position, text + "\""));
        }

        var words = inner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Add(TokenKind.Phrase, string.Join(' ', words), Math.Min(end + 1, text.Length) - _position);
    }

    // A sign belongs to what follows it; inside a word it never comes here.
    private void ReadSign(char sign)
    {
        var next = _position + 1 < text.Length ? text[_position + 1] : ' ';
        if (char.IsWhiteSpace(next) || next is ')')
            errors.Add(new QueryError(
                "dangling-operator", $"'{sign}' at {_position} has nothing after it", _position, 1));
        Add(sign is '+' ? TokenKind.Plus : TokenKind.Minus, sign.ToString(), 1);
    }

    private void ReadWord()
    {
        var word = text[_position..WordEnd()];
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && IsFieldName(word.AsSpan(0, colon)))
            Add(TokenKind.Field, word[..colon], colon + 1);
        else if (word is "AND")
            Add(TokenKind.And, word, 3);
        else if (word is "OR")
            Add(TokenKind.Or, word, 2);
        else if (word is "NOT")
            Add(TokenKind.Not, word, 3);
        else
            AddWord(word);
    }

    private void ReadBareValue() => AddWord(text[_position..WordEnd()]);

    private void AddWord(string word)
    {
        var star = word.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            Add(TokenKind.Word, word, word.Length);
        }
        else if (word is "*")
        {
            Add(TokenKind.Star, word, 1);
        }
        else
        {
            if (star < word.Length - 1)
                errors.Add(new QueryError(
                    "bad-wildcard",
                    $"'*' at {_position + star} must be the last character of a word",
                    _position + star,
                    1,
                    word.Replace("*", "", StringComparison.Ordinal) + "*"));
            Add(TokenKind.Prefix, word[..star], word.Length);
        }
    }

    private int WordEnd()
    {
        var end = _position;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !char.IsControl(text[end])
            && text[end] is not ('(' or ')') && !IsQuote(text[end]))
            end++;
        return end;
    }

    private static bool IsFieldName(ReadOnlySpan<char> name)
    {
        foreach (var unit in name)
        {
            if (!char.IsAsciiLetter(unit) && unit is not ('_' or '~' or '-'))
                return false;
        }

        return char.IsAsciiLetter(name[0]);
    }
}
