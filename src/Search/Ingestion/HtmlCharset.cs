using System.Buffers;
using System.Text;

namespace Dateline.Search.Ingestion;

/// <summary>The charset an HTML page declares in its head.</summary>
internal static class HtmlCharset
{
    private const int HeadBytes = 4096;
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(" '\">;/");

    /// <summary>
    /// The encoding named by the first <c>charset=</c> in the first 4 KiB, or null when none is known.
    /// </summary>
    public static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = head.AsSpan(at + "charset".Length).TrimStart().TrimStart('=').TrimStart(" '\"");
        var end = rest.IndexOfAny(LabelEnds);
        return Named(end < 0 ? rest : rest[..end]);
    }

    private static Encoding? Named(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > 40)
            return null;
        // The HTML standard reads these labels as Windows-1252.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            || name.Equals("latin1", StringComparison.OrdinalIgnoreCase))
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
}
