using Dateline.Index.Numerics;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>Where the chunks of stored fields begin, as the <c>fdx</c> and <c>fdm</c> files say it.</summary>
/// <param name="dataStart">Position of the first chunk in the data.</param>
internal sealed class StoredChunkIndex(long dataStart)
{
    private readonly List<long> _docs = [0];
    private readonly List<long> _pointers = [dataStart];
    private int _incompleteChunks;
    private int _missingDocs; // that would have fitted in those

    /// <summary>A chunk ended.</summary>
    /// <param name="docs">Documents up to its end.</param>
    /// <param name="position">Its end in the data.</param>
    public void AddChunk(int docs, long position)
    {
        _docs.Add(docs);
        _pointers.Add(position);
    }

    /// <summary>The chunk that ends next has only so many documents.</summary>
    public void NoteIncomplete(int docs)
    {
        _incompleteChunks++;
        _missingDocs += StoredFieldsFormat.ChunkDocs - docs;
    }

    /// <summary>Writes both files.</summary>
    /// <param name="files">The segment's files.</param>
    /// <param name="dataEnd">Length of the data without footer.</param>
    public void Write(SegmentFiles files, long dataEnd)
    {
        const int shift = StoredFieldsFormat.IndexBlockShift;
        using var index = files.Create("fdx", StoredFieldsFormat.IndexCodec, StoredFieldsFormat.IndexVersion);
        using var meta = files.Create("fdm", StoredFieldsFormat.MetaCodec, StoredFieldsFormat.MetaVersion);
        meta.WriteVInt(StoredFieldsFormat.ChunkBytes);
        meta.WriteVInt(StoredFieldsFormat.PackedIntsVersion);
        meta.WriteInt32((int)_docs[^1]);
        meta.WriteInt32(shift);
        meta.WriteInt32(_docs.Count);
        meta.WriteInt64(index.Position);
        DirectMonotonicWriter.Write(meta, index, shift, _docs.ToArray());
        meta.WriteInt64(index.Position);
        DirectMonotonicWriter.Write(meta, index, shift, _pointers.ToArray());
        meta.WriteInt64(index.Position);
        meta.WriteInt64(dataEnd);
        meta.WriteVLong(_incompleteChunks);
        meta.WriteVLong(_missingDocs);
        CodecHeader.WriteFooter(index);
        CodecHeader.WriteFooter(meta);
    }
}
