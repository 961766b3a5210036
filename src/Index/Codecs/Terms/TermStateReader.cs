using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>Reads statistics and pointers of the terms of one block in order (LUCENE87 sections 11.6 and 12.2).</summary>
/// <remarks>Kept by value, so that cursors can stop after any term and go on later.</remarks>
internal struct TermStateReader
{
    private long _statsAt;
    private long _metadataAt;
    private int _statsLeft;
    private int _metadataLeft;
    private int _singlesLeft;
    private int _terms;
    private TermState _state;

    /// <summary>Begins a block.</summary>
    public TermStateReader(IndexInput terms, long statsPointer)
    {
        var input = TermBlock.ReaderAt(terms, statsPointer);
        _statsLeft = input.ReadVInt();
        _statsAt = statsPointer + input.Position;
        input.ReadSpan(_statsLeft);
        _metadataLeft = input.ReadVInt();
        _metadataAt = statsPointer + input.Position;
        _state = TermMetadata.Origin;
    }

    /// <summary>State of the block's term of that number; numbers must not decrease.</summary>
    public TermState ReadTo(IndexInput terms, FieldInfo field, int maxDoc, int term)
    {
        if (_terms > term) return _state;
        var stats = new SpanReader(terms.Span(_statsAt, _statsLeft), terms.Name, _statsAt);
        var metadata = new SpanReader(terms.Span(_metadataAt, _metadataLeft), terms.Name, _metadataAt);
        for (; _terms <= term; _terms++)
        {
            var docFreq = 1;
            var totalTermFreq = 1L;
            if (_singlesLeft > 0) _singlesLeft--;
            else ReadStats(ref stats, field, out docFreq, out totalTermFreq);
            if (docFreq < 1 || docFreq > maxDoc || totalTermFreq < docFreq)
                throw stats.Corrupt($"a term has {docFreq} documents of {maxDoc} and {totalTermFreq} occurrences");
            _state = TermMetadata.Read(ref metadata, field, _state, docFreq, totalTermFreq);
            if (_state.SingletonDoc >= maxDoc)
                throw metadata.Corrupt($"the only document of a term is {_state.SingletonDoc} of {maxDoc}");
        }

        _statsAt += stats.Position;
        _statsLeft -= stats.Position;
        _metadataAt += metadata.Position;
        _metadataLeft -= metadata.Position;
        return _state;
    }

    private void ReadStats(ref SpanReader stats, FieldInfo field, out int docFreq, out long totalTermFreq)
    {
        var code = stats.ReadVInt();
        docFreq = 1;
        totalTermFreq = 1;
        if ((code & 1) != 0)
        {
            _singlesLeft = code >> 1;
            return;
        }

        docFreq = code >> 1;
        totalTermFreq = field.HasFreqs ? unchecked(docFreq + stats.ReadVLong()) : docFreq;
    }
}
