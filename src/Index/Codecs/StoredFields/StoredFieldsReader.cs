using Dateline.Index.Numerics;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// The stored documents of one segment, LZ4 or deflate (LUCENE87 section 10). Thread-safe. <see cref="Read"/>
/// decompresses only the blocks a document lies in; to read many in order use <see cref="Scan"/>.
/// </summary>
internal sealed class StoredFieldsReader
{
    private readonly IndexInput _data;
    private readonly FieldInfos _fields;
    private readonly DirectMonotonic _chunkDocs;
    private readonly DirectMonotonic _chunkPointers;
    private readonly int _maxDoc;

    private StoredFieldsReader(IndexInput data, FieldInfos fields, StoredFieldsMeta meta, bool deflate)
    {
        _data = data;
        _fields = fields;
        _chunkDocs = meta.ChunkDocs;
        _chunkPointers = meta.ChunkPointers;
        _maxDoc = meta.MaxDoc;
        ChunkBytes = meta.ChunkBytes;
        IsDeflate = deflate;
    }

    /// <summary>Length of the slices of sliced chunks.</summary>
    public int ChunkBytes { get; }

    /// <summary>True for mode BEST_COMPRESSION.</summary>
    public bool IsDeflate { get; }

    /// <summary>Number of chunks.</summary>
    public int ChunkCount => (int)_chunkDocs.Count - 1;

    /// <summary>Reads the meta file (whose checksum is verified) and opens index and data.</summary>
    /// <param name="files">The segment.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="mode">BEST_SPEED or BEST_COMPRESSION, an attribute of the segment.</param>
    public static StoredFieldsReader Open(SegmentFiles files, FieldInfos fields, string mode)
    {
        if (mode is not (StoredFieldsFormat.BestSpeed or StoredFieldsFormat.BestCompression))
            throw new CorruptIndexException(files.FileName("si"), -1,
                $"stored fields mode is \"{mode}\", expected {StoredFieldsFormat.BestSpeed} or "
                    + $"{StoredFieldsFormat.BestCompression}");
        var deflate = mode == StoredFieldsFormat.BestCompression;
        var codec = deflate ? StoredFieldsFormat.HighDataCodec : StoredFieldsFormat.FastDataCodec;
        var data = files.Open("fdt", codec, StoredFieldsFormat.DataVersion, StoredFieldsFormat.DataVersion, out _);
        return new StoredFieldsReader(data, fields, StoredFieldsMeta.Read(files, data), deflate);
    }

    /// <summary>The fields of a document in stored order.</summary>
    public IReadOnlyList<StoredField> Read(int docId)
    {
        var chunk = StoredChunk.OfThread;
        var input = OpenChunk(docId, chunk);
        var inChunk = docId - chunk.FirstDoc;
        var raw = chunk.Extract(input, IsDeflate, ChunkBytes, chunk.Start(inChunk), chunk.Length(inChunk));
        return Parse(raw, chunk.FieldCount(inChunk), docId);
    }

    /// <summary>
    /// A reader for one thread that decompresses each chunk once when documents are asked for in order.
    /// </summary>
    public StoredFieldsScan Scan() => new(this);

    internal IReadOnlyList<StoredField> Parse(ReadOnlySpan<byte> raw, int fieldCount, int docId) =>
        StoredDocument.Parse(raw, fieldCount, _fields, _data.Name, docId);

    /// <summary>First document of a chunk.</summary>
    internal int FirstDocOf(int chunk) => (int)_chunkDocs.Get(chunk);

    /// <summary>
    /// Number of documents of a chunk and a cursor at its bytes behind the number of its first document.
    /// </summary>
    internal (int Docs, IndexInput Content) PackedChunk(int chunk)
    {
        var first = FirstDocOf(chunk);
        var input = OpenChunk(first, StoredChunk.OfThread);
        input.Position = 0;
        input.ReadVInt();
        return (FirstDocOf(chunk + 1) - first, input);
    }

    private int FindChunk(int docId)
    {
        if ((uint)docId >= (uint)_maxDoc)
            throw new ArgumentOutOfRangeException(nameof(docId), docId, $"The segment has {_maxDoc} documents.");
        var (low, high) = (0, ChunkCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_chunkDocs.Get(middle) <= docId) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Reads the header of the chunk a document is in and gives a cursor at its content.</summary>
    internal IndexInput OpenChunk(int docId, StoredChunk chunk)
    {
        var index = FindChunk(docId);
        var start = _chunkPointers.Get(index);
        var end = _chunkPointers.Get(index + 1);
        var first = _chunkDocs.Get(index);
        var count = _chunkDocs.Get(index + 1) - first;
        if (start < 0 || end < start || end > _data.Length || first < 0
            || first > docId || first + count <= docId)
            throw new CorruptIndexException(_data.Name, start,
                $"chunk {index} has {count} documents from {first} and ends at {end}");
        var input = _data.Slice(start, end - start);
        chunk.ReadHeader(input, (int)first, (int)count);
        return input;
    }
}
