using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Index.Checking;
using Dateline.Search.Archive;

namespace Dateline.Cli.Output;

/// <summary>What <c>dateline check --json</c> prints.</summary>
internal sealed record CheckJson(
    string Index,
    long Generation,
    bool Clean,
    IReadOnlyList<CheckedSegmentJson> Segments,
    IReadOnlyList<IndexProblem> Problems,
    IReadOnlyList<string> Unreferenced,
    RepairJson? Repair)
{
    public static CheckJson Of(string index, IndexCheckReport report, RepairJson? repair) => new(
        index,
        report.Generation,
        report.IsClean,
        [.. report.Segments.Select(CheckedSegmentJson.Of)],
        report.CommitProblems,
        report.Unreferenced,
        repair);

    public string Write() => JsonSerializer.Serialize(this, CheckJsonContext.Default.CheckJson);
}

/// <summary>One segment; -1 documents when their number cannot be read.</summary>
internal sealed record CheckedSegmentJson(
    string Name,
    int Documents,
    int Deleted,
    bool Compound,
    bool Damaged,
    string? Unsupported,
    IReadOnlyDictionary<string, long> Checked,
    IReadOnlyList<IndexProblem> Problems)
{
    public static CheckedSegmentJson Of(SegmentCheck segment) => new(
        segment.Name,
        segment.MaxDoc,
        segment.DeletedCount,
        segment.IsCompound,
        segment.IsDamaged,
        segment.Unsupported,
        segment.Parts.ToDictionary(static part => part.Part, static part => part.Items),
        [.. segment.Problems]);
}

/// <summary>What the repair did.</summary>
internal sealed record RepairJson(
    long Generation,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Lost,
    long LostDocuments,
    int LostUncounted,
    IReadOnlyList<LostArticle>? LostArticles);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckJson))]
internal sealed partial class CheckJsonContext : JsonSerializerContext;
