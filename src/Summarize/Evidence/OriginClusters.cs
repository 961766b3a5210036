using System.Globalization;
using System.Runtime.InteropServices;
using Dateline.Search.Articles;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// Groups articles into independent origins: one outlet is one origin, and a text that repeats another (wire copy, shortened
/// or re-headlined) has that one's origin. Containment of five-word shingles decides, so that a shortened copy still counts.
/// </summary>
internal static class OriginClusters
{
    private const int ShingleWords = 5;
    private const double SameText = 0.5;

    /// <summary>The origin number of each article, numbered from 0 in order of first occurrence.</summary>
    public static int[] Assign(IReadOnlyList<Article> articles)
    {
        var parent = Enumerable.Range(0, articles.Count).ToArray();
        JoinOutlets(articles, parent);
        var shingles = articles.Select(article => Shingles(article.Body)).ToArray();
        for (var a = 0; a < shingles.Length; a++)
            for (var b = 0; b < a; b++)
                if (Containment(shingles[a], shingles[b]) >= SameText) Join(parent, a, b);
        return Number(parent);
    }

    private static void JoinOutlets(IReadOnlyList<Article> articles, int[] parent)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var k = 0; k < articles.Count; k++)
        {
            if (articles[k].Outlet is not { } outlet) continue;
            if (first.TryGetValue(outlet, out var other)) Join(parent, k, other);
            else first.Add(outlet, k);
        }
    }

    private static int[] Number(int[] parent)
    {
        var numbers = new Dictionary<int, int>();
        var origins = new int[parent.Length];
        for (var k = 0; k < parent.Length; k++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, Root(parent, k), out var known);
            if (!known) number = numbers.Count - 1;
            origins[k] = number;
        }

        return origins;
    }

    private static HashSet<int> Shingles(string body)
    {
        var words = new List<int>();
        for (var at = 0; at < body.Length;)
        {
            if (!char.IsLetterOrDigit(body[at]))
            {
                at++;
                continue;
            }

            var hash = 17;
            for (; at < body.Length && char.IsLetterOrDigit(body[at]); at++)
                hash = unchecked(hash * 31 + char.ToLower(body[at], CultureInfo.InvariantCulture));
            words.Add(hash);
        }

        var shingles = new HashSet<int>();
        for (var k = 0; k + ShingleWords <= words.Count; k++)
        {
            var hash = 17;
            for (var w = 0; w < ShingleWords; w++) hash = unchecked(hash * 1_000_003 + words[k + w]);
            shingles.Add(hash);
        }

        return shingles;
    }

    private static double Containment(HashSet<int> one, HashSet<int> other)
    {
        var (small, large) = one.Count <= other.Count ? (one, other) : (other, one);
        if (small.Count == 0) return 0;
        var shared = 0;
        foreach (var shingle in small)
            if (large.Contains(shingle)) shared++;
        return (double)shared / small.Count;
    }

    private static int Root(int[] parent, int k)
    {
        while (parent[k] != k) k = parent[k] = parent[parent[k]];
        return k;
    }

    private static void Join(int[] parent, int a, int b)
    {
        var (rootA, rootB) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }
}
