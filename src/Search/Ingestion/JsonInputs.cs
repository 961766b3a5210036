using System.Text;
using System.Text.Json;

namespace Dateline.Search.Ingestion;

/// <summary>
/// JSON files to one <see cref="InputItem"/> per object: lines, an array, one object, or an object with an array of
/// objects.
/// </summary>
internal static class JsonInputs
{
    private const string ObjectExpected = "Each record must be one JSON object such as {\"title\": …, \"text\": …}.";
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    public static IEnumerable<InputResult> Lines(string origin, Stream stream, int maxLineBytes)
    {
        var records = 0;
        foreach (var line in BoundedLines.Read(stream, maxLineBytes))
        {
            if (!line.TooLong && line.Bytes.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            records++;
            yield return line.TooLong
                ? new InputFailure($"{origin}#{line.Number}", InputFailureReason.TooLarge,
                    $"{origin} line {line.Number} is over {maxLineBytes >> 20} MiB.", "Split it, or raise the document limit.")
                { Line = line.Number }
                : Record($"{origin}#{line.Number}", origin, line);
        }

        if (records == 0)
            yield return new InputFailure(origin, InputFailureReason.Empty,
                $"{origin} has no records.", "Leave it out.");
    }

    private static InputResult Record(string recordOrigin, string origin, ByteLine line)
    {
        var decoded = TextDecoder.Decode(line.Bytes.Span, html: false);
        if (decoded.Text is null)
        {
            return new InputFailure(recordOrigin, decoded.Reason,
                $"{origin} line {line.Number} is not UTF-8 text (byte {decoded.BadByte}).", "Save the file as UTF-8.")
            { Line = line.Number, Position = decoded.BadByte };
        }

        try
        {
            using var document = JsonDocument.Parse(decoded.Text, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new InputItem(recordOrigin, InputFormat.Json, decoded.Text) { Warnings = Warnings(decoded) };
            return new InputFailure(recordOrigin, InputFailureReason.MalformedRecord,
                $"{origin} line {line.Number} is {Kind(document.RootElement)}, not an object.", ObjectExpected)
            { Line = line.Number, Position = 0 };
        }
        catch (JsonException error)
        {
            return new InputFailure(recordOrigin, InputFailureReason.MalformedRecord,
                $"{origin} line {line.Number} is not JSON, byte {error.BytePositionInLine}.", ObjectExpected)
            { Line = line.Number, Position = error.BytePositionInLine };
        }
    }

    /// <summary>
    /// A whole <c>.json</c> file. Falls back to lines when it is several objects, one after the other.
    /// </summary>
    public static IEnumerable<InputResult> Document(string origin, byte[] bytes, InputLimits limits)
    {
        var decoded = TextDecoder.Decode(bytes, html: false);
        if (decoded.Text is null)
            return [DocumentInputs.Undecodable(origin, decoded)];
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(decoded.Text, Options);
        }
        catch (JsonException error)
        {
            return StartsWithRecordLine(bytes)
                ? Lines(origin, new MemoryStream(bytes), limits.DocumentBytes)
                : [new InputFailure(origin, InputFailureReason.MalformedRecord,
                    $"{origin} is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine}.",
                    ObjectExpected)
                    { Line = error.LineNumber + 1, Position = error.BytePositionInLine }];
        }

        return Elements(origin, document, decoded, limits);
    }

    private static IEnumerable<InputResult> Elements(string origin, JsonDocument owner, DecodedText decoded,
        InputLimits limits)
    {
        using var document = owner;
        var array = ArrayOf(document.RootElement);
        if (array is null)
        {
            yield return document.RootElement.ValueKind == JsonValueKind.Object
                ? new InputItem(origin, InputFormat.Json, decoded.Text!) { Warnings = Warnings(decoded) }
                : new InputFailure(origin, InputFailureReason.MalformedRecord,
                    $"{origin} holds {Kind(document.RootElement)}, not objects.", ObjectExpected);
            yield break;
        }

        var number = 0;
        foreach (var element in array.Value.EnumerateArray())
            yield return Element($"{origin}#{++number}", element, limits);
        if (number == 0)
            yield return new InputFailure(origin, InputFailureReason.Empty,
                $"{origin} has no records.", "Leave it out.");
    }

    private static InputResult Element(string origin, JsonElement element, InputLimits limits)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new InputFailure(origin, InputFailureReason.MalformedRecord,
                $"{origin} is {Kind(element)}, not an object.", ObjectExpected);
        var text = element.GetRawText();
        return text.Length > limits.DocumentBytes
            ? new InputFailure(origin, InputFailureReason.TooLarge,
            $"{origin} is over {limits.DocumentBytes >> 20} MiB.", "Split it, or raise the document limit.")
            : new InputItem(origin, InputFormat.Json, text);
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
        foreach (var name in (ReadOnlySpan<string>)["articles", "items", "results", "documents", "records", "data"])
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

    private static IReadOnlyList<string> Warnings(DecodedText decoded) =>
        decoded.Warning is null ? [] : [decoded.Warning];

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a plain value",
    };
}
