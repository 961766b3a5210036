namespace Dateline.Search.Ingestion.Formats;

/// <summary>A source that is one document: decoded whole.</summary>
internal abstract class DocumentFormat(InputFormat format) : FileFormat
{
    public sealed override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var bytes = source.ReadAll(reading.Limits.DocumentBytes);
        return [bytes is null ? SourceFailures.TooLarge(source.Origin, reading.Limits.DocumentBytes)
            : Item(source, bytes)];
    }

    private InputResult Item(InputSource source, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
            return SourceFailures.Empty(source.Origin);
        var decoded = TextDecoder.Decode(bytes, source.Charset, format == InputFormat.Html);
        if (decoded.Text is null)
            return SourceFailures.Undecodable(source.Origin, decoded);
        if (string.IsNullOrWhiteSpace(decoded.Text))
            return SourceFailures.Empty(source.Origin);
        return new InputItem(source.Origin, format, decoded.Text)
        {
            Warnings = decoded.Warnings,
            Address = source.Address,
        };
    }
}

/// <summary>Plain text: anything that is nothing else.</summary>
internal sealed class PageTextFormat() : DocumentFormat(InputFormat.PageText)
{
    public override FormatMatch Match(FormatProbe probe) =>
        probe.Named([".txt", ".text"], ["text/plain"]) is not FormatMatch.None and var named ? named
            : FormatMatch.Fallback;
}

/// <summary>Markdown, with or without front matter.</summary>
internal sealed class MarkdownFormat() : DocumentFormat(InputFormat.Markdown)
{
    public override FormatMatch Match(FormatProbe probe)
    {
        if (probe.Named([".md", ".markdown"], ["text/markdown"]) is not FormatMatch.None and var named)
            return named;
        return probe.Text.StartsWith("---\n"u8) || probe.Text.StartsWith("---\r\n"u8) || probe.Text.StartsWith("# "u8)
            ? FormatMatch.Content : FormatMatch.None;
    }
}
