using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Dateline.Web.Mcp;

/// <summary>A tool that reads the archive. None writes anything.</summary>
/// <param name="Name">Name in calls.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it gives, for the one who chooses between tools.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Run">Does it.</param>
internal sealed record ArchiveTool(
    string Name, string Title, string Description, IReadOnlyList<ToolParameter> Parameters,
    Func<ToolArguments, CancellationToken, Task<ToolAnswer>> Run)
{
    /// <summary>The tool as the protocol describes it.</summary>
    public Tool Describe() => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = Schema(),
        Annotations = new ToolAnnotations
        {
            Title = Title,
            ReadOnlyHint = true,
            DestructiveHint = false,
            IdempotentHint = true,
            OpenWorldHint = false,
        },
    };

    private JsonElement Schema()
    {
        var properties = new JsonObject();
        foreach (var parameter in Parameters)
            properties[parameter.Name] = parameter.Schema();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        string[] required =
            [.. Parameters.Where(static parameter => parameter.Required).Select(static parameter => parameter.Name)];
        if (required.Length > 0)
            schema["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name)]);
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }
}
