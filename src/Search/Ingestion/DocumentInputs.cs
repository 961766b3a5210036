namespace Dateline.Search.Ingestion;

/// <summary>A file that is one document: decoded whole.</summary>
internal static class DocumentInputs
{
    public static InputResult Read(string origin, InputFormat format, ReadOnlySpan<byte> bytes)
    {
        var decoded = TextDecoder.Decode(bytes, format == InputFormat.Html);
        if (decoded.Text is null)
            return Undecodable(origin, decoded);
        return string.IsNullOrWhiteSpace(decoded.Text)
            ? Empty(origin)
            : new InputItem(origin, format,
            decoded.Text)
            { Warnings = decoded.Warning is null ? [] : [$"{origin}: {decoded.Warning}"] };
    }

    public static InputFailure Empty(string origin) =>
        new(origin, InputFailureReason.Empty, $"{origin} is empty.", "Leave it out, or save it again.");

    public static InputFailure TooLarge(string origin, long limitBytes) =>
        new(origin, InputFailureReason.TooLarge,
        $"{origin} is over {limitBytes >> 20} MiB, more than one article can be.",
            "Split it, save records as JSON lines, or raise the limit.");

    public static InputFailure Undecodable(string origin, DecodedText decoded) =>
        decoded.Reason == InputFailureReason.Binary
        ? new InputFailure(origin, InputFailureReason.Binary, $"{origin} is not text (byte {decoded.BadByte}).",
            "Convert it to text, HTML, Markdown or JSON lines first.")
        { Position = decoded.BadByte }
        : new InputFailure(origin, InputFailureReason.Encoding,
            $"{origin} is not valid UTF-8 (byte {decoded.BadByte}) and no other encoding fits.", "Save it again as UTF-8.")
        { Position = decoded.BadByte };
}
