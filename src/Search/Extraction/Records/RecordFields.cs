using System.Text.Json;

namespace Dateline.Search.Extraction.Records;

/// <summary>
/// Finds an article's fields in a JSON object by the names that exports use. Names are compared without case, <c>_</c>
/// and <c>-</c>.
/// </summary>
internal sealed class RecordFields
{
    public static readonly string[] Title = ["title", "headline", "webtitle", "name", "hl"];
    public static readonly string[] Html = ["html", "bodyhtml", "contenthtml", "rawhtml", "rendered"];
    public static readonly string[] Text =
        ["body", "text", "bodytext", "articlebody", "content", "fulltext", "maintext", "articletext", "plaintext",
        "story", "article", "description", "summary"];
    public static readonly string[] Url = ["url", "link", "weburl", "canonicalurl", "href", "permalink", "sourceurl"];
    public static readonly string[] Date =
        ["published", "publishedat", "datepublished", "date", "pubdate", "publicationdate", "publishdate",
        "webpublicationdate", "firstpublished", "created", "createdat", "timestamp"];
    public static readonly string[] Outlet =
        ["outlet", "publisher", "source", "publication", "sitename", "newspaper", "site", "medianame", "sourcename"];
    public static readonly string[] Byline = ["byline", "author", "authors", "creator", "by", "writer"];

    private readonly Dictionary<string, JsonProperty> _fields = new(StringComparer.Ordinal);

    public RecordFields(JsonElement record)
    {
        foreach (var property in record.EnumerateObject())
            _fields.TryAdd(Key(property.Name), property);
    }

    /// <summary>Names of the fields there are, for messages.</summary>
    public IEnumerable<string> Names => _fields.Values.Select(static property => property.Name).Take(20);

    /// <summary>
    /// The first of the names that has a usable value: a string, a number, an object with a name, a list of those.
    /// </summary>
    public (string Name, string Value)? First(string[] names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var property) && Value(property.Value, 0) is { } value
                && !string.IsNullOrWhiteSpace(value))
                return (property.Name, value);
        }

        return null;
    }

    /// <summary>The value of one field, or null.</summary>
    public (string Name, JsonElement Value)? Raw(string[] names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var property)
                && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                return (property.Name, property.Value);
        }

        return null;
    }

    private static string? Value(JsonElement element, int depth) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Object when depth < 2 => Named(element, depth),
        JsonValueKind.Array when depth < 2 =>
        Joined([.. element.EnumerateArray().Take(50).Select(item => Value(item, depth + 1)).OfType<string>()]),
        _ => null,
    };

    private static string? Named(JsonElement element, int depth)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (Key(property.Name) is "name" or "title" or "rendered" or "text")
                return Value(property.Value, depth + 1);
        }

        return null;
    }

    private static string? Joined(string[] values) => values.Length switch
    {
        0 => null,
        1 => values[0],
        _ when values.Any(static value => value.Length > 120) => string.Join("\n\n", values),
        _ => $"{string.Join(", ", values[..^1])} and {values[^1]}",
    };

    private static string Key(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
