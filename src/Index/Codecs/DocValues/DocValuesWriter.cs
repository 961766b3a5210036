using Dateline.Index.Numerics;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// Writes all columns of a segment, version 0 (LUCENE87 section 14). Document ids ascend; the values of a column are
/// parallel to them. Every field with doc values must be written once, also when it has no value at all.
/// </summary>
internal sealed class DocValuesWriter : IDisposable
{
    private readonly DataAndMeta _files;
    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;
    private readonly int _maxDoc;

    public DocValuesWriter(SegmentFiles files)
    {
        _maxDoc = files.MaxDoc;
        _files = new DataAndMeta(
            () => files.Create(
                "dvd", DocValuesFormat.DataCodec, DocValuesFormat.WrittenVersion, DocValuesFormat.Suffix),
            () => files.Create(
                "dvm", DocValuesFormat.MetaCodec, DocValuesFormat.WrittenVersion, DocValuesFormat.Suffix));
        (_data, _meta) = (_files.Data, _files.Meta);
    }

    /// <summary>One number for each document.</summary>
    public void WriteNumeric(FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<long> values)
    {
        Require(field, docIds.Length == values.Length, "needs one value for each document");
        Begin(field, DocValuesFormat.Kind.Numeric);
        WriteNumbers(docIds, values);
    }

    /// <summary>
    /// Numbers <c>values[starts[k]..starts[k + 1]]</c>, ascending, for document <c>docIds[k]</c>;
    /// <paramref name="starts"/> has one entry more than there are documents.
    /// </summary>
    public void WriteSortedNumeric(
        FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<int> starts, ReadOnlySpan<long> values)
    {
        CheckStarts(field, docIds, starts, values.Length);
        for (var k = 0; k < docIds.Length; k++)
            for (var at = starts[k] + 1; at < starts[k + 1]; at++)
                Require(field, values[at] >= values[at - 1], "needs ascending values in a document");
        Begin(field, DocValuesFormat.Kind.SortedNumeric);
        WriteNumbers(docIds, values);
        _meta.WriteInt32(docIds.Length);
        if (values.Length > docIds.Length) WriteAddresses(starts);
    }

    /// <summary>One byte string for each document.</summary>
    public void WriteBinary(FieldInfo field, ReadOnlySpan<int> docIds, IReadOnlyList<ReadOnlyMemory<byte>> values)
    {
        Require(field, docIds.Length == values.Count, "needs one value for each document");
        Begin(field, DocValuesFormat.Kind.Binary);
        var start = _data.Position;
        var ends = new long[values.Count + 1];
        var (shortest, longest) = values.Count == 0 ? (0, 0) : (int.MaxValue, 0);
        for (var k = 0; k < values.Count; k++)
        {
            var value = values[k].Span;
            shortest = Math.Min(shortest, value.Length);
            longest = Math.Max(longest, value.Length);
            _data.WriteBytes(value);
            ends[k + 1] = _data.Position - start;
        }

        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
        DocsWithFieldWriter.Write(_meta, _data, docIds, _maxDoc);
        _meta.WriteInt32(docIds.Length);
        _meta.WriteInt32(shortest);
        _meta.WriteInt32(longest);
        if (shortest < longest) WriteAddresses(ends);
    }

    /// <summary>One dictionary entry for each document; the dictionary ascends in unsigned byte order.</summary>
    public void WriteSorted(
        FieldInfo field, IReadOnlyList<ReadOnlyMemory<byte>> dictionary, ReadOnlySpan<int> docIds,
            ReadOnlySpan<int> ords)
    {
        CheckOrds(field, dictionary.Count, docIds.Length == ords.Length, ords);
        Begin(field, DocValuesFormat.Kind.Sorted);
        WriteSingleOrds(dictionary, docIds, ords);
    }

    /// <summary>
    /// Dictionary entries <c>ords[starts[k]..starts[k + 1]]</c>, strictly ascending and at least one, for document
    /// <c>docIds[k]</c>; <paramref name="starts"/> has one entry more than there are documents.
    /// </summary>
    public void WriteSortedSet(
        FieldInfo field, IReadOnlyList<ReadOnlyMemory<byte>> dictionary, ReadOnlySpan<int> docIds,
            ReadOnlySpan<int> starts,
        ReadOnlySpan<int> ords)
    {
        CheckStarts(field, docIds, starts, ords.Length);
        CheckOrds(field, dictionary.Count, true, ords);
        for (var k = 0; k < docIds.Length; k++)
            for (var at = starts[k] + 1; at < starts[k + 1]; at++)
                Require(field, ords[at] > ords[at - 1], "needs strictly ascending ords in a document");
        Begin(field, DocValuesFormat.Kind.SortedSet);
        var single = ords.Length == docIds.Length;
        _meta.WriteByte(single ? (byte)0 : (byte)1);
        if (single) WriteSingleOrds(dictionary, docIds, ords);
        else WriteManyOrds(dictionary, docIds, starts, ords);
    }

    /// <summary>Ends both files. Nothing may be written after it.</summary>
    public void Finish() => _files.Finish();

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private void Begin(FieldInfo field, DocValuesFormat.Kind kind)
    {
        _meta.WriteInt32(field.Number);
        _meta.WriteByte((byte)kind);
    }

    private void WriteNumbers(ReadOnlySpan<int> docIds, ReadOnlySpan<long> values)
    {
        DocsWithFieldWriter.Write(_meta, _data, docIds, _maxDoc);
        new NumericValuesWriter(_meta, _data).Write(values);
    }

    private void WriteSingleOrds(
        IReadOnlyList<ReadOnlyMemory<byte>> dictionary, ReadOnlySpan<int> docIds, ReadOnlySpan<int> ords)
    {
        DocsWithFieldWriter.Write(_meta, _data, docIds, _maxDoc);
        _meta.WriteInt32(docIds.Length);
        if (dictionary.Count > 1)
        {
            WriteOrds(dictionary.Count, ords);
        }
        else
        {
            _meta.WriteByte(0);
            _meta.WriteInt64(0);
            _meta.WriteInt64(0);
        }

        TermsDictionaryWriter.Write(_meta, _data, dictionary);
    }

    private void WriteManyOrds(
        IReadOnlyList<ReadOnlyMemory<byte>> dictionary, ReadOnlySpan<int> docIds, ReadOnlySpan<int> starts,
            ReadOnlySpan<int> ords)
    {
        DocsWithFieldWriter.Write(_meta, _data, docIds, _maxDoc);
        WriteOrds(dictionary.Count, ords);
        _meta.WriteInt32(docIds.Length);
        WriteAddresses(starts);
        TermsDictionaryWriter.Write(_meta, _data, dictionary);
    }

    private void WriteOrds(int dictionarySize, ReadOnlySpan<int> ords)
    {
        var bits = DirectPackedWriter.WidthFor((ulong)dictionarySize - 1);
        var start = _data.Position;
        DirectPackedWriter.Write(_data, ords, bits);
        _meta.WriteByte((byte)bits);
        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
    }

    private void WriteAddresses(ReadOnlySpan<int> starts)
    {
        var longs = new long[starts.Length];
        for (var k = 0; k < starts.Length; k++) longs[k] = starts[k];
        WriteAddresses(longs);
    }

    private void WriteAddresses(ReadOnlySpan<long> starts)
    {
        var start = _data.Position;
        _meta.WriteInt64(start);
        _meta.WriteVInt(DocValuesFormat.MonotonicShift);
        DirectMonotonicWriter.Write(_meta, _data, DocValuesFormat.MonotonicShift, starts);
        _meta.WriteInt64(_data.Position - start);
    }

    private static void CheckStarts(FieldInfo field, ReadOnlySpan<int> docIds, ReadOnlySpan<int> starts, int values)
    {
        Require(field, starts.Length == docIds.Length + 1, "needs one start more than documents");
        Require(field, starts[0] == 0 && starts[^1] == values, "has starts that do not cover the values");
        for (var k = 1; k < starts.Length; k++)
            Require(field, starts[k] > starts[k - 1], "has a document without a value");
    }

    private static void CheckOrds(FieldInfo field, int dictionarySize, bool parallel, ReadOnlySpan<int> ords)
    {
        Require(field, parallel, "needs one ord for each document");
        foreach (var ord in ords) Require(field, (uint)ord < (uint)dictionarySize, "has an ord outside its dictionary");
    }

    private static void Require(FieldInfo field, bool condition, string what)
    {
        if (!condition)
            throw new ArgumentException($"Doc values of field \"{field.Name}\": the column {what}.", nameof(field));
    }
}
