using System.Text;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// Writes stored documents in order, mode BEST_SPEED (LUCENE87 section 10): chunks of up to 1024 documents or 600 KB,
/// LZ4 with a dictionary of the chunk's first bytes so that one document costs one small block to read. For each
/// document call <see cref="StartDocument"/>, any number of Add, <see cref="FinishDocument"/>; at the end
/// <see cref="Finish"/>.
/// </summary>
internal sealed class StoredFieldsWriter : IDisposable
{
    private const int FewChunks = 4;

    private readonly IndexOutput _data;
    private readonly SegmentFiles _files;
    private readonly StoredChunkBuffer _raw = new();
    private readonly int[] _fieldCounts = new int[StoredFieldsFormat.ChunkDocs];
    private readonly int[] _lengths = new int[StoredFieldsFormat.ChunkDocs];
    private readonly StoredChunkIndex _index;
    private int _pending; // finished documents of the open chunk
    private int _written; // documents in finished chunks
    private int _documentStart;
    private int _fields = -1; // fields of the open document, -1 between documents

    public StoredFieldsWriter(SegmentFiles files)
    {
        _files = files;
        _data = files.Create("fdt", StoredFieldsFormat.FastDataCodec, StoredFieldsFormat.DataVersion);
        _index = new StoredChunkIndex(_data.Position);
    }

    /// <summary>Bytes of data written so far.</summary>
    public long Position => _data.Position;

    /// <summary>Begins the next document.</summary>
    public void StartDocument()
    {
        if (_fields >= 0) throw new InvalidOperationException("The document before was not finished.");
        _fields = 0;
        _documentStart = _raw.Length;
    }

    /// <summary>Adds a text; a lone surrogate is an <see cref="EncoderFallbackException"/>.</summary>
    public void Add(int fieldNumber, string value)
    {
        Key(fieldNumber, StoredFieldsFormat.ValueType.String);
        _raw.WriteString(value);
    }

    /// <summary>Adds bytes.</summary>
    public void Add(int fieldNumber, ReadOnlySpan<byte> value)
    {
        Key(fieldNumber, StoredFieldsFormat.ValueType.Bytes);
        _raw.WriteVInt(value.Length);
        _raw.WriteBytes(value);
    }

    /// <summary>Adds a 32-bit integer.</summary>
    public void Add(int fieldNumber, int value)
    {
        Key(fieldNumber, StoredFieldsFormat.ValueType.Int);
        _raw.WriteZInt(value);
    }

    /// <summary>Adds a 64-bit integer.</summary>
    public void Add(int fieldNumber, long value)
    {
        Key(fieldNumber, StoredFieldsFormat.ValueType.Long);
        StoredNumbers.WriteLong(_raw, value);
    }

    /// <summary>Adds a 32-bit float.</summary>
    public void Add(int fieldNumber, float value)
    {
        Key(fieldNumber, StoredFieldsFormat.ValueType.Float);
        StoredNumbers.WriteFloat(_raw, value);
    }

    /// <summary>Adds a 64-bit float.</summary>
    public void Add(int fieldNumber, double value)
    {
        Key(fieldNumber, StoredFieldsFormat.ValueType.Double);
        StoredNumbers.WriteDouble(_raw, value);
    }

    /// <summary>
    /// Adds all fields of a document of another segment whose fields have the same numbers, as
    /// <see cref="StoredFieldsScan.Raw"/> gives them.
    /// </summary>
    public void AddRaw(ReadOnlySpan<byte> document, int fieldCount)
    {
        if (_fields < 0) throw new InvalidOperationException("StartDocument comes first.");
        _fields += fieldCount;
        _raw.WriteBytes(document);
    }

    /// <summary>
    /// Appends the chunks of another segment, whose fields have the same numbers, but for the last, without unpacking
    /// them. Few chunks are not worth the incomplete one this leaves before them. Returns the first document that was
    /// not added. <paramref name="step"/> gets the position in the data after each chunk.
    /// </summary>
    public int AddChunks(StoredFieldsReader source, Action<long> step)
    {
        if (_fields >= 0) throw new InvalidOperationException("The last document was not finished.");
        if (source.IsDeflate || source.ChunkBytes != StoredFieldsFormat.ChunkBytes) return 0;
        if (source.ChunkCount < FewChunks) return 0;
        CloseIncompleteChunk();
        for (var chunk = 0; chunk + 1 < source.ChunkCount; chunk++)
        {
            var (docs, content) = source.PackedChunk(chunk);
            _data.WriteVInt(_written);
            _data.WriteBytes(content.ReadSpan((int)content.Remaining));
            GC.KeepAlive(content);
            _written += docs;
            _index.AddChunk(_written, _data.Position);
            step(_data.Position);
        }

        return source.FirstDocOf(source.ChunkCount - 1);
    }

    /// <summary>Ends the document; a full chunk is written.</summary>
    public void FinishDocument()
    {
        if (_fields < 0) throw new InvalidOperationException("StartDocument comes first.");
        _fieldCounts[_pending] = _fields;
        _lengths[_pending] = _raw.Length - _documentStart;
        _pending++;
        _fields = -1;
        if (_pending == StoredFieldsFormat.ChunkDocs || _raw.Length >= StoredFieldsFormat.ChunkBytes) WriteChunk();
    }

    /// <summary>Writes the last chunk and the index, and ends the files.</summary>
    /// <exception cref="InvalidOperationException">The number of documents written is another.</exception>
    public void Finish(int docCount)
    {
        if (_fields >= 0) throw new InvalidOperationException("The last document was not finished.");
        CloseIncompleteChunk();
        if (_written != docCount)
            throw new InvalidOperationException($"{_written} documents were stored, expected {docCount}.");
        _index.Write(_files, _data.Position);
        CodecHeader.WriteFooter(_data);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _data.Dispose();
        _raw.Dispose();
    }

    private void Key(int fieldNumber, StoredFieldsFormat.ValueType type)
    {
        if (_fields < 0) throw new InvalidOperationException("StartDocument comes first.");
        _fields++;
        _raw.WriteVLong((long)fieldNumber << 3 | (long)type);
    }

    private void CloseIncompleteChunk()
    {
        if (_pending == 0) return;
        _index.NoteIncomplete(_pending);
        WriteChunk();
    }

    private void WriteChunk()
    {
        var raw = _raw.Bytes;
        var sliced = raw.Length >= 2 * StoredFieldsFormat.ChunkBytes;
        _data.WriteVInt(_written);
        _data.WriteVInt(_pending << 1 | (sliced ? 1 : 0));
        SavedInts.Write(_data, _fieldCounts.AsSpan(0, _pending));
        SavedInts.Write(_data, _lengths.AsSpan(0, _pending));
        do
        {
            var slice = raw[..(sliced ? Math.Min(raw.Length, StoredFieldsFormat.ChunkBytes) : raw.Length)];
            StoredSlice.Write(slice, _data);
            raw = raw[slice.Length..];
        }
        while (raw.Length > 0);
        _written += _pending;
        _pending = 0;
        _raw.Clear();
        _index.AddChunk(_written, _data.Position);
    }
}
