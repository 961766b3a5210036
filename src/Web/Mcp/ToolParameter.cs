using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Web.Mcp;

/// <summary>What a parameter holds.</summary>
internal enum ParameterKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number within bounds.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of some names.</summary>
    Choice,

    /// <summary>A list of some names.</summary>
    Choices,

    /// <summary>A JSON object.</summary>
    Document,
}

/// <summary>
/// One parameter of a tool: the schema that clients are shown, and the check of what they send, are both made of it.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">For the one who fills it in.</param>
internal sealed record ToolParameter(ParameterKind Kind, string Name, string Description)
{
    private const int DefaultTextLength = 1000;

    /// <summary>Whether a call must give it.</summary>
    public bool Required { get; init; }

    /// <summary>Least number.</summary>
    public int Least { get; init; }

    /// <summary>Largest number, or longest text in UTF-16 units.</summary>
    public int Most { get; init; } = DefaultTextLength;

    /// <summary>The names there are to choose from.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>A day as <c>2012-07-16</c>.</summary>
    public bool IsDay { get; init; }

    /// <summary>What stands for it when it is left out; null for nothing.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>Its part of the tool's input schema.</summary>
    public JsonObject Schema()
    {
        var schema = Kind switch
        {
            ParameterKind.Text => new JsonObject { ["type"] = "string", ["maxLength"] = Most },
            ParameterKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = Least, ["maximum"] = Most },
            ParameterKind.Flag => new JsonObject { ["type"] = "boolean" },
            ParameterKind.Choice => OneOfNames(),
            ParameterKind.Choices =>
                new JsonObject { ["type"] = "array", ["items"] = OneOfNames(), ["uniqueItems"] = true },
            ParameterKind.Document => new JsonObject { ["type"] = "object" },
            _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
        };
        if (IsDay) schema["format"] = "date";
        schema["description"] = Description;
        if (Default is not null) schema["default"] = Default.DeepClone();
        return schema;
    }

    /// <summary>What is wrong with a value, and what to give instead; null when nothing is.</summary>
    public string? Problem(JsonElement value)
    {
        var fits = Kind switch
        {
            ParameterKind.Text => value.ValueKind is JsonValueKind.String,
            ParameterKind.Whole => IsWithin(value),
            ParameterKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            ParameterKind.Choice => IsName(value),
            ParameterKind.Choices => value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(IsName),
            ParameterKind.Document => value.ValueKind is JsonValueKind.Object or JsonValueKind.String,
            _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
        };
        if (!fits) return $"{Name} is {Shown(value)}: give {Wanted}.";
        return Kind is ParameterKind.Text && value.GetString()!.Length is var length && length > Most
            ? $"{Name} has {Invariant(length)} characters: give at most {Invariant(Most)}."
            : null;
    }

    /// <summary>What to say when it is left out and must not be.</summary>
    public string Missing => $"{Name} is missing: give {Wanted}.";

    private string Wanted => Kind switch
    {
        ParameterKind.Text => "a string",
        ParameterKind.Whole => $"a whole number from {Invariant(Least)} to {Invariant(Most)}",
        ParameterKind.Flag => "true or false",
        ParameterKind.Choice => $"one of {string.Join(", ", Names)}",
        ParameterKind.Choices => $"a list of any of {string.Join(", ", Names)}",
        _ => "a JSON object",
    };

    private JsonObject OneOfNames() =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. Names.Select(static name => (JsonNode)name)]) };

    private bool IsName(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && Names.Contains(value.GetString(), StringComparer.Ordinal);

    private bool IsWithin(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number)
        && number >= Least && number <= Most;

    private static string Shown(JsonElement value)
    {
        const int longest = 60;
        var text = value.GetRawText();
        return text.Length > longest ? text[..longest] + "…" : text;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
