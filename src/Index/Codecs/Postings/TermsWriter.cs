using System.Numerics;
using Dateline.Index.Codecs.Terms;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Writes the inverted index of one segment: <c>.tim .tip .tmd .doc</c> and, when some field of the segment needs them,
/// <c>.pos</c> and <c>.pay</c> (LUCENE87 sections 11 to 13). Fields come in ordinal name order, terms in unsigned byte
/// order, documents ascending. Wrong order is an <see cref="ArgumentException"/>; after any exception the files are
/// unusable.
/// </summary>
internal sealed class TermsWriter : IDisposable
{
    private readonly ulong[] _docsSeen;
    private readonly PostingsWriter _postings;
    private readonly IndexOutput? _terms;
    private readonly IndexOutput? _index;
    private readonly IndexOutput? _meta;
    private readonly BlockTreeWriter _blocks;
    private readonly BufferOutput _fieldMeta = new();
    private readonly BufferOutput _fstMeta = new();
    private byte[] _term = [];
    private byte[] _lastTerm = [];
    private int _termLength;
    private int _lastLength;
    private byte[] _minTerm = [];
    private FieldInfo? _field;
    private string? _lastField;
    private int _fieldCount;
    private long _termCount;
    private long _sumDocFreq;
    private long _sumTotalTermFreq;

    /// <summary>Creates the files.</summary>
    public TermsWriter(SegmentFiles files, FieldInfos fields)
    {
        _docsSeen = new ulong[(files.MaxDoc + 63) / 64];
        _postings = new PostingsWriter(files, fields);
        try
        {
            _terms = Create(files, "tim", PostingsFormat.TermsCodec);
            _index = Create(files, "tip", PostingsFormat.IndexCodec);
            _meta = Create(files, "tmd", PostingsFormat.MetaCodec);
            CodecHeader.WriteIndex(
                _meta, PostingsFormat.PostingsMetaCodec, PostingsFormat.PostingsVersion, files.Id.Span,
                PostingsFormat.Suffix);
            _blocks = new BlockTreeWriter(_terms);
        }
        catch
        {
            DisposeFiles();
            throw;
        }
    }

    /// <summary>Bytes of postings written so far.</summary>
    public long BytesWritten => _postings.BytesWritten;

    private static IndexOutput Create(SegmentFiles files, string extension, string codec) =>
        files.Create(extension, codec, PostingsFormat.TermsVersion, PostingsFormat.Suffix);

    /// <summary>Begins a field; <paramref name="norms"/> are its length norms if it has any.</summary>
    public void StartField(FieldInfo field, NormValues? norms)
    {
        if (_field is not null) throw new InvalidOperationException($"Field \"{_field.Name}\" is not finished.");
        if (field.IndexOptions == IndexOptions.None)
            throw new ArgumentException($"Field \"{field.Name}\" is not indexed.", nameof(field));
        if (_lastField is not null && string.CompareOrdinal(_lastField, field.Name) >= 0)
            throw new ArgumentException($"Field \"{field.Name}\" comes after \"{_lastField}\".", nameof(field));
        _field = field;
        _lastField = field.Name;
        _termCount = _sumDocFreq = _sumTotalTermFreq = 0;
        Array.Clear(_docsSeen);
        _postings.StartField(field, norms);
        _blocks.StartField(field);
    }

    /// <summary>Begins a term.</summary>
    public void StartTerm(ReadOnlySpan<byte> term)
    {
        if (_field is null) throw new InvalidOperationException("No field was started.");
        if (term.Length > PostingsFormat.MaxTermBytes)
            throw new ArgumentException(
                $"A term has {term.Length} bytes, at most {PostingsFormat.MaxTermBytes} are possible.");
        if (_termCount > 0 && term.SequenceCompareTo(_lastTerm.AsSpan(0, _lastLength)) <= 0)
            throw new ArgumentException($"Term {_termCount} of field \"{_field.Name}\" is not after the one before.");
        if (term.Length > _term.Length) _term = new byte[Math.Max(term.Length, 64)];
        term.CopyTo(_term);
        _termLength = term.Length;
        _postings.StartTerm();
    }

    /// <summary>
    /// Begins a document of the term; in fields with positions, <paramref name="freq"/> of them must follow.
    /// </summary>
    public void StartDoc(int docId, int freq)
    {
        _postings.StartDoc(docId, freq);
        _docsSeen[docId >> 6] |= 1ul << docId;
    }

    /// <summary>Adds an occurrence; offsets are looked at only in fields that have them.</summary>
    public void AddPosition(int position, int startOffset, int endOffset) =>
        _postings.AddPosition(position, startOffset, endOffset);

    /// <summary>Ends the term. A term without documents leaves no trace.</summary>
    public void FinishTerm()
    {
        var state = _postings.FinishTerm();
        if (state.DocFreq == 0) return;
        if (_termCount == 0) _minTerm = _term.AsSpan(0, _termLength).ToArray();
        _blocks.Add(_term.AsSpan(0, _termLength), state);
        _termCount++;
        _sumDocFreq += state.DocFreq;
        _sumTotalTermFreq += state.TotalTermFreq;
        (_term, _lastTerm) = (_lastTerm, _term);
        _lastLength = _termLength;
    }

    /// <summary>Ends the field. A field without terms leaves no trace.</summary>
    public void FinishField()
    {
        var field = _field ?? throw new InvalidOperationException("No field was started.");
        _field = null;
        if (_termCount == 0) return;
        _fieldCount++;
        var pointer = _index!.Position;
        _fstMeta.Clear();
        var root = _blocks.FinishField(_index, _fstMeta);
        _fieldMeta.WriteVInt(field.Number);
        _fieldMeta.WriteVLong(_termCount);
        WriteBytes(root);
        if (field.HasFreqs) _fieldMeta.WriteVLong(_sumTotalTermFreq);
        _fieldMeta.WriteVLong(_sumDocFreq);
        _fieldMeta.WriteVInt(CountDocs());
        WriteBytes(_minTerm);
        WriteBytes(_lastTerm.AsSpan(0, _lastLength));
        _fieldMeta.WriteVLong(pointer);
        _fstMeta.CopyTo(_fieldMeta);
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _fieldMeta.WriteVInt(bytes.Length);
        _fieldMeta.WriteBytes(bytes);
    }

    private int CountDocs()
    {
        var count = 0;
        foreach (var word in _docsSeen) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Completes all files; <see cref="Dispose"/> closes them.</summary>
    public void Finish()
    {
        if (_field is not null) throw new InvalidOperationException($"Field \"{_field.Name}\" is not finished.");
        _postings.Finish();
        CodecHeader.WriteFooter(_terms!);
        CodecHeader.WriteFooter(_index!);
        _meta!.WriteVInt(PostingsFormat.BlockSize);
        _meta.WriteVInt(_fieldCount);
        _fieldMeta.CopyTo(_meta);
        _meta.WriteInt64(_index!.Position);
        _meta.WriteInt64(_terms!.Position);
        CodecHeader.WriteFooter(_meta);
    }

    private void DisposeFiles()
    {
        _postings.Dispose();
        _terms?.Dispose();
        _index?.Dispose();
        _meta?.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DisposeFiles();
        _blocks.Dispose();
        _fieldMeta.Dispose();
        _fstMeta.Dispose();
    }
}
