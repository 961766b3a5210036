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
    public static string ToJson(Story story) => JsonSerializer.Serialize(Members(story));

    /// <summary>The same as an object.</summary>
    public static Dictionary<string, object> Members(Story story)
    {
        var members = new Dictionary<string, object>
        {
            ["id"] = story.Id,
            ["title"] = story.Title,
            ["body"] = story.Body,
            ["places"] = story.Places,
            ["actors"] = story.Actors,
            ["points"] = story.Points,
        };
        if (story.Date is { } date) (members["date"], members["when"]) = (date, new[] { When(date) });
        if (story.Number is { } number) members["number"] = number;
        return members;
    }

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
            AddLabel(document, "when", When(story.Date));
        }

        if (story.Number is { } number)
        {
            document.Add(IndexField.LongPoint("number", number));
            document.Add(IndexField.Numeric("number", number));
        }

        foreach (var point in story.Points)
        {
            document.Add(IndexField.LongPoint("points", point));
            document.Add(IndexField.SortedNumeric("points", point));
        }

        foreach (var place in story.Places) AddLabel(document, "places", place);
        foreach (var actor in story.Actors) AddLabel(document, "actors", actor);
        return document;
    }

    /// <summary>Days since 1970-01-01.</summary>
    public static long Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture).DayNumber - 719162;

    /// <summary>The stories of a JSONL file of <c>bench/peers/gen.py</c>.</summary>
    public static IEnumerable<Story> ReadLines(string file) => File.ReadLines(file).Select(Parse);

    private static string When(string date) => date.Replace('-', '/');

    private static void AddLabel(IndexDocument document, string dimension, string label)
    {
        document.Add(IndexField.Keyword(dimension, label));
        document.Add(IndexField.SortedSet(dimension, label));
        document.Add(IndexField.Facet(dimension, label));
    }

    private static Story Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        string[] Strings(string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
        return new Story(json.GetProperty("id").ToString(), json.GetProperty("title").GetString()!,
            json.GetProperty("body").GetString()!, json.TryGetProperty("date", out var date) ? date.GetString() : null,
            Strings("places"), Strings("actors"));
    }
}
