using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Summarize.Model;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Rendering;

/// <summary>JSON form of briefings and verification reports; the briefing's form can be read back and
/// verified.</summary>
public static class BriefingJson
{
    /// <summary>Largest saved briefing that is read, in characters.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const int MaxDepth = 16;
    private const int Schema = 1;

    private static readonly BriefingJsonContext Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // JSON files for people; never put into HTML unescaped
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    /// <summary>The briefing, indented, ending in a newline.</summary>
    public static string Write(Briefing briefing) => JsonSerializer.Serialize(briefing, Context.Briefing) + "\n";

    /// <summary>The report, indented, ending in a newline.</summary>
    public static string Write(VerificationReport report) =>
        JsonSerializer.Serialize(report, Context.VerificationReport) + "\n";

    /// <summary>Reads a saved briefing; <see cref="JsonException"/> says what is wrong and where.</summary>
    public static Briefing Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength)
            throw new JsonException($"A briefing has at most {MaxLength} characters, this has {json.Length}.");
        var briefing = Deserialize(json);
        if (briefing.Schema != Schema) throw OtherSchema(briefing.Schema);
        if (briefing.AllSentences().Any(sentence => sentence.Citations.Count == 0)
            || briefing.Statements.Any(said => said.Related.Any(related => related.Sentence.Citations.Count == 0)))
            throw new JsonException("A sentence has no citation: this is no briefing that Dateline wrote.");
        if (briefing.Figures.Any(row => row.Values.Count == 0))
            throw new JsonException("A row of figures has no value: this is no briefing that Dateline wrote.");
        return briefing.Header.Request is { } request
            ? briefing with { Header = briefing.Header with { Request = Checked(request, json) } }
            : briefing;
    }

    // It may be asked again. The serialiser leaves members that are missing, which came later, at 0.
    private static BriefingRequest Checked(BriefingRequest request, string json)
    {
        using var document = JsonDocument.Parse(json);
        // Found under names in other case too, of which no version wrote any: then all of it counts as told.
        var found = document.RootElement.TryGetProperty("header", out var header)
            && header.TryGetProperty("request", out var told)
            ? told : default;
        var plain = new BriefingRequest { Topic = request.Topic };
        request = request with
        {
            Depth = Told("depth", request.Depth, plain.Depth),
            KeyPoints = Told("keyPoints", request.KeyPoints, plain.KeyPoints),
            BottomLine = Told("bottomLine", request.BottomLine, plain.BottomLine),
            Timeline = Told("timeline", request.Timeline, plain.Timeline),
            Figures = Told("figures", request.Figures, plain.Figures),
            Statements = Told("statements", request.Statements, plain.Statements),
            Sections = Told("sections", request.Sections, plain.Sections),
        };
        try
        {
            request.Validate();
            return request;
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException($"What was asked for is out of range: {e.Message}", e);
        }

        T Told<T>(string name, T read, T missing) =>
            found.ValueKind == JsonValueKind.Object && !found.TryGetProperty(name, out _) ? missing : read;
    }

    private static Briefing Deserialize(string json)
    {
        try
        {
            var briefing = JsonSerializer.Deserialize(json, Context.Briefing);
            RefuseNullElements(json);
            return briefing ?? throw new JsonException("Expected a briefing, found null.");
        }
        catch (JsonException) when (SchemaOf(json) is { } schema && schema != Schema)
        {
            throw OtherSchema(schema);
        }
    }

    private static JsonException OtherSchema(int schema) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"This version reads briefings of schema {Schema}, not {schema}."));

    // What a later version wrote may lack what this one requires.
    private static int? SchemaOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 2 * MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out var schema) && schema.TryGetInt32(out var number)
                    ? number : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The serialiser heeds annotations of members, but lets any list hold nothing.
    private static void RefuseNullElements(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = MaxDepth });
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    lists.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    lists.Pop();
                    break;
                case JsonTokenType.Null when lists.TryPeek(out var list) && list:
                    throw new JsonException($"A list has an empty element at byte {reader.TokenStartIndex}.");
            }
        }
    }
}

/// <summary>Generated serialisers.</summary>
[JsonSerializable(typeof(Briefing))]
[JsonSerializable(typeof(VerificationReport))]
internal sealed partial class BriefingJsonContext : JsonSerializerContext;
