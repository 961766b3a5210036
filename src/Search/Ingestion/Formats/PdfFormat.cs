namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// PDF, through poppler's <c>pdftotext</c> where that is installed; without it every PDF is a failure that says so.
/// </summary>
internal sealed class PdfFormat : FileFormat
{
    public override FormatMatch Match(FormatProbe probe) =>
        probe.Head.IndexOf("%PDF-"u8) is >= 0 and < 1024 && probe.Text.StartsWith("%PDF-"u8) ? FormatMatch.Signature
            : probe.Named([".pdf"], ["application/pdf"]);

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var limit = reading.Limits.JsonFileBytes;
        return [source.ReadAll(limit) is { } bytes ? Item(source, bytes, reading.Limits)
            : SourceFailures.TooLarge(source.Origin, limit)];
    }

    private static InputResult Item(InputSource source, byte[] pdf, InputLimits limits)
    {
        var origin = source.Origin;
        if (HelperProgram.Find("pdftotext") is not { } program)
        {
            return new InputFailure(origin, InputFailureReason.ToolMissing,
                $"{origin} is a PDF, and pdftotext, which reads those, is not installed.",
                "Install the package poppler-utils (Homebrew: poppler) and index it again.");
        }

        var result = HelperProgram.Run(
            program, ["-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"], pdf, limits.DocumentBytes,
                limits.HelperTime);
        if (result.Problem is { } problem)
            return SourceFailures.Damaged(origin, $"pdftotext {problem}");
        var decoded = TextDecoder.Decode(result.Output, "utf-8", markup: false);
        if (decoded.Text is null)
            return SourceFailures.Undecodable(origin, decoded);
        return string.IsNullOrWhiteSpace(decoded.Text)
            ? new InputFailure(origin, InputFailureReason.Empty,
                $"{origin} holds pictures of text, not text.", "Run it through text recognition (OCR) first.")
            : new InputItem(origin, InputFormat.PageText, decoded.Text)
            {
                Warnings = decoded.Warnings,
                Address = source.Address
            };
    }
}
