namespace Dateline.Search.Ingestion;

/// <summary>One file to read, or the reason a path leads to none.</summary>
internal readonly record struct WalkedFile(string Origin, string FullPath, InputFailure? Failure);

/// <summary>
/// Lists the files under the paths given: folders in ordinal order of names, depth first. Names starting with a dot and
/// README files are left out, links to folders are reported and not followed. A file met twice is listed once.
/// </summary>
internal sealed class FileWalk(int maxDepth, OriginNames names)
{
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    /// <summary>
    /// The files under a folder, the file itself, or, where there is neither, those that a pattern fits. They are named
    /// relative to the folder, or to the folders of the pattern before its first wildcard.
    /// </summary>
    public IEnumerable<WalkedFile> List(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return Folder(full);
        if (File.Exists(full))
            return _listed.Add(full) ? [new WalkedFile(names.NameOf(full, Path.GetFileName(full)), full, null)] : [];
        if (PathPattern.Parse(full) is { } pattern && Directory.Exists(pattern.Folder))
            return Matching(pattern, path);
        return
        [
            Failed(
                full, OriginNames.Slashes(path), InputFailureReason.NotFound, $"No file or folder {path}.",
                "Check the spelling of the path."),
        ];
    }

    private IEnumerable<WalkedFile> Matching(PathPattern pattern, string path)
    {
        var any = false;
        foreach (var file in Folder(pattern.Folder, pattern.Fits))
        {
            any = true;
            yield return file;
        }

        if (!any)
            yield return Failed(pattern.Folder, OriginNames.Slashes(path), InputFailureReason.NotFound,
                $"No file fits {path}.",
                "Check the pattern; ** stands for any number of folders.");
    }

    private IEnumerable<WalkedFile> Folder(string root, Func<string, bool>? fits = null)
    {
        var pending = new Stack<(FileSystemInfo Entry, int Depth)>();
        if (Push(pending, new DirectoryInfo(root), root, 0) is { } unreadable)
            yield return unreadable;
        while (pending.TryPop(out var next))
        {
            var full = next.Entry.FullName;
            var relative = OriginNames.Slashes(Path.GetRelativePath(root, full));
            if (next.Entry is FileInfo)
            {
                if (fits?.Invoke(relative) != false && _listed.Add(full))
                    yield return new WalkedFile(names.NameOf(full, relative), full, null);
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
        {
            return Failed(
                folder.FullName, relative, InputFailureReason.Link, $"{relative} is a link to a folder.",
                "Give the folder itself as a path.");
        }

        if (depth >= maxDepth)
        {
            return Failed(
                folder.FullName, relative, InputFailureReason.TooLarge,
                $"{relative} is nested over {maxDepth} folders deep.", "Give it as a path of its own.");
        }

        return Push(pending, folder, root, depth);
    }

    private WalkedFile? Push(Stack<(FileSystemInfo, int)> pending, DirectoryInfo folder, string root, int depth)
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
            var relative = OriginNames.Slashes(Path.GetRelativePath(root, folder.FullName));
            return Failed(
                folder.FullName, relative, InputFailureReason.Unreadable,
                $"Folder {relative} cannot be listed: {error.Message}", "Check its permissions.");
        }
    }

    // A folder's README speaks of the collection and is none of its articles; given by itself it is read like any file.
    private static bool IsReadme(FileSystemInfo entry) =>
        entry is FileInfo
        && Path.GetFileNameWithoutExtension(entry.Name).Equals("README", StringComparison.OrdinalIgnoreCase);

    private WalkedFile Failed(
        string full, string wanted, InputFailureReason reason, string message, string suggestion)
    {
        var origin = names.NameOf(full, wanted);
        return new WalkedFile(origin, full, new InputFailure(origin, reason, message, suggestion) { Location = full });
    }
}
