namespace Dateline.Search.Places.Own;

/// <summary>
/// The gazetteers a user has added to an archive: one file each in a folder of its own beside the index, read after the
/// ones that ship. What is indexed from then on is read with them.
/// </summary>
/// <param name="folder">The folder; need not exist.</param>
public sealed class OwnGazetteers(string folder)
{
    private const string Extension = ".gaz";

    /// <summary>The gazetteer to read articles with: what ships, and what was added.</summary>
    /// <exception cref="InvalidDataException">An added file is damaged, or hangs below places that no longer
    /// ship.</exception>
    public Gazetteer Load()
    {
        var files = Files();
        return files.Count == 0 ? GazetteerFiles.Default : GazetteerFiles.LoadWith(files);
    }

    /// <summary>What changes whenever a gazetteer is added, replaced or removed; empty when there is none.</summary>
    public string Fingerprint => string.Join('+', Files().Select(file => new FileInfo(file))
        .Select(file =>
            $"{Path.GetFileNameWithoutExtension(file.Name)}.{file.Length:x}.{file.LastWriteTimeUtc.Ticks:x}"));

    /// <summary>Adds a GeoNames dump or a list; one of the same name is replaced.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What to call it; null for the file's own name.</param>
    /// <param name="cancellationToken">Stops it; nothing is then added.</param>
    /// <exception cref="PlaceFileException">No line of it could be read.</exception>
    public PlaceFileReport Add(string file, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no file '{file}'.");
        name = PlaceSlug.Of(name ?? Path.GetFileNameWithoutExtension(file));
        var (bytes, report) = new PlaceFileCompiler(GazetteerFiles.Default).Compile(file, name, cancellationToken);
        if (report.Places == 0 && report.Spellings == 0)
            throw new PlaceFileException($"{file} has no place and no spelling that is not known already.");
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name + Extension);
        File.WriteAllBytes(target + ".new", bytes);
        File.Move(target + ".new", target, overwrite: true);
        return report;
    }

    /// <summary>Every gazetteer added, by name.</summary>
    public IReadOnlyList<OwnGazetteer> List() => Files().ConvertAll(file => new OwnGazetteer(
        Path.GetFileNameWithoutExtension(file),
        new GazetteerLayer(File.ReadAllBytes(file), Path.GetFileName(file)).NodeCount,
        new FileInfo(file).Length, new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero)));

    /// <summary>Removes one; false when there is none of that name.</summary>
    public bool Remove(string name)
    {
        var file = Files().Find(file => Path.GetFileNameWithoutExtension(file) == PlaceSlug.Of(name));
        if (file is null)
            return false;
        File.Delete(file);
        return true;
    }

    private List<string> Files() => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)];
}
