using System.Collections.Frozen;
using Dateline.Index.Codecs.Commit;

namespace Dateline.Index.Indexing;

/// <summary>Tells index files from others in the same folder (LUCENE87 section 2).</summary>
internal static class IndexFileNames
{
    private static readonly FrozenSet<string> Extensions =
        "si fnm fdt fdx fdm tim tip tmd doc pos pay nvd nvm dvd dvm kdd kdi kdm liv cfs cfe tvd tvx tvm".Split(' ')
            .ToFrozenSet();

    /// <summary>True for files a writer owns: those of segments, commits and pending commits.</summary>
    public static bool IsIndexFile(string name)
    {
        var commit = name.StartsWith("pending_", StringComparison.Ordinal) ? name.AsSpan(8) : name;
        if (commit.StartsWith("segments_")) return Base36.TryParse(commit[9..], out _);
        return SegmentNumber(name) >= 0 && Extensions.Contains(Path.GetExtension(name).TrimStart('.'));
    }

    /// <summary>The segment number in a file name; -1 when it has none.</summary>
    public static long SegmentNumber(string name)
    {
        if (!name.StartsWith('_')) return -1;
        var end = name.AsSpan(1).IndexOfAny('_', '.');
        return end > 0 && Base36.TryParse(name.AsSpan(1, end), out var number) ? number : -1;
    }
}
