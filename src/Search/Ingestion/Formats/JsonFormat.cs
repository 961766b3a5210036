using System.Text.Json;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// A whole JSON document: one object, an array of them, or an object with one; lines of objects under the wrong name
/// too.
/// </summary>
internal sealed class JsonFormat : FileFormat
{
    /// <summary>Names of the one array that an envelope holds.</summary>
    private static readonly string[] Envelopes = ["articles", "items", "results", "documents", "records", "data"];

    public override FormatMatch Match(FormatProbe probe)
    {
        var named = probe.Named([".json"], ["application/json", "application/feed+json", "application/ld+json",
            "text/json"]);
        if (named is not FormatMatch.None)
            return named;
        // Objects in lines are told before it; what else begins with a brace is one document.
        var isArray = probe.Text.StartsWith("["u8) && probe.Text[1..].TrimStart(" \t\r\n"u8).StartsWith("{"u8);
        var isObject = probe.Text.StartsWith("{"u8) && probe.Text[1..].TrimStart(" \t\r\n"u8).StartsWith("\""u8);
        return isArray || isObject ? FormatMatch.Content : FormatMatch.None;
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var (origin, limit) = (source.Origin, reading.Limits.JsonFileBytes);
        if (source.ReadAll(limit) is not { } bytes)
            return [SourceFailures.TooLarge(origin, limit)];
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return [SourceFailures.Empty(origin)];
        var decoded = TextDecoder.Decode(bytes, source.Charset, markup: false);
        if (decoded.Text is null)
            return [SourceFailures.Undecodable(origin, decoded)];
        try
        {
            return Elements(origin, JsonDocument.Parse(decoded.Text, JsonRecords.Options), decoded, reading);
        }
        catch (JsonException error)
        {
            return StartsWithRecordLine(bytes)
                ? JsonLinesFormat.Lines(origin, new MemoryStream(bytes), reading)
                : [new InputFailure(origin, InputFailureReason.MalformedRecord,
                    $"{origin} is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine}.",
                    JsonRecords.ObjectExpected)
                    { Line = error.LineNumber + 1, Position = error.BytePositionInLine }];
        }
    }

    private static IEnumerable<InputResult> Elements(
        string origin, JsonDocument owner, DecodedText decoded, SourceReading reading)
    {
        using var document = owner;
        var array = ArrayOf(document.RootElement);
        if (array is null)
        {
            yield return document.RootElement.ValueKind == JsonValueKind.Object
                ? new InputItem(origin, InputFormat.Json, decoded.Text!)
                { Warnings = decoded.Warnings, Fields = reading.Fields }
                : new InputFailure(origin, InputFailureReason.MalformedRecord,
                    $"{origin} holds {JsonRecords.Kind(document.RootElement)}, not objects.",
                        JsonRecords.ObjectExpected);
            yield break;
        }

        var number = 0;
        foreach (var element in array.Value.EnumerateArray())
            yield return Element($"{origin}#{++number}", element, decoded, reading);
        if (number == 0)
            yield return SourceFailures.NoRecords(origin);
    }

    private static InputResult Element(string origin, JsonElement element, DecodedText decoded, SourceReading reading)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new InputFailure(origin, InputFailureReason.MalformedRecord,
                $"{origin} is {JsonRecords.Kind(element)}, not an object.", JsonRecords.ObjectExpected);
        var text = element.GetRawText();
        var limit = reading.Limits.DocumentBytes;
        return text.Length > limit
            ? new InputFailure(origin, InputFailureReason.TooLarge,
                $"{origin} is over {limit >> 20} MiB.", "Split it, or raise the document limit.")
            : new InputItem(origin, InputFormat.Json, text) { Warnings = decoded.Warnings, Fields = reading.Fields };
    }

    /// <summary>
    /// The root array, or the one array of objects in an object that is clearly an envelope (<c>articles</c>,
    /// <c>items</c> …).
    /// </summary>
    private static JsonElement? ArrayOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root;
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in Envelopes)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array)
                return value;
        }

        return null;
    }

    private static bool StartsWithRecordLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        return end > 0 && bytes[..end].TrimStart(" \t\r\n"u8).StartsWith("{"u8)
            && bytes[..end].TrimEnd(" \t\r"u8).EndsWith("}"u8);
    }
}
