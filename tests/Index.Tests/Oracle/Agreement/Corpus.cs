using System.Globalization;
using System.Text.Json;
using Dateline.Index.Indexing;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Documents that both Lucene and Dateline index, in the schema of Oracle.java.</summary>
internal static class Corpus
{
    /// <summary>Reuters-21578 stories where the data set is here, else documents that Oracle.java generates.</summary>
    public static IReadOnlyList<Story> Read(int count) => ReutersCorpus.Folder is not null
        ? [.. ReutersCorpus.Read(count)]
        : [.. LuceneOracle.Generate(count, 7).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>The form that <see cref="LuceneOracle.Build"/> reads.</summary>
    public static string ToJson(Story story) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["id"] = story.Id,
        ["title"] = story.Title,
        ["body"] = story.Body,
        ["places"] = story.Places,
        ["actors"] = story.Actors,
    }.Concat(story.Date is null ? [] : [new KeyValuePair<string, object>("date", story.Date)]).ToDictionary());

    public static IndexDocument ToDocument(Story story)
    {
        var document = new IndexDocument();
        document.Add(IndexField.Keyword("id", story.Id, stored: true));
        document.Add(IndexField.Text("title", story.Title, stored: true));
        document.Add(IndexField.Text("body", story.Body, stored: true));
        if (story.Date is not null)
        {
            document.Add(IndexField.LongPoint("date", Day(story.Date)));
            document.Add(IndexField.Numeric("date", Day(story.Date)));
        }

        foreach (var place in story.Places) AddLabel(document, "places", place);
        foreach (var actor in story.Actors) AddLabel(document, "actors", actor);
        return document;
    }

    /// <summary>Days since 1970-01-01.</summary>
    public static long Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture).DayNumber - 719162;

    private static void AddLabel(IndexDocument document, string dimension, string label)
    {
        document.Add(IndexField.Keyword(dimension, label));
        document.Add(IndexField.SortedSet(dimension, label));
        document.Add(IndexField.Facet(dimension, label));
    }

    private static Story Parse(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        string[] Strings(string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
        return new Story(json.GetProperty("id").GetString()!, json.GetProperty("title").GetString()!,
            json.GetProperty("body").GetString()!, json.TryGetProperty("date", out var date) ? date.GetString() : null,
            Strings("places"), Strings("actors"));
    }
}
