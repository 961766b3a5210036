using System.Buffers;
using System.Text;

namespace Dateline.Search.Ingestion;

/// <summary>Encodings by the names that documents and headers use.</summary>
internal static class Charsets
{
    private const int HeadBytes = 4096;
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(" '\">;/?");

    /// <summary>
    /// The encoding that markup names in its first 4 KiB, by an XML declaration's <c>encoding=</c> or the first
    /// <c>charset=</c>; null when none is known.
    /// </summary>
    public static Encoding? InMarkup(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var declaration = head.StartsWith("<?xml", StringComparison.Ordinal)
            ? head[..Math.Max(0, head.IndexOf("?>", StringComparison.Ordinal))] : "";
        return After(declaration, "encoding") ?? After(head, "charset");
    }

    /// <summary>The encoding of that name as the HTML standard reads names, or null.</summary>
    public static Encoding? Named(ReadOnlySpan<char> name)
    {
        name = name.Trim(" '\"");
        if (name.IsEmpty || name.Length > 40)
            return null;
        // The HTML standard reads these labels as Windows-1252.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            || name.Equals("latin1", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            || name.Equals("ascii", StringComparison.OrdinalIgnoreCase))
            name = "windows-1252";
        var label = name.ToString();
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null; // An unknown label is a wrong declaration, not an error: the caller goes on to guess.
        }
    }

    private static Encoding? After(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + word.Length).TrimStart().TrimStart('=').TrimStart(" '\"");
        var end = rest.IndexOfAny(LabelEnds);
        return Named(end < 0 ? rest : rest[..end]);
    }
}
