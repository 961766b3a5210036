namespace Dateline.Search.Ingestion;

/// <summary>Failures that formats share.</summary>
internal static class SourceFailures
{
    public static InputFailure Empty(string origin) =>
        new(origin, InputFailureReason.Empty, $"{origin} is empty.", "Leave it out, or save it again.");

    public static InputFailure NoRecords(string origin) =>
        new(origin, InputFailureReason.Empty, $"{origin} has no records.", "Leave it out.");

    public static InputFailure TooLarge(string origin, long limitBytes) =>
        new(origin, InputFailureReason.TooLarge,
            $"{origin} is over {limitBytes >> 20} MiB, more than one article can be.",
            "Split it, save records as JSON lines, or raise the limit.");

    public static InputFailure Damaged(string origin, string what) =>
        new(origin, InputFailureReason.Damaged, $"{origin}: {what}.", "Get it again.");

    public static InputFailure Undecodable(string origin, DecodedText decoded) =>
        decoded.Reason == InputFailureReason.Binary
            ? new InputFailure(origin, InputFailureReason.Binary, $"{origin} is not text (byte {decoded.BadByte}).",
                "Convert it to text, HTML, Markdown or JSON lines first.")
            { Position = decoded.BadByte }
            : new InputFailure(origin, InputFailureReason.Encoding,
                $"{origin} is not valid UTF-8 (byte {decoded.BadByte}) and no other encoding fits.",
                "Save it again as UTF-8.")
            { Position = decoded.BadByte };

    /// <summary>What stopped the reading of a source.</summary>
    public static InputFailure Of(string origin, Exception error) => error switch
    {
        ExpansionException => new InputFailure(origin, InputFailureReason.TooLarge, $"{origin}: {error.Message}.",
            "If it is to be trusted, unpack it first and give the folder."),
        InvalidDataException or EndOfStreamException => Damaged(origin, error.Message.TrimEnd('.')),
        IOException or UnauthorizedAccessException => new InputFailure(origin, InputFailureReason.Unreadable,
            $"{origin} cannot be read: {error.Message}", "Check that it is there and its permissions."),
        _ => new InputFailure(origin, InputFailureReason.InternalError,
            $"{origin}: {error.GetType().Name}: {error.Message}", "Please report this with the file."),
    };
}
