using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>Header text with words in other charsets: <c>=?utf-8?Q?caf=C3=A9?=</c> (RFC 2047).</summary>
internal static class EncodedWords
{
    /// <summary>The text decoded; what is malformed stays as it stands.</summary>
    [return: NotNullIfNotNull(nameof(header))]
    public static string? Decode(string? header)
    {
        if (header is null || !header.Contains("=?", StringComparison.Ordinal))
            return header;
        var text = new StringBuilder(header.Length);
        var rest = header.AsSpan();
        var afterWord = false;
        while (rest.IndexOf("=?") is >= 0 and var start)
        {
            if (TryWord(rest[start..], out var word, out var length))
            {
                // White space between two encoded words is only there to separate them.
                if (!afterWord || !rest[..start].IsWhiteSpace())
                    text.Append(rest[..start]);
                text.Append(word);
                rest = rest[(start + length)..];
                afterWord = true;
            }
            else
            {
                text.Append(rest[..(start + 2)]);
                rest = rest[(start + 2)..];
                afterWord = false;
            }
        }

        return text.Append(rest).ToString();
    }

    private static bool TryWord(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? word, out int length)
    {
        (word, length) = (null, 0);
        var charsetEnd = text[2..].IndexOf('?') + 2;
        if (charsetEnd < 3 || charsetEnd + 3 >= text.Length || text[charsetEnd + 2] != '?')
            return false;
        var content = text[(charsetEnd + 3)..];
        var end = content.IndexOf("?=");
        if (end < 0 || content[..end].Contains(' '))
            return false;
        var name = text[2..charsetEnd];
        var language = name.IndexOf('*');
        var encoding = Charsets.Named(language < 0 ? name : name[..language]) ?? Encoding.UTF8;
        var raw = Encoding.Latin1.GetBytes(content[..end].ToString().Replace('_', char.ToUpperInvariant(
            text[charsetEnd + 1]) == 'Q' ? ' ' : '_'));
        word = encoding.GetString(char.ToUpperInvariant(text[charsetEnd + 1]) switch
        {
            'B' => MimeBody.FromBase64(raw),
            'Q' => MimeBody.FromQuotedPrintable(raw),
            _ => raw,
        });
        length = charsetEnd + 3 + end + 2;
        return true;
    }
}
