using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>JSON objects as inputs: those that files hold, and those made of what other formats call fields.</summary>
internal static class JsonRecords
{
    public const string ObjectExpected = "Each record must be one JSON object such as {\"title\": …, \"text\": …}.";
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    // Values stand in the text as they are, so that evidence can quote them.
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>An object of these fields; those without a value are left out, of a name the first counts.</summary>
    public static string Write(ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            if (!string.IsNullOrWhiteSpace(value))
                writer.WriteString(WellFormed(name), WellFormed(value));
        }

        writer.WriteEndObject();
        writer.Flush();
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a plain value",
    };

    // Character references in markup can name half a surrogate pair, which no encoding takes.
    private static string WellFormed(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsSurrogate(text[at]))
            at++;
        return at == text.Length
            ? text
            : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
