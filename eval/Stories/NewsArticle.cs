using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dateline.Search.Stories;
using Dateline.Search.Text;

namespace Dateline.Eval.Stories;

/// <summary>One article of the news stream, its text cut into the short paragraphs that papers print.</summary>
internal sealed record NewsArticle(string Id, DateOnly Day, string Title, string[] Paragraphs)
{
    private const int SentencesAParagraph = 2;

    public string Body => string.Join("\n\n", Paragraphs);

    public StoryText Text => new(Id, Day, TextShingles.Of(Body));

    /// <summary>
    /// Every <c>*.jsonl.gz</c> of a folder (fields id, date, title, text), in order of day; articles without text are
    /// left out.
    /// </summary>
    public static NewsArticle[] ReadStream(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(Read)
            .OrderBy(static article => article.Day),
    ];

    private static IEnumerable<NewsArticle> Read(string path)
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
            yield return new NewsArticle(
                Value(root, "id"), DateOnly.FromDateTime(day), Value(root, "title"), [.. Cut(text)]);
        }
    }

    private static string Value(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> Cut(string text)
    {
        const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var paragraph in text.Split('\n', Clean))
        {
            var sentences = SentenceSplitter.Split(paragraph).Select(span => paragraph[span.Start..span.End]);
            foreach (var group in sentences.Chunk(SentencesAParagraph))
                yield return string.Join(' ', group);
        }
    }
}
