using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// Reads statistics and pointers of the terms of one block in order (LUCENE87 sections 11.6 and 12.2).
/// </summary>
/// <remarks>Kept by value, so that cursors can stop after any term and go on later.</remarks>
internal struct TermStateReader
{
    private long _statsAt;
    private long _metadataAt;
    private int _statsLeft;
    private int _metadataLeft;
    private int _singlesLeft;
    private int _terms;
    private TermPointers _term;

    /// <summary>Begins a block.</summary>
    public TermStateReader(IndexInput terms, long statsPointer)
    {
        var input = TermBlock.ReaderAt(terms, statsPointer);
        _statsLeft = input.ReadVInt();
        _statsAt = statsPointer + input.Position;
        input.ReadSpan(_statsLeft);
        _metadataLeft = input.ReadVInt();
        _metadataAt = statsPointer + input.Position;
        _term.SingletonDoc = _term.LastPositionBlockOffset = -1;
    }

    /// <summary>State of the block's term of that number; numbers must not decrease.</summary>
    public TermState ReadTo(IndexInput terms, FieldInfo field, int maxDoc, int term)
    {
        if (_terms > term) return _term.ToState();
        var stats = new SpanReader(terms.Span(_statsAt, _statsLeft), terms.Name, _statsAt);
        var metadata = new SpanReader(terms.Span(_metadataAt, _metadataLeft), terms.Name, _metadataAt);
        for (; _terms <= term; _terms++)
        {
            if (_singlesLeft > 0) _singlesLeft--;
            else ReadStats(ref stats, field);
            if (_term.DocFreq < 1 || _term.DocFreq > maxDoc || _term.TotalTermFreq < _term.DocFreq)
                throw stats.Corrupt(
                    $"a term has {_term.DocFreq} documents of {maxDoc} and {_term.TotalTermFreq} occurrences");
            TermMetadata.Read(ref metadata, field, ref _term);
            if (_term.SingletonDoc >= maxDoc || (_term.DocFreq == 1 && _term.SingletonDoc < 0))
                throw metadata.Corrupt($"the only document of a term is {_term.SingletonDoc} of {maxDoc}");
        }

        _statsAt += stats.Position;
        _statsLeft -= stats.Position;
        _metadataAt += metadata.Position;
        _metadataLeft -= metadata.Position;
        return _term.ToState();
    }

    private void ReadStats(ref SpanReader stats, FieldInfo field)
    {
        var code = stats.ReadVInt();
        _term.DocFreq = 1;
        _term.TotalTermFreq = 1;
        if ((code & 1) != 0)
        {
            _singlesLeft = code >> 1;
            return;
        }

        _term.DocFreq = code >> 1;
        _term.TotalTermFreq = field.HasFreqs ? unchecked(_term.DocFreq + stats.ReadVLong()) : _term.DocFreq;
    }
}
