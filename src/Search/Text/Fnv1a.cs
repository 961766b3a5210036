namespace Dateline.Search.Text;

/// <summary>
/// The FNV-1a hash over UTF-16 units (Fowler, Noll and Vo), 32 bits: the same on every run and machine, unlike string
/// hash codes, so that stored hashes keep their meaning.
/// </summary>
public static class Fnv1a
{
    /// <summary>Start value.</summary>
    public const uint Seed = 2166136261u;

    /// <summary>Continues a hash by one unit.</summary>
    public static uint Add(uint hash, char unit) => (hash ^ unit) * 16777619u;
}
