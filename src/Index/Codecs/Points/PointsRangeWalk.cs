using System.Buffers;
using System.Buffers.Binary;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Points;

/// <summary>
/// One range query over one tree: goes down only into subtrees whose value range meets the query's, and does not decode
/// values of leaves that lie inside it entirely (LUCENE87 section 16).
/// </summary>
/// <param name="tree">The field's points.</param>
/// <param name="min">Smallest value of the range.</param>
/// <param name="max">Largest value of the range.</param>
/// <param name="bits">Gets the bits of matching documents; not used when <paramref name="points"/> is given.</param>
/// <param name="points">Gets matching documents with their values; null when only bits are wanted.</param>
internal sealed class PointsRangeWalk(
    PointsTree tree, long min, long max, ulong[] bits, List<(int DocId, long Value)>? points = null)
{
    private const int Width = PointsFormat.LongBytes;
    private readonly IndexInput _index = tree.Index.Clone();
    private readonly IndexInput _data = tree.Data.Clone();
    private long _visited; // points of the leaves visited
    private bool _estimates; // leaves are not visited, and subtrees inside the range not descended into

    public void Run()
    {
        if (tree.Max < min || tree.Min > max) return;
        Walk(new Node(tree.Leaves, false, 0, false), stackalloc byte[Width], tree.Min, tree.Max);
    }

    /// <summary>
    /// Points in the leaves that the range meets: never fewer than match, and at most two leaves more.
    /// </summary>
    public long Estimate()
    {
        _estimates = true;
        Run();
        return Math.Min(_visited, tree.Points);
    }

    /// <summary>Walks a subtree whose values all lie from <paramref name="low"/> to <paramref name="high"/>.</summary>
    private void Walk(Node node, ReadOnlySpan<byte> last, long low, long high)
    {
        var pointer = node.IsLeft ? node.Pointer : node.Pointer + _index.ReadVLong();
        if (_estimates && (node.Leaves == 1 || (low >= min && high <= max)))
        {
            _visited += (long)node.Leaves * tree.LeafPoints;
            return;
        }

        if (node.Leaves == 1)
        {
            VisitLeaf(pointer, low >= min && high <= max);
            return;
        }

        Span<byte> packed = stackalloc byte[Width];
        ReadSplit(packed, last, node.Negated);
        var split = PointsFormat.ReadSortable(packed);
        var left = PointsFormat.LeftLeaves(node.Leaves);
        var leftLength = left > 1 ? _index.ReadCount(_index.Remaining, "length of the left subtree") : 0;
        var right = _index.Position + leftLength;
        if (min <= split) Walk(new Node(left, true, pointer, true), packed, low, split);
        if (max < split) return;
        _index.Position = right;
        Walk(new Node(node.Leaves - left, false, pointer, false), packed, split, high);
    }

    private void ReadSplit(Span<byte> split, ReadOnlySpan<byte> last, bool negated)
    {
        var code = _index.ReadCount(int.MaxValue, "split code");
        var prefix = code % (1 + Width);
        var delta = code / (1 + Width);
        last.CopyTo(split);
        if (prefix == Width) return;
        split[prefix] = (byte)(last[prefix] + (negated ? -delta : delta));
        _index.ReadSpan(Width - prefix - 1).CopyTo(split[(prefix + 1)..]);
    }

    private void VisitLeaf(long pointer, bool allMatch)
    {
        _data.Position = pointer;
        var count = _data.ReadCount(tree.LeafPoints, "points in a leaf");
        _visited += count;
        if (_visited > tree.Points) throw _data.Corrupt($"leaves hold more than the {tree.Points} points of the tree");
        var rented = ArrayPool<int>.Shared.Rent(count);
        var docIds = rented.AsSpan(0, count);
        ReadIds(docIds);
        if (allMatch && points is null) Set(docIds);
        else MatchValues(docIds);
        ArrayPool<int>.Shared.Return(rented);
    }

    private void ReadIds(Span<int> docIds)
    {
        var form = _data.ReadByte();
        if (form is not (PointsFormat.DeltaIds or PointsFormat.Ids24 or PointsFormat.Ids32))
            throw _data.Corrupt($"document ids of a leaf have form {form}, expected 0, 24 or 32");
        var highest = form switch
        {
            PointsFormat.DeltaIds => ReadDeltas(docIds),
            PointsFormat.Ids24 => Read24(_data.ReadSpan(3 * docIds.Length), docIds),
            _ => Read32(_data.ReadSpan(sizeof(int) * docIds.Length), docIds),
        };
        if (highest >= (uint)tree.MaxDoc)
            throw _data.Corrupt($"a leaf has document {highest}, the segment {tree.MaxDoc}");
    }

    // Each of these returns the highest id, so that one comparison checks all.
    private uint ReadDeltas(Span<int> docIds)
    {
        var highest = 0u;
        var last = 0;
        foreach (ref var docId in docIds)
        {
            docId = last += _data.ReadVInt();
            highest = Math.Max(highest, (uint)docId);
        }

        return highest;
    }

    private static uint Read24(ReadOnlySpan<byte> bytes, Span<int> docIds)
    {
        var highest = 0u;
        for (var k = 0; k < docIds.Length; k++)
        {
            var id = bytes.Slice(3 * k, 3);
            docIds[k] = id[0] << 16 | id[1] << 8 | id[2];
            highest = Math.Max(highest, (uint)docIds[k]);
        }

        return highest;
    }

    private static uint Read32(ReadOnlySpan<byte> bytes, Span<int> docIds)
    {
        var highest = 0u;
        for (var k = 0; k < docIds.Length; k++)
        {
            docIds[k] = BinaryPrimitives.ReadInt32BigEndian(bytes.Slice(sizeof(int) * k, sizeof(int)));
            highest = Math.Max(highest, (uint)docIds[k]);
        }

        return highest;
    }

    private void MatchValues(ReadOnlySpan<int> docIds)
    {
        Span<byte> value = stackalloc byte[Width];
        var prefix = _data.ReadCount(Width, "common prefix");
        _data.ReadSpan(prefix).CopyTo(value);
        var form = _data.ReadByte();
        if (form == PointsFormat.AllEqual && prefix == Width)
        {
            MatchAll(docIds, value);
            return;
        }

        if (prefix == Width || form is not (PointsFormat.EqualRuns or PointsFormat.ByteRuns))
            throw _data.Corrupt($"values of a leaf have form {form} after a prefix of {prefix} bytes");
        for (var at = 0; at < docIds.Length;)
        {
            if (form == PointsFormat.ByteRuns) value[prefix] = _data.ReadByte();
            var run = form == PointsFormat.EqualRuns ? _data.ReadVInt() : _data.ReadByte();
            if (run < 1 || run > docIds.Length - at)
                throw _data.Corrupt($"run of {run} values in a leaf of {docIds.Length}");
            if (form == PointsFormat.EqualRuns) MatchRun(docIds.Slice(at, run), value, prefix);
            else MatchEach(docIds.Slice(at, run), value, prefix + 1);
            at += run;
        }
    }

    private void MatchRun(ReadOnlySpan<int> docIds, Span<byte> value, int prefix)
    {
        _data.ReadSpan(Width - prefix).CopyTo(value[prefix..]);
        MatchAll(docIds, value);
    }

    private void MatchEach(ReadOnlySpan<int> docIds, Span<byte> value, int prefix)
    {
        foreach (ref readonly var docId in docIds)
        {
            _data.ReadSpan(Width - prefix).CopyTo(value[prefix..]);
            MatchAll(new ReadOnlySpan<int>(in docId), value);
        }
    }

    private void MatchAll(ReadOnlySpan<int> docIds, ReadOnlySpan<byte> packed)
    {
        var value = PointsFormat.ReadSortable(packed);
        if (value < min || value > max) return;
        if (points is null) Set(docIds);
        else
            foreach (var docId in docIds) points.Add((docId, value));
    }

    private void Set(ReadOnlySpan<int> docIds)
    {
        foreach (var docId in docIds) bits[docId >> 6] |= 1UL << docId;
    }

    /// <summary>
    /// A subtree: its leaves, whether it is a left part, the parent's leftmost position, whether deltas are negated.
    /// </summary>
    private readonly record struct Node(int Leaves, bool IsLeft, long Pointer, bool Negated);
}
