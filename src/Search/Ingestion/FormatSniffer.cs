namespace Dateline.Search.Ingestion;

/// <summary>The shape of a file: what its text is, or a container of JSON records.</summary>
internal enum FileShape
{
    PageText,
    Html,
    Markdown,
    JsonLines,
    JsonDocument,
}

/// <summary>Tells the shape of a file by its extension, else by how it begins.</summary>
internal static class FormatSniffer
{
    /// <summary>Bytes of the beginning that <see cref="Shape"/> wants to see.</summary>
    public const int HeadBytes = 1024;

    public static FileShape Shape(string name, ReadOnlySpan<byte> head) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => FileShape.Html,
            ".md" or ".markdown" => FileShape.Markdown,
            ".jsonl" or ".ndjson" => FileShape.JsonLines,
            ".json" => FileShape.JsonDocument,
            ".txt" or ".text" => LooksHtml(head) ? FileShape.Html : FileShape.PageText,
            _ => ByContent(head),
        };

    private static FileShape ByContent(ReadOnlySpan<byte> head)
    {
        if (LooksHtml(head))
            return FileShape.Html;
        var text = Trimmed(head);
        if (text.StartsWith("{"u8))
            return FileShape.JsonLines;
        if (text.StartsWith("[{"u8) || text.StartsWith("[\n"u8))
            return FileShape.JsonDocument;
        return text.StartsWith("---\n"u8) || text.StartsWith("# "u8) ? FileShape.Markdown : FileShape.PageText;
    }

    private static bool LooksHtml(ReadOnlySpan<byte> head)
    {
        var text = Trimmed(head);
        return StartsWith(text, "<!doctype html"u8) || StartsWith(text, "<html"u8) || StartsWith(text, "<head"u8)
            || StartsWith(text, "<body"u8) || (text.StartsWith("<?xml"u8) && text.IndexOf("<html"u8) >= 0);
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerAscii) =>
        text.Length >= lowerAscii.Length && System.Text.Ascii.EqualsIgnoreCase(text[..lowerAscii.Length], lowerAscii);

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        return head.TrimStart(" \t\r\n"u8);
    }
}
