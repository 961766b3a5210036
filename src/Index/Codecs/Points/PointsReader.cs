using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Points;

/// <summary>
/// Point ranges of one segment (LUCENE87 section 16). Thread-safe. Answers one-dimensional 8-byte points; other
/// geometries are read over and left unused.
/// </summary>
internal sealed class PointsReader
{
    private readonly Dictionary<int, PointsTree> _trees;

    private PointsReader(Dictionary<int, PointsTree> trees) => _trees = trees;

    /// <summary>Reads the meta file (whose checksum is verified) and opens index and data.</summary>
    public static PointsReader Open(SegmentFiles files, FieldInfos fields)
    {
        var meta = files.Open("kdm", PointsFormat.MetaCodec, PointsFormat.Version, PointsFormat.Version, out _,
            verify: true);
        var index = files.Open("kdi", PointsFormat.IndexCodec, PointsFormat.Version, PointsFormat.Version, out _);
        var data = files.Open("kdd", PointsFormat.DataCodec, PointsFormat.Version, PointsFormat.Version, out _);
        var trees = new Dictionary<int, PointsTree>();
        for (var number = meta.ReadInt32(); number != -1; number = meta.ReadInt32())
        {
            var field = fields.Find(number);
            if (field is not { PointDimensions: > 0 })
                throw meta.Corrupt($"points for field number {number}, which has none in .fnm");
            var tree = PointsTree.Read(meta, index, data, files.MaxDoc, field);
            if (!trees.TryAdd(number, tree)) throw meta.Corrupt($"points of field \"{field.Name}\" occur twice");
        }

        var (indexLength, dataLength) = (meta.ReadInt64(), meta.ReadInt64());
        if (indexLength != index.Length || dataLength != data.Length)
            throw meta.Corrupt(
                $"files have {index.Length} and {data.Length} bytes, expected {indexLength} and {dataLength}");
        return new PointsReader(trees);
    }

    /// <summary>True when the field has one-dimensional 8-byte points, which ranges can be asked of.</summary>
    public bool HasLongs(FieldInfo field) => _trees.TryGetValue(field.Number, out var tree) && tree.IsLong;

    /// <summary>The field's tree as its entry describes it; null without points.</summary>
    public PointsTree? Describe(FieldInfo field) => _trees.GetValueOrDefault(field.Number);

    /// <summary>
    /// Sets the bit (d % 64 of word d / 64) of every document with a value from <paramref name="min"/> to
    /// <paramref name="max"/>, both inclusive. A field without points sets none.
    /// </summary>
    /// <exception cref="ArgumentException">The bits do not cover the segment, or the points are not one long
    /// each.</exception>
    public void CollectLongRange(FieldInfo field, long min, long max, ulong[] bits)
    {
        if (min > max || !_trees.TryGetValue(field.Number, out var tree)) return;
        if (!tree.IsLong)
            throw new ArgumentException($"Points of field \"{field.Name}\" are not one long each.", nameof(field));
        if (bits.Length < (tree.MaxDoc + 63L) / 64)
            throw new ArgumentException($"{bits.Length} words for {tree.MaxDoc} documents.", nameof(bits));
        new PointsRangeWalk(tree, min, max, bits).Run();
    }

    /// <summary>About how many points lie in a range, at no cost that grows with them; never too few.</summary>
    public long EstimateLongRange(FieldInfo field, long min, long max) =>
        min <= max && _trees.TryGetValue(field.Number, out var tree) && tree.IsLong
            ? new PointsRangeWalk(tree, min, max, []).Estimate() : 0;

    /// <summary>Adds every point of a field, in order of value, to <paramref name="points"/>; for merging.</summary>
    public void ReadLongs(FieldInfo field, List<(int DocId, long Value)> points)
    {
        if (!_trees.TryGetValue(field.Number, out var tree)) return;
        if (!tree.IsLong)
            throw new ArgumentException($"Points of field \"{field.Name}\" are not one long each.", nameof(field));
        new PointsRangeWalk(tree, long.MinValue, long.MaxValue, [], points).Run();
    }
}
