using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Summarize.Model;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Rendering;

/// <summary>JSON form of briefings and verification reports; the briefing's form can be read back and verified.</summary>
public static class BriefingJson
{
    /// <summary>Largest saved briefing that is read, in characters.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private const int MaxDepth = 16;

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
    public static string Write(VerificationReport report) => JsonSerializer.Serialize(report, Context.VerificationReport) + "\n";

    /// <summary>Reads a saved briefing; <see cref="JsonException"/> says what is wrong and where.</summary>
    public static Briefing Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength) throw new JsonException($"A briefing has at most {MaxLength} characters, this has {json.Length}.");
        var briefing = JsonSerializer.Deserialize(json, Context.Briefing) ?? throw new JsonException("Expected a briefing, found null.");
        if (briefing.Schema != 1) throw new JsonException($"This version reads briefings of schema 1, not {briefing.Schema}.");
        if (briefing.AllSentences().Any(sentence => sentence.Citations.Count == 0))
            throw new JsonException("A sentence has no citation: this is no briefing that Dateline wrote.");
        return briefing;
    }
}

/// <summary>Generated serialisers.</summary>
[JsonSerializable(typeof(Briefing))]
[JsonSerializable(typeof(VerificationReport))]
internal sealed partial class BriefingJsonContext : JsonSerializerContext;
