using Dateline.Search.Places;

namespace Dateline.Search.Archive;

/// <summary>The gazetteer as the archive asks it.</summary>
internal static class GazetteerNames
{
    /// <summary>Paths of the places known by a name or path, in any spelling.</summary>
    public static IEnumerable<string> Paths(string text) =>
        GazetteerFiles.Default.Suggest(text).Select(static place => place.Path);
}
