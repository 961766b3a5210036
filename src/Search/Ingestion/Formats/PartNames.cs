using System.Globalization;
using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// What the parts of one container go by: their path with forward slashes and without control characters, and a number
/// behind it where an earlier part has that path already. Names are never used as paths of the file system.
/// </summary>
internal sealed class PartNames
{
    private const int LongestName = 1000;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Next(string path)
    {
        var name = new StringBuilder(path.Length);
        foreach (var c in path)
            name.Append(c == '\\' ? '/' : char.IsControl(c) ? '_' : c);
        var cut = name.Length > LongestName ? name.ToString(0, LongestName) : name.ToString();
        var count = _seen[cut] = _seen.GetValueOrDefault(cut) + 1;
        return count == 1 ? cut : string.Create(CultureInfo.InvariantCulture, $"{cut} ({count})");
    }

    /// <summary>
    /// True for what no folder's walk would list either: hidden files, a README, a packer's own records.
    /// </summary>
    public static bool IsLeftOut(string path)
    {
        var name = path.AsSpan()[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return name.IsEmpty || name[0] == '.' || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || Path.GetFileNameWithoutExtension(name).Equals("README", StringComparison.OrdinalIgnoreCase);
    }
}
