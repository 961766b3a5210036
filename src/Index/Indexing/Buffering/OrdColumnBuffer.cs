using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>Byte strings through a dictionary: one a document, or a set a document.</summary>
internal sealed class OrdColumnBuffer(DocValuesType type, ByteArena arena) : ColumnBuffer
{
    private readonly TermTable _dictionary = new(arena);
    private GrowList<int> _docs = new();
    private GrowList<int> _starts = new();
    private GrowList<int> _numbers = new();

    public override DocValuesType Type => type;

    public override long AllocatedBytes =>
        _dictionary.AllocatedBytes + (_docs.Capacity + _starts.Capacity + _numbers.Capacity) * 4;

    public override bool HasValues => _numbers.Count > 0;

    public override void Add(int docId, IndexField field)
    {
        Add(docId, Number(field.Kind == IndexFieldKind.Facet
            ? FacetLabel.EncodeBytes(field.Dimension, field.Characters)
            : field.Bytes));
    }

    public override void Dispose()
    {
        _dictionary.Dispose();
        base.Dispose();
    }

    public override void Flush(DocValuesWriter writer, FieldInfo info)
    {
        using var sorted = _dictionary.Sorted();
        var order = sorted.Numbers;
        var ordOf = new int[order.Length];
        var terms = new ReadOnlyMemory<byte>[order.Length];
        for (var ord = 0; ord < order.Length; ord++)
        {
            ordOf[order[ord]] = ord;
            terms[ord] = _dictionary[order[ord]].ToArray();
        }

        if (type == DocValuesType.Sorted)
        {
            foreach (ref var number in _numbers.Span) number = ordOf[number];
            writer.WriteSorted(info, terms, _docs.Span, _numbers.Span);
            return;
        }

        var starts = new int[_docs.Count + 1];
        var ords = Sets(ordOf, starts);
        writer.WriteSortedSet(info, terms, _docs.Span, starts, ords);
    }

    /// <summary>Number of a dictionary entry, for <see cref="Add(int, int)"/>.</summary>
    public int Number(ReadOnlySpan<byte> value) => _dictionary.GetOrAdd(value);

    /// <summary>Adds an entry by its number.</summary>
    public void Add(int docId, int number)
    {
        if (_docs.Count == 0 || _docs.Span[^1] != docId)
        {
            _docs.Add(docId);
            _starts.Add(_numbers.Count);
        }

        _numbers.Add(number);
    }

    /// <summary>Ascending distinct ords of each document, and where each document's begin.</summary>
    private ReadOnlySpan<int> Sets(int[] ordOf, int[] starts)
    {
        _starts.Add(_numbers.Count);
        var ords = new int[_numbers.Count];
        var used = 0;
        for (var k = 0; k < _docs.Count; k++)
        {
            var numbers = _numbers.Span[_starts.Span[k].._starts.Span[k + 1]];
            foreach (ref var number in numbers) number = ordOf[number];
            numbers.Sort();
            var first = used;
            foreach (var ord in numbers)
                if (used == first || ords[used - 1] != ord) ords[used++] = ord;
            starts[k + 1] = used;
        }

        return ords.AsSpan(0, used);
    }
}
