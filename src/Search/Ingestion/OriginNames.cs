namespace Dateline.Search.Ingestion;

/// <summary>
/// Gives every file one origin and every origin to one file. A file whose name relative to the folder given is taken
/// already, in this run or in an earlier one that <see cref="Add"/> told of, gets the names of the folders above put
/// before it until it is unique; a file seen before keeps its origin. So no file ever takes another's place.
/// </summary>
internal sealed class OriginNames
{
    private readonly Dictionary<string, string> _locations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);

    /// <summary>Takes note that a file goes by this origin.</summary>
    public void Add(string location, string origin)
    {
        if (_locations.TryAdd(origin, location))
            _origins.TryAdd(location, origin);
    }

    /// <summary>The origin of a file.</summary>
    /// <param name="location">Absolute path.</param>
    /// <param name="wanted">The origin it gets if no other file has it.</param>
    public string NameOf(string location, string wanted)
    {
        if (_origins.TryGetValue(location, out var known))
            return known;
        var candidate = wanted;
        for (var above = FolderAbove(location, wanted); _locations.ContainsKey(candidate);
            above = Path.GetDirectoryName(above))
        {
            var name = Path.GetFileName(above);
            if (string.IsNullOrEmpty(name))
            {
                candidate = Slashes(location); // absolute, so no other file can have it
                break;
            }

            candidate = $"{name}/{candidate}";
        }

        _locations[candidate] = location;
        _origins[location] = candidate;
        return candidate;
    }

    /// <summary>The path with forward slashes.</summary>
    public static string Slashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    // The folder that the wanted origin is relative to.
    private static string? FolderAbove(string location, string wanted)
    {
        var path = Slashes(location);
        return path.EndsWith("/" + wanted, StringComparison.Ordinal)
            ? location[..^(wanted.Length + 1)]
            : Path.GetDirectoryName(location);
    }
}
