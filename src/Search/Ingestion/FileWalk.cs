namespace Dateline.Search.Ingestion;

/// <summary>One file to read, or the reason a path leads to none.</summary>
internal readonly record struct WalkedFile(string Origin, string FullPath, InputFailure? Failure);

/// <summary>
/// Lists the files under the paths given: folders in ordinal order of names, depth first. Names starting with a dot and
/// README files are left out, links to folders are reported and not followed. An origin met twice for two different files is
/// told apart by the name of the folder above, so that no file replaces another.
/// </summary>
internal sealed class FileWalk(int maxDepth)
{
    private readonly Dictionary<string, string> _pathByOrigin = new(StringComparer.Ordinal);

    public IEnumerable<WalkedFile> List(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return Folder(full);
        if (File.Exists(full))
            return Distinct(full, Path.GetFileName(full)) is { } origin ? [new WalkedFile(origin, full, null)] : [];
        return [Failed(Slashes(path), InputFailureReason.NotFound, $"No file or folder {path}.", "Check the spelling of the path.")];
    }

    private IEnumerable<WalkedFile> Folder(string root)
    {
        var pending = new Stack<(FileSystemInfo Entry, int Depth)>();
        if (Push(pending, new DirectoryInfo(root), root, 0) is { } unreadable)
            yield return unreadable;
        while (pending.TryPop(out var next))
        {
            var relative = Slashes(Path.GetRelativePath(root, next.Entry.FullName));
            if (next.Entry is FileInfo)
            {
                if (Distinct(next.Entry.FullName, relative) is { } origin)
                    yield return new WalkedFile(origin, next.Entry.FullName, null);
            }
            else if (Enter(pending, (DirectoryInfo)next.Entry, root, next.Depth, relative) is { } failure)
            {
                yield return failure;
            }
        }
    }

    private WalkedFile? Enter(
        Stack<(FileSystemInfo, int)> pending, DirectoryInfo folder, string root, int depth, string relative)
    {
        if (folder.LinkTarget is not null)
            return Failed(relative, InputFailureReason.Link, $"{relative} is a link to a folder.", "Give the folder itself as a path.");
        if (depth >= maxDepth)
            return Failed(relative, InputFailureReason.TooLarge, $"{relative} is nested over {maxDepth} folders deep.", "Give it as a path of its own.");
        return Push(pending, folder, root, depth);
    }

    private static WalkedFile? Push(Stack<(FileSystemInfo, int)> pending, DirectoryInfo folder, string root, int depth)
    {
        try
        {
            var entries = folder.GetFileSystemInfos();
            Array.Sort(entries, static (left, right) => string.CompareOrdinal(right.Name, left.Name));
            foreach (var entry in entries)
            {
                if (!entry.Name.StartsWith('.') && !IsReadme(entry))
                    pending.Push((entry, depth + 1));
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var relative = Slashes(Path.GetRelativePath(root, folder.FullName));
            return Failed(relative, InputFailureReason.Unreadable, $"Folder {relative} cannot be listed: {error.Message}", "Check its permissions.");
        }
    }

    // A folder's README speaks of the collection and is none of its articles; given by itself it is read like any file.
    private static bool IsReadme(FileSystemInfo entry) =>
        entry is FileInfo && Path.GetFileNameWithoutExtension(entry.Name).Equals("README", StringComparison.OrdinalIgnoreCase);

    /// <summary>An origin no other file has, or null when this very file was listed already.</summary>
    private string? Distinct(string full, string origin)
    {
        var parent = Path.GetDirectoryName(full);
        for (var candidate = origin; ; candidate = $"{Path.GetFileName(parent)}/{candidate}", parent = Path.GetDirectoryName(parent))
        {
            if (_pathByOrigin.TryAdd(candidate, full))
                return candidate;
            if (_pathByOrigin[candidate] == full)
                return null;
            if (string.IsNullOrEmpty(parent))
                return Slashes(full);
        }
    }

    private static WalkedFile Failed(string origin, InputFailureReason reason, string message, string suggestion) =>
        new(origin, "", new InputFailure(origin, reason, message, suggestion));

    private static string Slashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
