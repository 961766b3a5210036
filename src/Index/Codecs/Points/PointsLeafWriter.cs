using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Points;

/// <summary>
/// Writes one leaf: document ids, common prefix, values in the cheapest of three forms (LUCENE87 section 16).
/// </summary>
internal sealed class PointsLeafWriter(IndexOutput output)
{
    private const int Width = PointsFormat.LongBytes;
    private readonly byte[] _packed = new byte[PointsFormat.LeafPoints * Width];
    private int _count;

    /// <summary>Values ascend; ids are parallel to them.</summary>
    public void Write(ReadOnlySpan<long> values, ReadOnlySpan<int> docIds)
    {
        _count = values.Length;
        for (var k = 0; k < values.Length; k++) PointsFormat.WriteSortable(values[k], _packed.AsSpan(k * Width));
        output.WriteVInt(values.Length);
        WriteIds(docIds);
        var prefix = Value(0).CommonPrefixLength(Value(_count - 1));
        output.WriteVInt(prefix);
        output.WriteBytes(Value(0)[..prefix]);
        if (prefix == Width)
        {
            output.WriteByte(PointsFormat.AllEqual);
            return;
        }

        var (equalRuns, byteRuns) = Costs(prefix);
        if (equalRuns <= byteRuns) WriteEqualRuns(prefix);
        else WriteByteRuns(prefix);
    }

    private ReadOnlySpan<byte> Value(int k) => _packed.AsSpan(k * Width, Width);

    private void WriteIds(ReadOnlySpan<int> docIds)
    {
        var (last, sorted, highest) = (0, true, 0);
        foreach (var docId in docIds)
        {
            sorted &= docId >= last;
            highest |= docId;
            last = docId;
        }

        output.WriteByte(sorted ? PointsFormat.DeltaIds : highest < 1 << 24 ? PointsFormat.Ids24 : PointsFormat.Ids32);
        last = 0;
        foreach (var docId in docIds)
        {
            if (sorted)
            {
                output.WriteVInt(docId - last);
            }
            else if (highest < 1 << 24)
            {
                output.WriteByte((byte)(docId >> 16));
                output.WriteInt16((short)docId);
            }
            else
            {
                output.WriteInt32(docId);
            }

            last = docId;
        }
    }

    private (int EqualRuns, int ByteRuns) Costs(int prefix)
    {
        var equalRuns = 0;
        for (var from = 0; from < _count; from = EndOfRun(from, Width))
            equalRuns += (EndOfRun(from, Width) - from < 0x80 ? 1 : 2) + Width - prefix;
        var byteRuns = _count * (Width - prefix - 1);
        for (var from = 0; from < _count; from = EndOfRun(from, prefix + 1)) byteRuns += 2;
        return (equalRuns, byteRuns);
    }

    /// <summary>
    /// Where the run of values that share this many bytes with the one at <paramref name="from"/> ends.
    /// </summary>
    private int EndOfRun(int from, int sharedBytes)
    {
        var to = from + 1;
        var most = sharedBytes == Width ? _count : Math.Min(_count, from + 255); // a byte holds the length of byte runs
        while (to < most && Value(to)[..sharedBytes].SequenceEqual(Value(from)[..sharedBytes])) to++;
        return to;
    }

    private void WriteEqualRuns(int prefix)
    {
        output.WriteByte(PointsFormat.EqualRuns);
        for (var from = 0; from < _count;)
        {
            var to = EndOfRun(from, Width);
            output.WriteVInt(to - from);
            output.WriteBytes(Value(from)[prefix..]);
            from = to;
        }
    }

    private void WriteByteRuns(int prefix)
    {
        output.WriteByte(PointsFormat.ByteRuns);
        for (var from = 0; from < _count;)
        {
            var to = Math.Min(from + 255, EndOfRun(from, prefix + 1));
            output.WriteByte(Value(from)[prefix]);
            output.WriteByte((byte)(to - from));
            for (; from < to; from++) output.WriteBytes(Value(from)[(prefix + 1)..]);
        }
    }
}
