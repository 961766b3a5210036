using System.Numerics;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// An arc found in a node; addresses count from the start of the data, outputs stand there back to front.
/// </summary>
internal struct FoundArc
{
    public int Flags;
    public int OutputAt;
    public int OutputLength;
    public int FinalAt;
    public int FinalLength;

    /// <summary>Address of the node behind the arc; 0 when there is none.</summary>
    public int Target;

    /// <summary>True when a key ends after this arc.</summary>
    public readonly bool IsFinal => (Flags & FstReader.FinalFlag) != 0;
}

/// <summary>
/// Steps through a byte-labelled FST of version 7 in place, back to front (LUCENE87 section 13). Every step leads to a
/// smaller address, so a walk ends on any bytes. Lives on the stack and allocates nothing.
/// </summary>
/// <param name="data">The FST's bytes.</param>
/// <param name="file">File name, for messages.</param>
/// <param name="origin">File offset of the first byte, for messages.</param>
internal ref struct FstReader(ReadOnlySpan<byte> data, string file, long origin)
{
    public const string Codec = "FST";
    public const int Version = 7;
    public const int FinalFlag = 0x01;
    public const int LastFlag = 0x02;
    public const int NextFlag = 0x04;
    public const int NoTargetFlag = 0x08;
    public const int OutputFlag = 0x10;
    public const int FinalOutputFlag = 0x20;
    public const byte BinarySearchNode = 0x20;
    public const byte DirectNode = 0x40;

    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    /// <summary>The arc of that label, if the node has one.</summary>
    public bool TryFindArc(int node, byte label, out FoundArc arc)
    {
        _at = node;
        var kind = ReadByte();
        if (kind == BinarySearchNode) return TryFindByBinarySearch(node, label, out arc);
        if (kind == DirectNode) return TryFindDirect(node, label, out arc);
        _at = node;
        return TryFindInList(node, label, out arc);
    }

    private bool TryFindInList(int node, byte label, out FoundArc arc)
    {
        while (true)
        {
            int flags = ReadByte();
            var found = ReadByte();
            ReadArc(flags, node, out arc);
            var isLast = (flags & LastFlag) != 0;
            if (found == label)
            {
                if ((flags & (NextFlag | NoTargetFlag)) == NextFlag)
                    arc.Target = CheckTarget(isLast ? _at : EndOfList(node), node);
                return true;
            }

            if (isLast || found > label) return false;
        }
    }

    // The node an arc flagged "next" leads to starts right after the last arc of its own node.
    private int EndOfList(int node)
    {
        while (true)
        {
            int flags = ReadByte();
            ReadByte();
            ReadArc(flags, node, out _);
            if ((flags & LastFlag) != 0) return _at;
        }
    }

    private bool TryFindByBinarySearch(int node, byte label, out FoundArc arc)
    {
        int count = ReadVInt(), size = ReadVInt(), start = _at;
        if (size < 2 || (long)count * size > start + 1L)
            throw Corrupt($"{count} arcs of {size} bytes do not fit in a node");
        int low = 0, high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _data[start - middle * size - 1];
            if (found == label)
            {
                _at = start - middle * size;
                int flags = ReadByte();
                ReadByte();
                ReadArc(flags, node, out arc);
                return true;
            }

            if (found < label) low = middle + 1;
            else high = middle - 1;
        }

        arc = default;
        return false;
    }

    private bool TryFindDirect(int node, byte label, out FoundArc arc)
    {
        int range = ReadVInt(), size = ReadVInt(), bits = _at;
        if (range > 256 || size < 1) throw Corrupt($"direct node with {range} labels of {size} bytes");
        var bytes = (range + 7) >> 3;
        if (bytes > bits) throw Corrupt($"presence bits of {range} labels leave the data");
        _at = bits - bytes;
        var offset = label - ReadByte();
        arc = default;
        if ((uint)offset >= (uint)range || (_data[bits - (offset >> 3)] >> (offset & 7) & 1) == 0) return false;
        var rank = BitOperations.PopCount(_data[bits - (offset >> 3)] & (1u << (offset & 7)) - 1);
        for (var k = 0; k < offset >> 3; k++) rank += BitOperations.PopCount(_data[bits - k]);
        var at = _at - (long)rank * size;
        if (at < 0) throw Corrupt($"arc {rank} of {size} bytes leaves the data");
        _at = (int)at;
        ReadArc(ReadByte(), node, out arc);
        return true;
    }

    private void ReadArc(int flags, int node, out FoundArc arc)
    {
        arc = new FoundArc { Flags = flags };
        if ((flags & OutputFlag) != 0) (arc.OutputAt, arc.OutputLength) = ReadOutput();
        if ((flags & FinalOutputFlag) != 0) (arc.FinalAt, arc.FinalLength) = ReadOutput();
        if ((flags & (NoTargetFlag | NextFlag)) == 0) arc.Target = CheckTarget(ReadVLong(), node);
    }

    private (int At, int Length) ReadOutput()
    {
        var length = ReadVInt();
        var at = _at;
        if (length > at + 1) throw Corrupt($"an output of {length} bytes leaves the data");
        _at -= length;
        return (at, length);
    }

    private readonly int CheckTarget(long target, int node) =>
        target > 0 && target < node ? (int)target : throw Corrupt($"node {node} leads to {target}");

    /// <summary>
    /// Appends an output, given by its address, to the first <paramref name="used"/> bytes of a buffer.
    /// </summary>
    public readonly int Append(int at, int length, Span<byte> buffer, int used)
    {
        if (length > buffer.Length - used) throw Corrupt($"an output has more than {buffer.Length} bytes");
        for (var k = 0; k < length; k++) buffer[used + k] = _data[at - k];
        return used + length;
    }

    private byte ReadByte()
    {
        if ((uint)_at >= (uint)_data.Length) throw Corrupt("a node leaves the data");
        return _data[_at--];
    }

    private int ReadVInt()
    {
        var value = ReadVLong();
        return value <= int.MaxValue ? (int)value : throw Corrupt($"number {value} has more than 31 bits");
    }

    private long ReadVLong()
    {
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var b = ReadByte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw Corrupt("number is longer than 9 bytes");
    }

    private readonly CorruptIndexException Corrupt(string what) => new(file, origin + _at, $"terms index: {what}");
}
