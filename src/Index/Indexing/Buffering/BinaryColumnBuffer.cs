using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>One byte string a document.</summary>
internal sealed class BinaryColumnBuffer : ColumnBuffer
{
    private readonly List<ReadOnlyMemory<byte>> _values = [];
    private GrowList<int> _docs = new();
    private long _bytes;

    public override DocValuesType Type => DocValuesType.Binary;

    public override long AllocatedBytes => _docs.Capacity * 4 + _bytes + _values.Capacity * 32L;

    public override bool HasValues => _values.Count > 0;

    public override void Add(int docId, IndexField field) => Add(docId, field.Bytes);

    /// <summary>Adds the value of a document.</summary>
    public void Add(int docId, byte[] value)
    {
        _docs.Add(docId);
        _values.Add(value);
        _bytes += value.Length;
    }

    public override void Flush(DocValuesWriter writer, FieldInfo info) => writer.WriteBinary(info, _docs.Span, _values);
}
