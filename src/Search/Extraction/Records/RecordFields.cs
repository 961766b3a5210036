using System.Text.Json;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Extraction.Records;

/// <summary>
/// Finds an article's fields in a JSON object by the names that exports use. Names are compared without case, <c>_</c>
/// and <c>-</c>.
/// </summary>
internal sealed class RecordFields
{
    private static readonly Dictionary<FieldRole, string[]> Known = new()
    {
        [FieldRole.Title] = ["title", "headline", "webtitle", "name", "hl"],
        [FieldRole.Html] = ["html", "bodyhtml", "contenthtml", "rawhtml", "rendered"],
        [FieldRole.Body] =
        [
            "body", "text", "bodytext", "articlebody", "content", "contenttext", "fulltext", "maintext", "articletext",
            "plaintext", "story", "article", "description", "summary",
        ],
        [FieldRole.Url] = ["url", "link", "weburl", "canonicalurl", "href", "permalink", "sourceurl"],
        [FieldRole.Published] =
        [
            "published", "publishedat", "datepublished", "date", "pubdate", "publicationdate", "publishdate",
            "webpublicationdate", "firstpublished", "created", "createdat", "timestamp",
        ],
        [FieldRole.Outlet] =
        [
            "outlet", "publisher", "source", "publication", "sitename", "newspaper", "site", "medianame", "sourcename",
        ],
        [FieldRole.Byline] = ["byline", "author", "authors", "creator", "by", "writer"],
    };

    private static readonly HashSet<string> KnownNames = [.. Known.Values.SelectMany(static names => names)];

    private readonly Dictionary<string, JsonProperty> _fields = new(StringComparer.Ordinal);

    private readonly JsonElement _record;
    private readonly FieldMap? _map;

    /// <summary>The fields of a record.</summary>
    /// <param name="record">An object.</param>
    /// <param name="map">Which fields hold what, before what their names tell; null when nothing is known.</param>
    public RecordFields(JsonElement record, FieldMap? map = null)
    {
        (_record, _map) = (record, map);
        foreach (var property in record.EnumerateObject())
            _fields.TryAdd(Key(property.Name), property);
    }

    /// <summary>True for a name that exports use for something of an article's.</summary>
    public static bool IsKnown(string name) => KnownNames.Contains(Key(name));

    /// <summary>True for a name that exports use for the body.</summary>
    public static bool IsText(string name) =>
        Known[FieldRole.Body].Contains(Key(name)) || Known[FieldRole.Html].Contains(Key(name));

    /// <summary>Names of the fields there are, for messages.</summary>
    public IEnumerable<string> Names => _fields.Values.Select(static property => property.Name).Take(20);

    /// <summary>
    /// The first usable value for a role: of the field that the map gives for it, else of those with a known name. A
    /// value is a string, a number, an object with a name, or a list of those.
    /// </summary>
    public (string Name, string Value)? First(FieldRole role)
    {
        foreach (var field in All(role))
            return field;
        return null;
    }

    /// <summary>Every usable value for a role, the most telling name first.</summary>
    public IEnumerable<(string Name, string Value)> All(FieldRole role)
    {
        foreach (var (name, element) in Candidates(role))
        {
            if (Value(element, 0) is { } value && !string.IsNullOrWhiteSpace(value))
                yield return (name, value);
        }
    }

    /// <summary>The first string or number for a role as it stands, or null.</summary>
    public (string Name, JsonElement Value)? Raw(FieldRole role)
    {
        foreach (var (name, element) in Candidates(role))
        {
            if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                return (name, element);
        }

        return null;
    }

    /// <summary>A field for the text that is there, but empty; or null.</summary>
    public string? EmptyText() =>
        Candidates(FieldRole.Body).Concat(Candidates(FieldRole.Html))
            .Select(static field => field.Name).FirstOrDefault();

    private IEnumerable<(string Name, JsonElement Value)> Candidates(FieldRole role)
    {
        if (_map is not null && _map.Fields.TryGetValue(role, out var path))
        {
            if (At(path) is { } mapped)
                yield return (path, mapped);
            yield break;
        }

        foreach (var name in Known[role])
        {
            if (_fields.TryGetValue(name, out var property) && _map?.Fields.Values.Contains(property.Name) != true)
                yield return (property.Name, property.Value);
        }
    }

    private JsonElement? At(string path)
    {
        if (_record.TryGetProperty(path, out var whole))
            return whole;
        var element = _record;
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
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
