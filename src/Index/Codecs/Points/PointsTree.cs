using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Points;

/// <summary>One field's tree as <c>.kdm</c> describes it. Immutable.</summary>
internal sealed record PointsTree(IndexInput Index, IndexInput Data, int MaxDoc)
{
    private const int MaxLeafPoints = 1 << 16;
    private const int MaxDimensions = 16;

    /// <summary>True for one dimension of 8 bytes.</summary>
    public bool IsLong { get; private init; }

    public int Leaves { get; private init; }

    /// <summary>No leaf has more points.</summary>
    public int LeafPoints { get; private init; }

    /// <summary>Number of points; each takes at least a byte of the data.</summary>
    public long Points { get; private init; }

    /// <summary>Documents that have a point.</summary>
    public int DocCount { get; private init; }

    public long Min { get; private init; }

    public long Max { get; private init; }

    public static PointsTree Read(IndexInput meta, IndexInput index, IndexInput data, int maxDoc, FieldInfo field)
    {
        CodecHeader.ReadPlain(meta, PointsFormat.TreeCodec, PointsFormat.TreeVersion, PointsFormat.TreeVersion);
        var dimensions = meta.ReadCount(MaxDimensions, "point dimensions");
        var indexDimensions = meta.ReadCount(dimensions, "indexed point dimensions");
        var leafPoints = meta.ReadCount(MaxLeafPoints, "points in a leaf");
        var width = meta.ReadCount(MaxDimensions, "bytes of a point dimension");
        if (dimensions != field.PointDimensions || indexDimensions != field.PointIndexDimensions
            || width != field.PointBytes)
            throw meta.Corrupt($"points of field \"{field.Name}\" have another shape than .fnm says");
        var leaves = meta.ReadCount(int.MaxValue, "leaves");
        var min = meta.ReadSpan(indexDimensions * width);
        var max = meta.ReadSpan(indexDimensions * width);
        var points = meta.ReadVLong();
        var docCount = meta.ReadCount(maxDoc, "documents with points");
        var indexLength = meta.ReadCount(index.Length, "packed index length");
        var dataStart = meta.ReadInt64();
        var indexStart = meta.ReadInt64();
        if (leaves < 1 || leaves > (long)indexLength * 2 || points < leaves || points > data.Length)
            throw meta.Corrupt($"{points} points in {leaves} leaves under an index of {indexLength} bytes");
        if (indexStart < 0 || indexStart > index.Length - indexLength || dataStart < 0 || dataStart > data.Length)
            throw meta.Corrupt($"the tree lies at {indexStart} and {dataStart}, outside its files");
        var isLong = dimensions == 1 && indexDimensions == 1 && width == PointsFormat.LongBytes;
        return new PointsTree(index.Slice(indexStart, indexLength), data, maxDoc)
        {
            IsLong = isLong,
            Leaves = leaves,
            LeafPoints = leafPoints,
            Points = points,
            DocCount = docCount,
            Min = isLong ? PointsFormat.ReadSortable(min) : 0,
            Max = isLong ? PointsFormat.ReadSortable(max) : 0,
        };
    }
}
