using Dateline.Index.Codecs.Points;
using Dateline.Index.Schema;

namespace Dateline.Index.Checking;

/// <summary>Every point of a one-dimensional field: order, counts, bounds; ranges find what walking does.</summary>
internal static class PointsCheck
{
    private const int Ranges = 16;

    public static void Run(PointsReader points, FieldInfo field, int maxDoc, PartProblems problems)
    {
        var name = $"points \"{field.Name}\"";
        var found = new List<(int DocId, long Value)>();
        points.ReadLongs(field, found);
        problems.Items += found.Count;
        var docs = new ulong[(maxDoc + 63L) / 64];
        for (var k = 0; k < found.Count; k++)
        {
            docs[found[k].DocId >> 6] |= 1UL << (found[k].DocId & 63);
            if (k > 0 && (found[k].Value, found[k].DocId).CompareTo((found[k - 1].Value, found[k - 1].DocId)) < 0)
                problems.Add(
                    $"{name}: value {found[k].Value} of document {found[k].DocId} follows {found[k - 1].Value}");
        }

        CheckCounts(points.Describe(field), found, docs, name, problems);
        CheckRanges(points, field, found, maxDoc, name, problems);
    }

    private static void CheckCounts(
        PointsTree? tree, List<(int DocId, long Value)> found, ulong[] docs, string name, PartProblems problems)
    {
        if (tree is null) return;
        var documents = docs.Sum(static word => (long)System.Numerics.BitOperations.PopCount(word));
        problems.Require(tree.Points == found.Count, $"{name} are {found.Count}, their entry says {tree.Points}");
        problems.Require(
            tree.DocCount == documents, $"{name} are in {documents} documents, their entry says {tree.DocCount}");
        problems.Require(
            found.Count == 0 || (tree.Min == found[0].Value && tree.Max == found[^1].Value),
            $"{name} do not go from {tree.Min} to {tree.Max}");
    }

    private static void CheckRanges(
        PointsReader points,
        FieldInfo field,
        List<(int DocId, long Value)> found,
        int maxDoc,
        string name,
        PartProblems problems)
    {
        for (var k = 0; k < Ranges && found.Count > 0; k++)
        {
            var at = (int)((long)found.Count * k / Ranges);
            var (min, max) = (found[at].Value, found[(at + found.Count - 1) / 2].Value);
            var (bits, expected) = (new ulong[(maxDoc + 63L) / 64], new ulong[(maxDoc + 63L) / 64]);
            points.CollectLongRange(field, min, max, bits);
            foreach (var (docId, value) in found)
                if (value >= min && value <= max) expected[docId >> 6] |= 1UL << (docId & 63);
            problems.Require(
                bits.AsSpan().SequenceEqual(expected),
                $"{name}: the range {min} to {max} finds other documents than a walk");
        }
    }
}
