using System.Text.Json;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesFormat : FileFormat
{
    public override FormatMatch Match(FormatProbe probe)
    {
        var named = probe.Named(
            [".jsonl", ".ndjson"], ["application/x-ndjson", "application/jsonl", "application/jsonlines",
                "application/x-jsonlines"]);
        return named is not FormatMatch.None || !BeginsWithRecord(probe.Text) ? named : FormatMatch.Content;
    }

    // One object in the first line, as far as the line is seen; an object that goes on over lines is a document.
    private static bool BeginsWithRecord(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return text.StartsWith("{"u8) && (end < 0 || text[..end].TrimEnd(" \t\r"u8).EndsWith("}"u8));
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading) =>
        Lines(source.Origin, Utf8Stream.Of(source), reading);

    public static IEnumerable<InputResult> Lines(string origin, Stream stream, SourceReading reading)
    {
        var records = 0;
        var limit = reading.Limits.DocumentBytes;
        foreach (var line in BoundedLines.Read(stream, limit))
        {
            if (!line.TooLong && line.Bytes.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            records++;
            yield return line.TooLong
                ? new InputFailure($"{origin}#{line.Number}", InputFailureReason.TooLarge,
                    $"{origin} line {line.Number} is over {limit >> 20} MiB.", "Split it, or raise the document limit.")
                { Line = line.Number }
                : Record(origin, line, reading.Fields);
        }

        if (records == 0)
            yield return SourceFailures.NoRecords(origin);
    }

    private static InputResult Record(string file, ByteLine line, FieldMap? fields)
    {
        var origin = $"{file}#{line.Number}";
        var decoded = TextDecoder.Decode(line.Bytes.Span, charset: null, markup: false);
        if (decoded.Text is null)
        {
            return new InputFailure(origin, decoded.Reason,
                $"{file} line {line.Number} is not UTF-8 text (byte {decoded.BadByte}).", "Save the file as UTF-8.")
            { Line = line.Number, Position = decoded.BadByte };
        }

        try
        {
            using var document = JsonDocument.Parse(decoded.Text, JsonRecords.Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new InputItem(origin, InputFormat.Json, decoded.Text)
                {
                    Warnings = decoded.Warnings,
                    Fields = fields
                };
            return new InputFailure(origin, InputFailureReason.MalformedRecord,
                $"{file} line {line.Number} is {JsonRecords.Kind(document.RootElement)}, not an object.",
                JsonRecords.ObjectExpected)
            { Line = line.Number, Position = 0 };
        }
        catch (JsonException error)
        {
            return new InputFailure(origin, InputFailureReason.MalformedRecord,
                $"{file} line {line.Number} is not JSON, byte {error.BytePositionInLine}.", JsonRecords.ObjectExpected)
            { Line = line.Number, Position = error.BytePositionInLine };
        }
    }
}
