using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>One arc of a node about to be written.</summary>
internal readonly record struct FstArc
{
    public byte Label { get; init; }

    /// <summary>True when a key ends after this arc.</summary>
    public bool IsFinal { get; init; }

    public ReadOnlyMemory<byte> Output { get; init; }

    public ReadOnlyMemory<byte> FinalOutput { get; init; }

    /// <summary>Address of the node behind the arc; 0 when there is none.</summary>
    public long Target { get; init; }
}

/// <summary>
/// Lays a node out in logical byte order, in the form a reader searches fastest: few arcs as a list, many as an array
/// for binary search or, when that costs no more, addressed by label (LUCENE87 section 13).
/// </summary>
internal sealed class FstNodeEncoder : IDisposable
{
    private const int ShallowDepth = 3;
    private const int ShallowArrayArcs = 5;
    private const int DeepArrayArcs = 10;

    private readonly BufferOutput _node = new();
    private readonly BufferOutput _arc = new();

    /// <summary>The node's bytes; valid until the next call.</summary>
    /// <param name="arcs">At least one, labels ascending.</param>
    /// <param name="depth">0 for the root.</param>
    /// <param name="lastAddress">Address of the node written last; a list arc to it needs no address.</param>
    public ReadOnlySpan<byte> Encode(List<FstArc> arcs, int depth, long lastAddress)
    {
        _node.Clear();
        if (arcs.Count >= DeepArrayArcs || (depth <= ShallowDepth && arcs.Count >= ShallowArrayArcs)) WriteArray(arcs);
        else WriteList(arcs, lastAddress);
        return _node.Written;
    }

    private void WriteList(List<FstArc> arcs, long lastAddress)
    {
        for (var k = 0; k < arcs.Count; k++)
        {
            var isNext = arcs[k].Target == lastAddress && lastAddress > 0;
            WriteArc(_node, arcs[k], k == arcs.Count - 1, isNext, withLabel: true);
        }
    }

    private void WriteArray(List<FstArc> arcs)
    {
        var size = 0;
        for (var k = 0; k < arcs.Count; k++) size = Math.Max(size, Measure(arcs[k]));
        int first = arcs[0].Label, range = arcs[^1].Label - first + 1;
        var direct = (range + 7) / 8 + 1 + arcs.Count * (size - 1) <= arcs.Count * size;
        _node.WriteByte(direct ? FstReader.DirectNode : FstReader.BinarySearchNode);
        _node.WriteVInt(direct ? range : arcs.Count);
        if (direct) size--;
        _node.WriteVInt(size);
        if (direct) WritePresence(arcs, first, range);
        for (var k = 0; k < arcs.Count; k++)
        {
            _arc.Clear();
            WriteArc(_arc, arcs[k], k == arcs.Count - 1, isNext: false, withLabel: !direct);
            while (_arc.Position < size) _arc.WriteByte(0);
            _arc.CopyTo(_node);
        }
    }

    private int Measure(FstArc arc)
    {
        _arc.Clear();
        WriteArc(_arc, arc, isLast: false, isNext: false, withLabel: true);
        return (int)_arc.Position;
    }

    private void WritePresence(List<FstArc> arcs, int first, int range)
    {
        Span<byte> present = stackalloc byte[32];
        present.Clear();
        foreach (var arc in arcs) present[(arc.Label - first) >> 3] |= (byte)(1 << ((arc.Label - first) & 7));
        _node.WriteBytes(present[..((range + 7) / 8)]);
        _node.WriteByte((byte)first);
    }

    private static void WriteArc(IndexOutput output, FstArc arc, bool isLast, bool isNext, bool withLabel)
    {
        var hasTarget = arc.Target != 0;
        var flags = (arc.IsFinal ? FstReader.FinalFlag : 0)
            | (isLast ? FstReader.LastFlag : 0)
            | (isNext ? FstReader.NextFlag : 0)
            | (hasTarget ? 0 : FstReader.NoTargetFlag)
            | (arc.Output.IsEmpty ? 0 : FstReader.OutputFlag)
            | (arc.FinalOutput.IsEmpty ? 0 : FstReader.FinalOutputFlag);
        output.WriteByte((byte)flags);
        if (withLabel) output.WriteByte(arc.Label);
        WriteOutput(output, arc.Output.Span);
        WriteOutput(output, arc.FinalOutput.Span);
        if (hasTarget && !isNext) output.WriteVLong(arc.Target);
    }

    private static void WriteOutput(IndexOutput output, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        output.WriteVInt(bytes.Length);
        output.WriteBytes(bytes);
    }

    public void Dispose()
    {
        _node.Dispose();
        _arc.Dispose();
    }
}
