using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>What a gazetteer tells the archive.</summary>
/// <param name="PlacesNamed">Paths of the places known by a name or path, in any spelling.</param>
/// <param name="PlaceAt">The place with a path, without mentions; or null.</param>
internal sealed record ArchiveNames(Func<string, IEnumerable<string>> PlacesNamed, Func<string, ArticlePlace?> PlaceAt);
