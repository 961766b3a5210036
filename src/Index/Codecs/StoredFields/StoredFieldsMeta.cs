using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// What <c>.fdm</c> says: where chunks start, in documents and in bytes; each with the end as last entry.
/// </summary>
internal sealed record StoredFieldsMeta(int ChunkBytes, int MaxDoc, DirectMonotonic ChunkDocs,
    DirectMonotonic ChunkPointers)
{
    public static StoredFieldsMeta Read(SegmentFiles files, IndexInput data)
    {
        var meta = files.Open("fdm", StoredFieldsFormat.MetaCodec, StoredFieldsFormat.MetaVersion,
            StoredFieldsFormat.MetaVersion, out _, verify: true);
        var index = files.Open("fdx", StoredFieldsFormat.IndexCodec, StoredFieldsFormat.IndexVersion,
            StoredFieldsFormat.IndexVersion, out _);
        var chunkBytes = meta.ReadCount(int.MaxValue / 4, "chunk size");
        if (chunkBytes == 0) throw meta.Corrupt("chunk size is 0");
        meta.ReadVInt(); // packed-ints version
        var maxDoc = meta.ReadInt32();
        if (maxDoc != files.MaxDoc)
            throw meta.Corrupt($"{maxDoc} documents are stored, the segment has {files.MaxDoc}");
        var shift = meta.ReadInt32();
        var entries = meta.ReadInt32();
        if (entries < 1) throw meta.Corrupt($"number of chunks is {entries - 1}");
        var chunkDocs = DirectMonotonic.Read(meta, index, meta.ReadInt64(), entries, shift);
        var chunkPointers = DirectMonotonic.Read(meta, index, meta.ReadInt64(), entries, shift);
        meta.ReadInt64(); // end of the index data
        var end = meta.ReadInt64();
        var (docEnd, dataEnd) = (chunkDocs.Get(entries - 1), chunkPointers.Get(entries - 1));
        if (docEnd != maxDoc || dataEnd != end || end != data.Length - CodecHeader.FooterLength)
            throw meta.Corrupt(
                $"chunks end at document {docEnd} of {maxDoc}, byte {dataEnd} and {end} of {data.Length}");
        return new StoredFieldsMeta(chunkBytes, maxDoc, chunkDocs, chunkPointers);
    }
}
