using Dateline.Search.Articles;
using Dateline.Search.Places;
using Dateline.Search.Places.Own;

namespace Dateline.Search.Archive;

/// <summary>The gazetteer as an archive asks it: what ships, and what was added to the archive.</summary>
internal static class GazetteerNames
{
    /// <summary>The names of an archive's places; its gazetteers are read when first asked.</summary>
    public static ArchiveNames Of(DataFolder folder)
    {
        var gazetteer = new Lazy<Gazetteer>(new OwnGazetteers(folder.GazetteersPath).Load);
        return new ArchiveNames(
            text => gazetteer.Value.Suggest(text).Select(static place => place.Path),
            path => Place(gazetteer.Value, path));
    }

    /// <summary>The place with this path, without mentions; or null.</summary>
    private static ArticlePlace? Place(Gazetteer gazetteer, string path) => gazetteer.Find(path) is not { } node
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
