using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Search.Querying;
using Dateline.Summarize;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Web.Api;

namespace Dateline.Web.Mcp;

/// <summary>Briefings: writing, reopening, checking.</summary>
internal static class BriefingTools
{
    private static readonly string[] Lengths = ["brief", "normal", "full"];

    /// <summary>The tools.</summary>
    public static IEnumerable<ArchiveTool> Of(ArchiveSources sources) =>
    [
        new ArchiveTool(
            "brief", "Write a briefing",
            "A briefing on a topic, without any language model: bottom line, key points with their standing "
            + "(corroborated, single source, "
            + "disputed), timeline, figures with who says each, who said what, sides and silence, gaps, sources. "
            + "Every sentence is verbatim "
            + "and cited by article and span. As Markdown or plain text, with the header as data; as json all of it "
            + "is data.",
            [
                new(ParameterKind.Text, "topic", "A topic in plain words, or any query.")
                {
                    Required = true, Most = ArchiveQuery.MaxLength,
                },
                new(ParameterKind.Text, "asOf", "Only what was published by that day, as 2012-07-16.")
                {
                    IsDay = true, Most = 10,
                },
                new(ParameterKind.Choice, "length", "How much to say.") { Names = Lengths, Default = "normal" },
                new(ParameterKind.Choices, "sections", "Sections wanted; all when left out.")
                {
                    Names = SectionNames.All.Split(", "),
                },
                new(ParameterKind.Whole, "depth", "Articles used at most, best first.")
                {
                    Least = 1, Most = BriefingRequest.MaxDepth, Default = BriefingRequest.DefaultDepth,
                },
                new(ParameterKind.Text, "since", "Id of a saved briefing: also says what changed since then."),
                Format(),
            ],
            (given, stop) => Brief(given, sources, stop)),
        new ArchiveTool(
            "briefings", "Saved briefings",
            "Lists the saved briefings, newest first; with an id, one of them as it was saved.",
            [
                new(ParameterKind.Text, "id", "Id of a saved briefing; the list when left out."),
                CommonParameters.Limit("briefings to list", 1, 100, 20),
                CommonParameters.Offset("briefings"),
                Format(),
            ],
            (given, _) => Task.FromResult(Saved(given, sources))),
        new ArchiveTool(
            "verify", "Check citations",
            "Checks every citation of a briefing against the archive: ok, moved, changed, missing or "
            + "wrong-document. Lists those to look at, "
            + "or all. Give either a saved briefing's id, or the briefing itself as brief gives it with format json.",
            [
                new(ParameterKind.Text, "id", "Id of a saved briefing."),
                new(ParameterKind.Document, "briefing", "The briefing, as JSON."),
                CommonParameters.Flag("all", "Whether to list the citations that hold as well."),
                CommonParameters.Offset("listed checks"),
            ],
            (given, stop) => Task.FromResult(Verify(given, sources, stop))),
    ];

    private static ToolParameter Format() => new(ParameterKind.Choice, "format", "Form of the briefing.")
    {
        Names = ["md", "txt", "json"],
        Default = "md",
    };

    private static async Task<ToolAnswer> Brief(
        ToolArguments given, ArchiveSources sources, CancellationToken cancellationToken)
    {
        var asked = new BriefingParameters(
            given.Text("topic"), null, given.Whole("depth"), null, given.Text("asOf"), given.Text("length"),
            given.List("sections"), given.Text("since"));
        var (briefing, problem) = await BriefingApi.WriteAsync(asked, sources.Desk, cancellationToken);
        if (briefing is not null) return Render(briefing, given.Text("format")!);
        ToolAnswer.DataOf(problem!, out var error);
        return error;
    }

    private static ToolAnswer Saved(ToolArguments given, ArchiveSources sources)
    {
        if (given.Text("id") is { } id)
        {
            return sources.Desk.Open(id, out var problem) is { } briefing
                ? Render(briefing, given.Text("format")!)
                : ToolAnswer.Error(problem);
        }

        var offset = given.Whole("offset")!.Value;
        var saved = sources.Desk.Store?.List() ?? [];
        var data = new JsonObject
        {
            ["total"] = saved.Count,
            ["briefings"] = ToolAnswer.NodeOf(saved.Skip(offset).Take(given.Whole("limit")!.Value).ToList()),
        };
        return ToolAnswer.Page(data, "briefings", offset, saved.Count);
    }

    private static ToolAnswer Render(Briefing briefing, string format)
    {
        var data = JsonNode.Parse(BriefingJson.Write(briefing))!.AsObject();
        if (format == "json") return ToolAnswer.Of(data);
        var text = BriefingFormats.Find(format)!(briefing).ResponseContent!;
        return text.Length > ToolAnswer.Longest
            ? ToolAnswer.Of(data) // says that it is too long
            : new ToolAnswer { Text = text, Data = new JsonObject { ["header"] = data["header"]!.DeepClone() } };
    }

    private static ToolAnswer Verify(ToolArguments given, ArchiveSources sources, CancellationToken cancellationToken)
    {
        var (id, json) = (given.Text("id"), given.Document("briefing"));
        if (id is null == json is null) return ToolAnswer.Error("Give either id or briefing.");
        if (Read(id, json, sources, out var problem) is not { } briefing) return ToolAnswer.Error(problem);
        var report = JsonNode.Parse(BriefingJson.Write(sources.Desk.Verify(briefing, cancellationToken)))!.AsObject();
        var checks = report["checks"]!.AsArray();
        report["citations"] = checks.Count;
        if (!given.Flag("all"))
            checks.RemoveAll(static check => (string?)check!["status"] == "ok" && !(bool)check["articleChanged"]!);
        var (listed, offset) = (checks.Count, given.Whole("offset")!.Value);
        checks.RemoveRange(0, Math.Min(offset, listed));
        return ToolAnswer.Page(report, "checks", offset, listed);
    }

    private static Briefing? Read(string? id, string? json, ArchiveSources sources, out string problem)
    {
        if (id is not null) return sources.Desk.Open(id, out problem);
        problem = "";
        try
        {
            return BriefingJson.Read(json!);
        }
        catch (JsonException e)
        {
            problem = $"This is no briefing: {e.Message}";
            return null;
        }
    }
}
