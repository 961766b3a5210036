using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// Groups articles into independent origins: what one agency or outlet wrote is one origin, whoever printed it, and a
/// text that repeats another (wire copy, shortened or re-headlined) has that one's origin. Containment of shingles
/// decides, so that a shortened copy still counts.
/// </summary>
internal static class OriginClusters
{
    private const double SameText = 0.5;

    /// <summary>The origin number of each article, numbered from 0 in order of first occurrence.</summary>
    public static int[] Assign(IReadOnlyList<Article> articles)
    {
        var parent = Enumerable.Range(0, articles.Count).ToArray();
        JoinNamed(articles, parent);
        var shingles = articles.Select(static article => TextShingles.Of(article.Body)).ToArray();
        for (var a = 0; a < shingles.Length; a++)
            for (var b = 0; b < a; b++)
                if (Root(parent, a) != Root(parent, b) && RepeatsTheOther(shingles[a], shingles[b])) Join(parent, a, b);
        return Number(parent);
    }

    private static void JoinNamed(IReadOnlyList<Article> articles, int[] parent)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var k = 0; k < articles.Count; k++)
        {
            if (TextOrigin.Of(articles[k]) is not { } origin) continue;
            if (first.TryGetValue(origin, out var other)) Join(parent, k, other);
            else first.Add(origin, k);
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

    private static bool RepeatsTheOther(TextShingles one, TextShingles other)
    {
        var shorter = Math.Min(one.Count, other.Count);
        return shorter > 0 && one.SharedWith(other) >= SameText * shorter;
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
