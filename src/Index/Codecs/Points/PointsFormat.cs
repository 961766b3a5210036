using System.Buffers.Binary;
using System.Numerics;

namespace Dateline.Index.Codecs.Points;

/// <summary>
/// Names, versions and shapes of <c>.kdd</c>, <c>.kdi</c> and <c>.kdm</c> (LUCENE87 sections 2 and 16).
/// </summary>
internal static class PointsFormat
{
    public const string DataCodec = "Lucene86PointsFormatData";
    public const string IndexCodec = "Lucene86PointsFormatIndex";
    public const string MetaCodec = "Lucene86PointsFormatMeta";
    public const string TreeCodec = "BKD";
    public const int Version = 0;
    public const int TreeVersion = 9;
    public const int LeafPoints = 512;
    public const int LongBytes = 8;

    /// <summary>How document ids of a leaf are stored: as differences, or in so many bits each.</summary>
    public const byte DeltaIds = 0;
    public const byte Ids24 = 24;
    public const byte Ids32 = 32;

    /// <summary>
    /// How values of a leaf are stored: all equal, runs of equal values, or (0) runs of an equal next byte.
    /// </summary>
    public const byte AllEqual = 0xFF;
    public const byte EqualRuns = 0xFE;
    public const byte ByteRuns = 0;

    /// <summary>
    /// Leaves in the left part of a tree of n leaves: the tree is complete, its last level filled from the left.
    /// </summary>
    public static int LeftLeaves(int leaves)
    {
        var full = 1 << BitOperations.Log2((uint)leaves);
        var half = full / 2;
        return half + Math.Min(leaves - full, half);
    }

    /// <summary>A long as bytes whose unsigned order is the numbers' order.</summary>
    public static void WriteSortable(long value, Span<byte> bytes) =>
        BinaryPrimitives.WriteInt64BigEndian(bytes, value ^ long.MinValue);

    /// <summary>The inverse of <see cref="WriteSortable"/>.</summary>
    public static long ReadSortable(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;
}
