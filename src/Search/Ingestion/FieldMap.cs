using System.Diagnostics.CodeAnalysis;

namespace Dateline.Search.Ingestion;

/// <summary>What a field of a record is to an article.</summary>
public enum FieldRole
{
    /// <summary>Headline.</summary>
    Title,

    /// <summary>Body as text or markup.</summary>
    Body,

    /// <summary>Body, or the whole page, as HTML.</summary>
    Html,

    /// <summary>Publication date.</summary>
    Published,

    /// <summary>Publisher.</summary>
    Outlet,

    /// <summary>Authors.</summary>
    Byline,

    /// <summary>Address.</summary>
    Url,
}

/// <summary>Which fields of a file's records hold what, where their names do not tell.</summary>
public sealed record FieldMap
{
    private FieldMap(IReadOnlyDictionary<FieldRole, string> fields, string rule) => (Fields, Rule) = (fields, rule);

    /// <summary>Field names by what they hold. A dot leads into an object: <c>content.rendered</c>.</summary>
    public IReadOnlyDictionary<FieldRole, string> Fields { get; }

    /// <summary>How it is known: <c>given</c> by the user, or <c>content</c>, read off the values.</summary>
    public string Rule { get; }

    /// <summary>Reads <c>title=headline,body=text</c>; says what is wrong with it otherwise.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out FieldMap? map, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        (map, problem) = (null, null);
        var fields = new Dictionary<FieldRole, string>();
        foreach (var part in text.Split(','))
        {
            var equals = part.IndexOf('=');
            var role = equals < 0 ? null : Role(part[..equals].Trim());
            var field = part[(equals + 1)..].Trim();
            if (role is null || field.Length == 0)
                problem = $"'{part.Trim()}' is no mapping: give ROLE=FIELD, the role one of {Roles}.";
            else if (!fields.TryAdd(role.Value, field))
                problem = $"'{part.Trim()}' comes after another field for the same role.";
            if (problem is not null)
                return false;
        }

        map = new FieldMap(fields, "given");
        return true;
    }

    /// <summary>The roles' names, for messages.</summary>
    public static string Roles => string.Join(", ", Enum.GetNames<FieldRole>()).ToLowerInvariant();

    /// <summary>The map as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() =>
        string.Join(", ", Fields.Select(static pair => $"{pair.Key.ToString().ToLowerInvariant()}={pair.Value}"));

    internal static FieldMap Guessed(IReadOnlyDictionary<FieldRole, string> fields) => new(fields, "content");

    private static FieldRole? Role(string name) => name.ToLowerInvariant() switch
    {
        "title" or "headline" => FieldRole.Title,
        "body" or "text" or "content" => FieldRole.Body,
        "html" => FieldRole.Html,
        "published" or "date" => FieldRole.Published,
        "outlet" or "source" => FieldRole.Outlet,
        "byline" or "author" => FieldRole.Byline,
        "url" or "link" => FieldRole.Url,
        _ => null,
    };
}
