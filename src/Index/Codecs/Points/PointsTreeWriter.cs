using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Points;

/// <summary>
/// Writes the packed index over the leaves, pre-order (LUCENE87 section 16): split values as differences from the last
/// split on the path, leaf positions as differences from the leftmost leaf of the parent.
/// </summary>
/// <param name="output">The index file.</param>
/// <param name="pointers">Where each leaf starts in the data file.</param>
/// <param name="splits">The smallest value of each leaf.</param>
internal sealed class PointsTreeWriter(IndexOutput output, long[] pointers, long[] splits)
{
    private const int Width = PointsFormat.LongBytes;

    public void Write() => WriteNode(output, new Node(0, pointers.Length, false, 0, false), stackalloc byte[Width]);

    private void WriteNode(IndexOutput to, Node node, ReadOnlySpan<byte> last)
    {
        if (!node.IsLeft) to.WriteVLong(pointers[node.First] - node.Pointer);
        if (node.Leaves == 1) return;
        var left = PointsFormat.LeftLeaves(node.Leaves);
        Span<byte> split = stackalloc byte[Width];
        PointsFormat.WriteSortable(splits[node.First + left], split);
        WriteSplit(to, split, last, node.Negated);

        var pointer = pointers[node.First];
        var leftNode = new Node(node.First, left, true, pointer, true);
        if (left > 1)
        {
            using var part = new BufferOutput();
            WriteNode(part, leftNode, split);
            to.WriteVInt(part.Written.Length);
            to.WriteBytes(part.Written);
        }

        WriteNode(to, new Node(node.First + left, node.Leaves - left, false, pointer, false), split);
    }

    private static void WriteSplit(IndexOutput to, ReadOnlySpan<byte> split, ReadOnlySpan<byte> last, bool negated)
    {
        var prefix = split.CommonPrefixLength(last);
        var delta = prefix == Width ? 0 : negated ? last[prefix] - split[prefix] : split[prefix] - last[prefix];
        to.WriteVInt(delta * (1 + Width) + prefix);
        if (prefix < Width) to.WriteBytes(split[(prefix + 1)..]);
    }

    /// <summary>
    /// A subtree: its leaves, whether it is a left part, the parent's leftmost position, whether deltas are negated.
    /// </summary>
    private readonly record struct Node(int First, int Leaves, bool IsLeft, long Pointer, bool Negated);
}
