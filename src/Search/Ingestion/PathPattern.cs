using System.IO.Enumeration;

namespace Dateline.Search.Ingestion;

/// <summary>
/// A path with wildcards: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders.
/// </summary>
internal sealed class PathPattern
{
    private readonly string[] _names;

    private PathPattern(string folder, string[] names) => (Folder, _names) = (folder, names);

    /// <summary>The folder before the first name with a wildcard.</summary>
    public string Folder { get; }

    /// <summary>The pattern in an absolute path, or null when it has none.</summary>
    public static PathPattern? Parse(string fullPath)
    {
        var names = OriginNames.Slashes(fullPath).Split('/');
        var first = Array.FindIndex(names, static name => name.AsSpan().ContainsAny('*', '?'));
        if (first < 0)
            return null;
        var folder = string.Join('/', names[..first]);
        return new PathPattern(folder.Length == 0 ? "/" : folder, names[first..]);
    }

    /// <summary>True for a path relative to <see cref="Folder"/>, with forward slashes, that it fits.</summary>
    public bool Fits(string relative) => Fits(_names, relative.Split('/'));

    private static bool Fits(ReadOnlySpan<string> pattern, ReadOnlySpan<string> names)
    {
        if (pattern.IsEmpty || names.IsEmpty)
            return pattern.IsEmpty && names.IsEmpty;
        if (pattern[0] == "**")
            return Fits(pattern[1..], names) || Fits(pattern, names[1..]) || (pattern.Length == 1 && names.Length > 0);
        return FileSystemName.MatchesSimpleExpression(pattern[0], names[0], ignoreCase: false)
            && Fits(pattern[1..], names[1..]);
    }
}
