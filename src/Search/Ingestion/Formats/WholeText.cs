namespace Dateline.Search.Ingestion.Formats;

/// <summary>Files of many records that must be held whole.</summary>
internal static class WholeText
{
    /// <summary>The decoded text of a source of markup, or why there is none.</summary>
    public static (DecodedText Text, InputFailure? Failure) Of(InputSource source, InputLimits limits)
    {
        if (source.ReadAll(limits.JsonFileBytes) is not { } bytes)
            return (default, SourceFailures.TooLarge(source.Origin, limits.JsonFileBytes));
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return (default, SourceFailures.Empty(source.Origin));
        var decoded = TextDecoder.Decode(bytes, source.Charset, markup: true);
        return (decoded, decoded.Text is null ? SourceFailures.Undecodable(source.Origin, decoded) : null);
    }
}
