using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Curation;

/// <summary>Facet values and spellings as curation compares them.</summary>
internal static class Values
{
    /// <summary>Longest spelling the index tells apart, in UTF-16 units of its slug.</summary>
    public const int LongestKey = 200;

    /// <summary>True when a value is the other or, of places, inside it.</summary>
    public static bool IsWithin(FacetDimension? dimension, string value, string container) =>
        value == container || (dimension is FacetDimension.Place && value.Length > container.Length
            && value[container.Length] == '/' && value.StartsWith(container, StringComparison.Ordinal));

    /// <summary>The value and, of places, everything it lies in, outermost last.</summary>
    public static IEnumerable<string> SelfAndAbove(FacetDimension dimension, string value)
    {
        yield return value;
        if (dimension is not FacetDimension.Place)
            yield break;
        for (var end = value.LastIndexOf('/'); end > 0; end = value.LastIndexOf('/', end - 1))
            yield return value[..end];
    }

    /// <summary>A spelling as a key: its slug, cut to what the index tells apart.</summary>
    public static string Key(string spelling)
    {
        var slug = Slug.Of(spelling);
        return slug.Length <= LongestKey ? slug : slug[..LongestKey];
    }

    /// <summary>The key of an actor's mention.</summary>
    public static string KeyOfActor(in Evidence mention) => Key(mention.Quote);

    /// <summary>
    /// The key of a place's mention; empty for words that only point at it ("the capital"), which no pin can name.
    /// </summary>
    public static string KeyOfPlace(ArticlePlace place, in Evidence mention)
    {
        var key = Key(mention.Quote);
        return (mention.Quote.Length > 0 && char.IsUpper(mention.Quote[0])) || key == Key(place.Names[^1]) ? key : "";
    }
}
