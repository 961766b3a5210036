using Dateline.Index.Numerics;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Norms;

/// <summary>
/// Writes the length bytes of all fields with norms (LUCENE87 section 9). Every such field must be written once.
/// </summary>
internal sealed class NormsWriter : IDisposable
{
    private readonly DataAndMeta _files;
    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;
    private readonly int _maxDoc;

    public NormsWriter(SegmentFiles files)
    {
        _maxDoc = files.MaxDoc;
        _files = new DataAndMeta(
            () => files.Create("nvd", NormsFormat.DataCodec, NormsFormat.Version),
            () => files.Create("nvm", NormsFormat.MetaCodec, NormsFormat.Version));
        (_data, _meta) = (_files.Data, _files.Meta);
    }

    /// <summary>One byte for each document of the segment; 0 = the document has no token in the field.</summary>
    public void Write(FieldInfo field, ReadOnlySpan<byte> normsByDoc)
    {
        if (normsByDoc.Length != _maxDoc)
            throw new ArgumentException(
                $"Field \"{field.Name}\" has {normsByDoc.Length} norms for {_maxDoc} documents.", nameof(normsByDoc));
        var docIds = new int[normsByDoc.Length - normsByDoc.Count((byte)0)];
        var values = new byte[docIds.Length];
        var count = 0;
        for (var docId = 0; docId < normsByDoc.Length; docId++)
        {
            if (normsByDoc[docId] == 0) continue;
            docIds[count] = docId;
            values[count++] = normsByDoc[docId];
        }

        _meta.WriteInt32(field.Number);
        DocsWithFieldWriter.Write(_meta, _data, docIds, _maxDoc);
        _meta.WriteInt32(count);
        var constant = count == 0 || !values.AsSpan().ContainsAnyExcept(values[0]);
        _meta.WriteByte(constant ? (byte)0 : (byte)1);
        _meta.WriteInt64(!constant ? _data.Position : count == 0 ? 0 : (sbyte)values[0]);
        if (!constant) _data.WriteBytes(values);
    }

    /// <summary>Ends both files. Nothing may be written after it.</summary>
    public void Finish() => _files.Finish();

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();
}
