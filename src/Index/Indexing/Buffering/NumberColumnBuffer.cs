using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>Numbers: one a document, or a list a document.</summary>
internal sealed class NumberColumnBuffer(DocValuesType type) : ColumnBuffer
{
    private GrowList<int> _docs = new();
    private GrowList<int> _starts = new();
    private GrowList<long> _values = new();

    public override DocValuesType Type => type;

    public override long AllocatedBytes => (_docs.Capacity + _starts.Capacity) * 4 + _values.Capacity * 8;

    public override bool HasValues => _values.Count > 0;

    public override void Add(int docId, IndexField field) => Add(docId, field.Number);

    /// <summary>Adds a number to a document.</summary>
    public void Add(int docId, long value)
    {
        if (_docs.Count == 0 || _docs.Span[^1] != docId)
        {
            _docs.Add(docId);
            _starts.Add(_values.Count);
        }

        _values.Add(value);
    }

    public override void Flush(DocValuesWriter writer, FieldInfo info)
    {
        if (type == DocValuesType.Numeric)
        {
            writer.WriteNumeric(info, _docs.Span, _values.Span);
            return;
        }

        _starts.Add(_values.Count);
        for (var k = 0; k < _docs.Count; k++) _values.Span[_starts.Span[k].._starts.Span[k + 1]].Sort();
        writer.WriteSortedNumeric(info, _docs.Span, _starts.Span, _values.Span);
    }
}
