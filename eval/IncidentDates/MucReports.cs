using System.Text.Json;

namespace Dateline.Eval.IncidentDates;

/// <summary>
/// Reads the MUC-3/4 reports (<c>*_docs.jsonl</c>) and their key templates (<c>*_keys_all_slots.jsonl</c>).
/// </summary>
internal static class MucReports
{
    /// <summary>Every report: its id and text.</summary>
    public static IEnumerable<(string Id, string Text)> Texts(string folder) => Lines(folder, "*_docs.jsonl")
        .Select(report => (report.GetProperty("id").GetString()!, report.GetProperty("text").GetString()!));

    /// <summary>The first filler of a slot in every template that fills it, by report.</summary>
    public static ILookup<string, string> Slots(string folder, string name) => Keys(folder)
        .Select(key => (Id: First(key, "MESSAGE: ID").Split(' ')[0], Slot: First(key, name)))
        .Where(key => key.Slot.Length > 0).ToLookup(key => key.Id, key => key.Slot);

    /// <summary>The slots of every key template.</summary>
    public static IEnumerable<JsonElement> Keys(string folder) =>
        Lines(folder, "*_keys_all_slots.jsonl").Select(key => key.GetProperty("slots"));

    private static IEnumerable<JsonElement> Lines(string folder, string pattern)
    {
        var files = Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new FileNotFoundException($"{folder} has no {pattern}.");
        foreach (var line in files.SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string First(JsonElement slots, string name) =>
        slots.GetProperty(name) is { ValueKind: JsonValueKind.Array } values && values.GetArrayLength() > 0
            ? values[0].GetString()! : "";
}
