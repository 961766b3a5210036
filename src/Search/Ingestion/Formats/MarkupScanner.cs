namespace Dateline.Search.Ingestion.Formats;

/// <summary>What a piece of markup is.</summary>
internal enum MarkupKind
{
    Text,
    Open,
    Close,
    SelfClosed,
    Cdata,
    Other,
}

/// <summary>
/// Cuts markup into tags and text without asking that it be well-formed, in one linear pass; for feeds and SGML, where
/// a strict parser would lose the whole file over one character.
/// </summary>
internal ref struct MarkupScanner(ReadOnlySpan<char> text, int start = 0)
{
    private const string CdataStart = "<![CDATA[";
    private readonly ReadOnlySpan<char> _text = text;

    public MarkupKind Kind { get; private set; } = MarkupKind.Other;

    /// <summary>First unit of the piece.</summary>
    public int Start { get; private set; } = start;

    /// <summary>Unit after its last.</summary>
    public int End { get; private set; } = start;

    /// <summary>The name in a tag, prefix and all; empty otherwise.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>What a CDATA section or text holds; of a tag, what follows the name.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>Goes to the next piece; false at the end.</summary>
    public bool Next()
    {
        Start = End;
        Name = default;
        if (Start >= _text.Length)
            return false;
        var rest = _text[Start..];
        if (rest[0] != '<' || rest.Length == 1 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?' or '_'))
        {
            var length = rest[1..].IndexOf('<');
            Set(MarkupKind.Text, length < 0 ? rest.Length : length + 1, 0, 0);
        }
        else if (rest.StartsWith(CdataStart))
        {
            Until(rest, "]]>", CdataStart.Length, MarkupKind.Cdata);
        }
        else if (rest.StartsWith("<!--"))
        {
            Until(rest, "-->", 4, MarkupKind.Other);
        }
        else if (rest[1] is '!' or '?')
        {
            Until(rest, ">", 2, MarkupKind.Other);
        }
        else
        {
            Tag(rest);
        }

        return true;
    }

    /// <summary>True when the tag's name is this, whatever its prefix and case.</summary>
    public readonly bool Is(ReadOnlySpan<char> localName)
    {
        var name = Name[(Name.IndexOf(':') + 1)..];
        return name.Equals(localName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The value of an attribute of the tag, as written; empty when there is none.</summary>
    public readonly ReadOnlySpan<char> Attribute(ReadOnlySpan<char> name)
    {
        var rest = Content;
        while (rest.IndexOf('=') is > 0 and var equals)
        {
            var key = rest[..equals].Trim();
            key = key[(key.LastIndexOfAny(" \t\r\n") + 1)..];
            rest = rest[(equals + 1)..].TrimStart();
            if (rest.IsEmpty)
                break;
            var quote = rest[0] is '"' or '\'' ? rest[0] : ' ';
            rest = quote == ' ' ? rest : rest[1..];
            var end = rest.IndexOf(quote);
            var value = end < 0 ? rest : rest[..end];
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return default;
    }

    private void Tag(ReadOnlySpan<char> rest)
    {
        var close = rest[1] == '/';
        var from = close ? 2 : 1;
        var length = 0;
        while (from + length < rest.Length && (char.IsLetterOrDigit(rest[from + length])
            || rest[from + length] is ':' or '_' or '-' or '.'))
            length++;
        var end = TagEnd(rest, from + length);
        var selfClosed = !close && end >= 2 && rest[end - 2] == '/';
        Set(close ? MarkupKind.Close : selfClosed ? MarkupKind.SelfClosed : MarkupKind.Open, end, from + length,
            selfClosed ? 2 : 1);
        Name = rest.Slice(from, length);
    }

    // The end of a tag, not fooled by a > in a quoted value, unless the quote is not closed within reason.
    private static int TagEnd(ReadOnlySpan<char> rest, int at)
    {
        const int LongestTag = 16 << 10;
        var limit = Math.Min(rest.Length, LongestTag);
        var quote = '\0';
        for (var i = at; i < limit; i++)
        {
            var c = rest[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && i > at && rest[i - 1] is '=' or ' ')
                quote = c is '"' or '\'' ? c : '\0';
            else if (c == '>')
                return i + 1;
        }

        var plain = rest[at..].IndexOf('>');
        return plain < 0 ? rest.Length : at + plain + 1;
    }

    private void Until(ReadOnlySpan<char> rest, ReadOnlySpan<char> end, int skipped, MarkupKind kind)
    {
        var at = rest[skipped..].IndexOf(end);
        var length = at < 0 ? rest.Length : skipped + at + end.Length;
        Set(kind, length, skipped, at < 0 ? 0 : end.Length);
    }

    private void Set(MarkupKind kind, int length, int before, int after)
    {
        Kind = kind;
        End = Start + length;
        Content = length - before - after > 0 ? _text.Slice(Start + before, length - before - after) : default;
    }
}
