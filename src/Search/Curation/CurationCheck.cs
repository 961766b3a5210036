using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Curation;

/// <summary>What a record must be to mean something, whatever is in the archive.</summary>
internal static class CurationCheck
{
    public const int MostValues = 1000;
    public const int MostArticles = 10_000;
    public const int LongestText = 500;

    /// <summary>What is wrong with a record, in words that follow its name; null when nothing is.</summary>
    public static string? Problem(CurationRecord record) =>
        Form(record) ?? record.Operation switch
        {
            CurationOperation.Undo => record.Undoes is > 0 ? null : "undoes no record",
            CurationOperation.Merge => Merge(record),
            CurationOperation.Split => Split(record),
            CurationOperation.Rename =>
                One(record) ?? (IsName(record.Name) ? null : "gives no name of 1 to 500 characters"),
            CurationOperation.Retype => One(record) ?? Retype(record),
            CurationOperation.Hide or CurationOperation.Unhide => Some(record),
            CurationOperation.Pin => Pin(record),
            _ => $"has an operation nobody knows ({record.Operation})",
        };

    private static string? Form(CurationRecord record)
    {
        if (record.Values.Concat(record.Spellings).Concat(record.Articles).Concat(record.Names)
            .Any(static text => text is null))
            return "has null in a list";
        var values = record.Into is null ? record.Values : [.. record.Values, record.Into];
        if (values.Count > MostValues || record.Articles.Count > MostArticles || record.Spellings.Count > MostValues)
            return $"names more than {MostValues} values or {MostArticles} articles";
        if (record.Operation is not CurationOperation.Undo
            && record.Dimension is not (FacetDimension.Actor or FacetDimension.Place))
            return "is neither about actors nor about places";
        foreach (var value in values)
        {
            if (!IsValue(record.Dimension, value))
                return $"names '{value}', which is no "
                    + $"{(record.Dimension is FacetDimension.Place ? "place path" : "actor id")}";
        }

        if (record.Articles.FirstOrDefault(static id => !IsArticle(id)) is { } article)
            return $"names '{article}', which is no article id (16 hex digits)";
        if (record.Spellings.FirstOrDefault(static spelling =>
            spelling.Length > LongestText || Slug.Of(spelling).Length == 0) is { } bad)
            return $"names the spelling '{bad}', which has no letter or is too long";
        return record.Note?.Length > LongestText ? "has a note of more than 500 characters" : null;
    }

    private static string? Merge(CurationRecord record)
    {
        if ((Some(record) ?? Target(record)) is { } problem)
            return problem;
        return record.Values.Any(value => Values.IsWithin(record.Dimension, record.Into!, value))
            ? $"merges a value into itself or into a place inside it ({record.Into})" : null;
    }

    private static string? Split(CurationRecord record)
    {
        if (record.Dimension is not FacetDimension.Actor)
            return "splits a place, which pin is for";
        if ((One(record) ?? Target(record)) is { } problem)
            return problem;
        if (record.Into == record.Values[0])
            return "splits an actor off into itself";
        return record.Spellings.Count == 0 && record.Articles.Count == 0 ? "says neither spellings nor articles" : null;
    }

    private static string? Pin(CurationRecord record)
    {
        if (record.Dimension is not FacetDimension.Place)
            return "pins something that is no place";
        if (Target(record) is { } problem)
            return problem;
        return record.Values.Count == 0 && record.Spellings.Count == 0 ? "says neither a toponym nor a place" : null;
    }

    private static string? Retype(CurationRecord record)
    {
        if (record.Dimension is not FacetDimension.Actor)
            return "retypes a place";
        return ActorKinds.Read(record.Kind) is null
            ? $"gives no actor type ('{record.Kind}'): give one of {ActorKinds.All}" : null;
    }

    private static string? Some(CurationRecord record) => record.Values.Count == 0 ? "names no value" : null;

    private static string? One(CurationRecord record) => record.Values.Count == 1 ? null : "must name one value";

    private static string? Target(CurationRecord record) => record.Into is null ? "does not say into what" : null;

    private static bool IsName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= LongestText && !name.Any(char.IsControl)
        && Slug.Of(name).Length > 0;

    private static bool IsValue(FacetDimension? dimension, string value) =>
        value.Length is > 0 and <= LongestText
        && value == (dimension is FacetDimension.Place ? Slug.OfPath(value) : Slug.Of(value));

    private static bool IsArticle(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower);
}

/// <summary>Actor types by their names.</summary>
public static class ActorKinds
{
    /// <summary>All of them, for messages.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetValues<ActorKind>().Select(EnumNames.Kebab));

    /// <summary>The type of that name in kebab case, or null.</summary>
    public static ActorKind? Read(string? name)
    {
        foreach (var kind in Enum.GetValues<ActorKind>())
        {
            if (EnumNames.Kebab(kind) == name)
                return kind;
        }

        return null;
    }
}
