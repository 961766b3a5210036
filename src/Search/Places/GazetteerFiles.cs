namespace Dateline.Search.Places;

/// <summary>The gazetteer files that ship beside the program, in <c>Gazetteer/</c>.</summary>
public static class GazetteerFiles
{
    /// <summary>GeoNames (CC BY 4.0), Natural Earth (public domain) and this project's own list.</summary>
    public const string BaseFile = "places.gaz";

    /// <summary>Smaller places and demonyms, under the Open Database License; the program works without it.</summary>
    public const string OdblFile = "places-odbl.gaz";

    private static readonly Lazy<GazetteerLayer[]> SharedLayers = new(() => ReadLayers(FilesOf(DefaultFolder)));
    private static readonly Lazy<Gazetteer> Shared = new(() => new Gazetteer(SharedLayers.Value));

    /// <summary>Folder next to the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "Gazetteer");

    /// <summary>The gazetteer that ships, loaded once.</summary>
    public static Gazetteer Default => Shared.Value;

    /// <summary>
    /// Loads a folder: the base file, the other file if it is there, then every further <c>.gaz</c> file by name.
    /// </summary>
    /// <exception cref="FileNotFoundException">The base file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or of another version.</exception>
    public static Gazetteer Load(string folder) => new(ReadLayers(FilesOf(folder)));

    /// <summary>The gazetteer that ships with further files read after it, in their order.</summary>
    internal static Gazetteer LoadWith(IReadOnlyList<string> files) =>
        new([.. SharedLayers.Value, .. ReadLayers(files)]);

    private static List<string> FilesOf(string folder)
    {
        var files = new List<string> { Path.Combine(folder, BaseFile) };
        if (!File.Exists(files[0]))
            throw new FileNotFoundException(
                $"The gazetteer file '{files[0]}' is missing; reinstall, or build it with eval's 'gazetteer' command.");
        files.AddRange(Directory.EnumerateFiles(folder, "*.gaz").Where(file => Path.GetFileName(file) != BaseFile)
            .OrderBy(file => Path.GetFileName(file) != OdblFile).ThenBy(file => file, StringComparer.Ordinal));
        return files;
    }

    private static GazetteerLayer[] ReadLayers(IReadOnlyList<string> files) =>
        [.. files.Select(file => new GazetteerLayer(File.ReadAllBytes(file), Path.GetFileName(file)))];
}
