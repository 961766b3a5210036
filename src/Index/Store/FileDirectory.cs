using System.Buffers;

namespace Dateline.Index.Store;

/// <summary>
/// Index files in one folder. Reading maps the file; the mapping lives until the last cursor over it is gone, so a file
/// that is deleted meanwhile stays readable. Writing goes through a buffer. Subfolders are not looked at.
/// </summary>
public sealed class FileDirectory : IndexDirectory
{
    private readonly string _folder;

    /// <summary>Opens a folder, creating it when it is missing.</summary>
    public FileDirectory(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder => _folder;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListFiles()
    {
        var names = Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)).ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    /// <inheritdoc/>
    public override bool Exists(string name) => File.Exists(PathOf(name));

    /// <inheritdoc/>
    public override IndexInput Open(string name)
    {
        var bytes = MappedBytes.Map(PathOf(name));
        return new IndexInput(name, bytes, 0, bytes.Length);
    }

    /// <inheritdoc/>
    public override IndexOutput Create(string name) => new FileOutput(name, PathOf(name));

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            using var handle = File.OpenHandle(
                PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }

        Posix.SyncFolder(_folder);
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        File.Move(PathOf(from), PathOf(to));
        Posix.SyncFolder(_folder);
    }

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        if (!File.Exists(PathOf(name))) throw new FileNotFoundException($"{name} is not in {_folder}.", name);
        File.Delete(PathOf(name));
    }

    /// <inheritdoc/>
    public override IDisposable LockForWriting() => WriteLock.Take(_folder);

    /// <inheritdoc/>
    public override string ToString() => _folder;

    private string PathOf(string name)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAny(Separators) || name is "." or "..")
            throw new ArgumentException($"\"{name}\" is not a file name.", nameof(name));
        return Path.Combine(_folder, name);
    }

    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\\0");
}
