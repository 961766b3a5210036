namespace Dateline.Search.Places;

/// <summary>
/// The 64-bit hash under which gazetteer files store names. Fixed for ever: it is part of the file format.
/// </summary>
internal static class NameHash
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>FNV-1a over UTF-16 units, then a finishing mix so that the high bits can index buckets.</summary>
    /// <param name="folded">Folded name or loose key.</param>
    /// <param name="loose">True for loose keys, which live beside exact names without meeting them.</param>
    public static ulong Compute(ReadOnlySpan<char> folded, bool loose = false)
    {
        var hash = loose ? Offset ^ 0x9E3779B97F4A7C15 : Offset;
        foreach (var c in folded)
            hash = (hash ^ c) * Prime;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        return hash;
    }
}
