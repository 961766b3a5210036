using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Points;

/// <summary>
/// Writes one-dimensional long points (LUCENE87 section 16): sorted by value, then document, cut into leaves of 512
/// under a packed binary tree of split values. Every field with points must be written once; one without any point is
/// left out.
/// </summary>
internal sealed class PointsWriter : IDisposable
{
    private readonly IndexOutput _data;
    private readonly IndexOutput _index;
    private readonly IndexOutput _meta;
    private readonly int _maxDoc;

    public PointsWriter(SegmentFiles files)
    {
        _maxDoc = files.MaxDoc;
        _data = files.Create("kdd", PointsFormat.DataCodec, PointsFormat.Version);
        try
        {
            _index = files.Create("kdi", PointsFormat.IndexCodec, PointsFormat.Version);
            _meta = files.Create("kdm", PointsFormat.MetaCodec, PointsFormat.Version);
        }
        catch
        {
            _index?.Dispose();
            _data.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Points of 8 bytes: value k belongs to document k of the parallel arrays, in any order; sorts both in place.
    /// </summary>
    public void WriteLong(FieldInfo field, long[] values, int[] docIds)
    {
        if (values.Length != docIds.Length)
            throw new ArgumentException($"Field \"{field.Name}\": {values.Length} values, {docIds.Length} documents.",
                nameof(docIds));
        if (values.Length == 0) return;
        Sort(values, docIds);
        var leaves = (values.Length + PointsFormat.LeafPoints - 1) / PointsFormat.LeafPoints;
        var pointers = new long[leaves];
        var splits = new long[leaves];
        var leaf = new PointsLeafWriter(_data);
        for (var k = 0; k < leaves; k++)
        {
            var start = k * PointsFormat.LeafPoints;
            var count = Math.Min(PointsFormat.LeafPoints, values.Length - start);
            pointers[k] = _data.Position;
            splits[k] = values[start];
            leaf.Write(values.AsSpan(start, count), docIds.AsSpan(start, count));
        }

        var indexStart = _index.Position;
        new PointsTreeWriter(_index, pointers, splits).Write();
        WriteMeta(field, values, CountDocs(field, docIds), pointers, indexStart);
    }

    /// <summary>Ends the files. Nothing may be written after it.</summary>
    public void Finish()
    {
        _meta.WriteInt32(-1);
        CodecHeader.WriteFooter(_index);
        CodecHeader.WriteFooter(_data);
        _meta.WriteInt64(_index.Position);
        _meta.WriteInt64(_data.Position);
        CodecHeader.WriteFooter(_meta);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _meta.Dispose();
        _index.Dispose();
        _data.Dispose();
    }

    private static void Sort(long[] values, int[] docIds)
    {
        Array.Sort(values, docIds);
        for (var from = 0; from < values.Length;)
        {
            var to = from + 1;
            while (to < values.Length && values[to] == values[from]) to++;
            if (to - from > 1) docIds.AsSpan(from, to - from).Sort();
            from = to;
        }
    }

    private int CountDocs(FieldInfo field, int[] docIds)
    {
        var seen = new ulong[(_maxDoc + 63) / 64];
        var count = 0;
        foreach (var docId in docIds)
        {
            if ((uint)docId >= (uint)_maxDoc)
                throw new ArgumentException($"Field \"{field.Name}\": document {docId} in a segment of {_maxDoc}.",
                    nameof(docIds));
            if ((seen[docId >> 6] >> docId & 1) == 0) count++;
            seen[docId >> 6] |= 1UL << docId;
        }

        return count;
    }

    private void WriteMeta(FieldInfo field, long[] values, int docCount, long[] pointers, long indexStart)
    {
        Span<byte> packed = stackalloc byte[PointsFormat.LongBytes];
        _meta.WriteInt32(field.Number);
        CodecHeader.WritePlain(_meta, PointsFormat.TreeCodec, PointsFormat.TreeVersion);
        _meta.WriteVInt(1);
        _meta.WriteVInt(1);
        _meta.WriteVInt(PointsFormat.LeafPoints);
        _meta.WriteVInt(PointsFormat.LongBytes);
        _meta.WriteVInt(pointers.Length);
        PointsFormat.WriteSortable(values[0], packed);
        _meta.WriteBytes(packed);
        PointsFormat.WriteSortable(values[^1], packed);
        _meta.WriteBytes(packed);
        _meta.WriteVLong(values.Length);
        _meta.WriteVInt(docCount);
        _meta.WriteVInt((int)(_index.Position - indexStart));
        _meta.WriteInt64(pointers[0]);
        _meta.WriteInt64(indexStart);
    }
}
