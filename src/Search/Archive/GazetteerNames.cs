using Dateline.Search.Articles;
using Dateline.Search.Places;

namespace Dateline.Search.Archive;

/// <summary>The gazetteer as the archive asks it.</summary>
internal static class GazetteerNames
{
    /// <summary>Paths of the places known by a name or path, in any spelling.</summary>
    public static IEnumerable<string> Paths(string text) =>
        GazetteerFiles.Default.Suggest(text).Select(static place => place.Path);

    /// <summary>The place with this path, without mentions; or null.</summary>
    public static ArticlePlace? Place(string path) => GazetteerFiles.Default.Find(path) is not { } node
        ? null
        : new ArticlePlace
        {
            Path = node.Path,
            Names = node.Names,
            Kind = node.Kind,
            GeoNamesId = node.GeoNamesId,
            Latitude = node.Latitude,
            Longitude = node.Longitude,
            Mentions = [],
        };
}
