using Dateline.Index.Analysis;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// A segment in the making: inverted in memory, stored fields written through. One writer thread. Document ids count
/// from 0 in the order of arrival; a document that fails half-way keeps its id and is marked as deleted.
/// </summary>
internal sealed class SegmentBuffer : IDisposable
{
    private readonly ByteArena _arena;
    private readonly Dictionary<string, FieldBuffer> _fields = new(StringComparer.Ordinal);
    private readonly List<int> _failed = [];
    private readonly FieldRegistry _registry;
    private readonly Analyzer _analyzer;
    private readonly StoredFieldsWriter _stored;
    private GrowList<long> _numbers = new();
    private long _attempt;

    public SegmentBuffer(
        IndexDirectory directory,
        string name,
        ReadOnlyMemory<byte> id,
        FieldRegistry registry,
        Analyzer analyzer,
        PagePool pages)
    {
        _arena = new ByteArena(pages);
        Name = name;
        Number = IndexFileNames.SegmentNumber(name + ".");
        Id = id;
        _registry = registry;
        _analyzer = analyzer;
        StoredFiles = new SegmentFiles(directory, name, id, 0);
        _stored = new StoredFieldsWriter(StoredFiles);
    }

    public string Name { get; }

    /// <summary>The number in the name; later buffers have higher ones.</summary>
    public long Number { get; }

    public ReadOnlyMemory<byte> Id { get; }

    /// <summary>Operation number of every document, ascending.</summary>
    public ReadOnlySpan<long> Numbers => _numbers.Span;

    /// <summary>Documents so far, failed ones included.</summary>
    public int DocCount { get; private set; }

    /// <summary>Ids of documents that failed.</summary>
    public IReadOnlyList<int> Failed => _failed;

    /// <summary>The files of the stored fields.</summary>
    public SegmentFiles StoredFiles { get; }

    public IEnumerable<FieldBuffer> Fields => _fields.Values;

    /// <summary>Heap bytes in use.</summary>
    public long AllocatedBytes
    {
        get
        {
            var sum = _arena.AllocatedBytes + _numbers.Capacity * 8;
            foreach (var buffer in _fields.Values) sum += buffer.AllocatedBytes;
            return sum;
        }
    }

    /// <summary>
    /// Adds a document. <see cref="ArgumentException"/> for one that cannot be indexed: it is then as if it had not
    /// been added.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="number">Gives the operation's number, once the document is complete.</param>
    public void Add(IndexDocument document, Func<long> number)
    {
        _attempt++;
        foreach (var field in document.Fields) Admit(field);
        var docId = DocCount++;
        var complete = false;
        try
        {
            foreach (var field in document.Fields) Buffer(field.Name).Add(docId, field, _analyzer);
            complete = true;
        }
        finally
        {
            if (!complete) _failed.Add(docId);
            foreach (var buffer in _fields.Values) buffer.FinishDocument(docId);
            Store(complete ? document.Fields : []);
            _numbers.Add(complete ? number() : _numbers.Count > 0 ? _numbers.Span[^1] : 0);
        }
    }

    /// <summary>Ends the stored fields.</summary>
    public void FinishStored() => _stored.Finish(DocCount);

    /// <summary>Gives the memory to the buffers to come; nothing may be asked any more.</summary>
    public void Dispose()
    {
        _stored.Dispose();
        foreach (var buffer in _fields.Values) buffer.Dispose();
        _fields.Clear();
        _arena.Dispose();
    }

    private void Admit(IndexField field)
    {
        var buffer = Buffer(field.Name);
        if (!buffer.WasAdmitted(field.Kind))
        {
            _registry.Admit(field);
            buffer.SetAdmitted(field.Kind);
        }

        if (FieldRegistry.DocValuesOf(field.Kind) is DocValuesType.Sorted or DocValuesType.SortedSet)
            CheckLength(field, field.Kind == IndexFieldKind.Facet
                ? System.Text.Encoding.UTF8.GetByteCount(FacetLabel.Encode(field.Dimension, field.Characters))
                : field.Bytes.Length);
        if (field.Kind == IndexFieldKind.Keyword)
            CheckLength(field, System.Text.Encoding.UTF8.GetByteCount(field.Characters));
        buffer.Admit(field, _attempt);
    }

    private static void CheckLength(IndexField field, int length)
    {
        if (length > TermTable.MaxTermBytes)
            throw new ArgumentException(
                $"Field \"{field.Name}\": a value of {length} bytes is longer than "
                + $"the {TermTable.MaxTermBytes} bytes a term can have.");
    }

    private void Store(IReadOnlyList<IndexField> fields)
    {
        _stored.StartDocument();
        foreach (var field in fields)
        {
            if (field.StoredValue is null) continue;
            var buffer = Buffer(field.Name);
            buffer.HasStored = true;
            StoredValue.Write(_stored, buffer.Number, field.StoredValue);
        }

        _stored.FinishDocument();
    }

    private FieldBuffer Buffer(string name)
    {
        if (!_fields.TryGetValue(name, out var buffer))
            _fields.Add(name, buffer = new FieldBuffer(name, _registry.Number(name), _arena));
        return buffer;
    }
}
