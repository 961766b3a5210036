using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Dateline.Eval.Stories;

/// <summary>One record of the news stream as it stands in the file.</summary>
/// <param name="Id">Its name in the stream.</param>
/// <param name="Day">Day of publication, UTC.</param>
/// <param name="Title">Headline.</param>
/// <param name="Text">Text with its line breaks, never empty.</param>
internal sealed record NewsRecord(string Id, DateOnly Day, string Title, string Text)
{
    /// <summary>
    /// Every <c>*.jsonl.gz</c> of a folder (fields id, date, title, text), without those that have no text.
    /// </summary>
    public static IEnumerable<NewsRecord> Read(string folder) =>
        Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private static IEnumerable<NewsRecord> ReadFile(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = Value(root, "text");
            if (text.Length == 0)
                continue;
            var day = DateTimeOffset.Parse(Value(root, "date"), CultureInfo.InvariantCulture).UtcDateTime;
            yield return new NewsRecord(
                Value(root, "id"), DateOnly.FromDateTime(day), Value(root, "title"), text);
        }
    }

    private static string Value(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
