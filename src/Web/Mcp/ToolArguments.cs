using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Search.Querying;

namespace Dateline.Web.Mcp;

/// <summary>The arguments of a call, checked against the tool's parameters.</summary>
internal sealed class ToolArguments
{
    private readonly ArchiveTool _tool;
    private readonly IDictionary<string, JsonElement> _given;

    private ToolArguments(ArchiveTool tool, IDictionary<string, JsonElement> given) => (_tool, _given) = (tool, given);

    /// <summary>
    /// The arguments; null, with what to give instead, when one is unknown, missing or out of its range. What is
    /// unknown is refused, so that a typing error never silently widens a result. Null stands for an argument left out.
    /// </summary>
    public static ToolArguments? Read(ArchiveTool tool, IDictionary<string, JsonElement>? given, out string problem)
    {
        problem = "";
        Dictionary<string, JsonElement> told = new(StringComparer.Ordinal);
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            var parameter = tool.Parameters.FirstOrDefault(known => known.Name == name);
            if (parameter is null)
                return Fail(Unknown(tool, name), out problem);
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                continue;
            if (parameter.Problem(value) is { } wrong)
                return Fail(wrong, out problem);
            told[name] = value;
        }

        var missing = tool.Parameters.FirstOrDefault(
            parameter => parameter.Required && !told.ContainsKey(parameter.Name));
        return missing is null
            ? new ToolArguments(tool, told)
            : Fail(missing.Missing, out problem);
    }

    /// <summary>A text or name; null when left out and without default.</summary>
    public string? Text(string name) =>
        _given.TryGetValue(name, out var value) ? value.GetString() : (string?)DefaultOf(name);

    /// <summary>A number; null when left out and without default.</summary>
    public int? Whole(string name) =>
        _given.TryGetValue(name, out var value) ? value.GetInt32() : (int?)DefaultOf(name);

    /// <summary>A flag; false when left out and without default.</summary>
    public bool Flag(string name) =>
        _given.TryGetValue(name, out var value) ? value.GetBoolean() : (bool?)DefaultOf(name) ?? false;

    /// <summary>A list of names, comma-separated; null when left out.</summary>
    public string? List(string name) =>
        _given.TryGetValue(name, out var value)
            ? string.Join(',', value.EnumerateArray().Select(static one => one.GetString()))
            : null;

    /// <summary>The text of a JSON document, which may also have been sent as a string; null when left out.</summary>
    public string? Document(string name) => !_given.TryGetValue(name, out var value) ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();

    private JsonNode? DefaultOf(string name) =>
        _tool.Parameters.First(parameter => parameter.Name == name).Default;

    private static string Unknown(ArchiveTool tool, string name)
    {
        var shown = name.Length > 60 ? name[..60] + "…" : name;
        string[] names = [.. tool.Parameters.Select(static parameter => parameter.Name)];
        var hint = EditDistance.Nearest(name, names) is { } meant ? $" Did you mean '{meant}'?" : "";
        return names.Length == 0
            ? $"{tool.Name} has no parameter '{shown}': it takes none."
            : $"{tool.Name} has no parameter '{shown}'.{hint} It takes {string.Join(", ", names)}.";
    }

    private static ToolArguments? Fail(string message, out string problem)
    {
        problem = message;
        return null;
    }
}
