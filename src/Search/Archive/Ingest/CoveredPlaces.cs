using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>The places that a run over some paths looks at.</summary>
internal sealed class CoveredPlaces
{
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];

    public CoveredPlaces(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(static path => path != InputResult.StandardInput))
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                _folders.Add(Path.TrimEndingDirectorySeparator(full) + Path.DirectorySeparatorChar);
            else
                _files.Add(full);
        }
    }

    /// <summary>True for a file given or in a folder given. What only a pattern might fit is not told of.</summary>
    public bool Cover(string location) =>
        _files.Contains(location)
        || _folders.Exists(folder => location.StartsWith(folder, StringComparison.Ordinal));
}
