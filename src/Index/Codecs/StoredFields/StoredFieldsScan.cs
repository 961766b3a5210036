using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// Stored documents in order, for merging: keeps the decompressed chunk of the document last read. One thread.
/// </summary>
internal sealed class StoredFieldsScan(StoredFieldsReader reader)
{
    private readonly StoredChunk _chunk = new();
    private bool _loaded;
    private byte[] _raw = [];
    private int[] _starts = [];

    /// <summary>The fields of a document in stored order.</summary>
    public IReadOnlyList<StoredField> Read(int docId)
    {
        var raw = Raw(docId, out var fieldCount);
        return reader.Parse(raw, fieldCount, docId);
    }

    /// <summary>
    /// The raw bytes of a document, valid until the next call, for <see cref="StoredFieldsWriter.AddRaw"/>. Fields are
    /// in it by number.
    /// </summary>
    public ReadOnlySpan<byte> Raw(int docId, out int fieldCount)
    {
        if (!_loaded || docId < _chunk.FirstDoc || docId >= _chunk.FirstDoc + _chunk.DocCount) Load(docId);
        var inChunk = docId - _chunk.FirstDoc;
        fieldCount = _chunk.FieldCount(inChunk);
        return _raw.AsSpan(_starts[inChunk], _chunk.Length(inChunk));
    }

    private void Load(int docId)
    {
        _loaded = false; // stays so when the bytes turn out to be damaged
        var input = reader.OpenChunk(docId, _chunk);
        var raw = _chunk.Extract(input, reader.IsDeflate, reader.ChunkBytes, 0, _chunk.RawLength);
        if (raw.Length > _raw.Length) _raw = new byte[raw.Length];
        raw.CopyTo(_raw);
        if (_starts.Length < _chunk.DocCount) _starts = new int[_chunk.DocCount];
        for (var k = 1; k < _chunk.DocCount; k++) _starts[k] = _starts[k - 1] + _chunk.Length(k - 1);
        _loaded = true;
    }
}
