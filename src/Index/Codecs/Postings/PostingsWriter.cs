using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Writes <c>.doc</c>, <c>.pos</c> and <c>.pay</c>, term after term (LUCENE87 section 11). Which of the last two exist
/// is decided over all fields of the segment.
/// </summary>
internal sealed class PostingsWriter : IDisposable
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly int _maxDoc;
    private readonly List<IndexOutput> _outputs = [];
    private readonly IndexOutput _docs;
    private readonly PositionsWriter? _positions;
    private readonly SkipWriter _skips = new();
    private readonly int[] _deltaBuffer = new int[BlockSize];
    private readonly int[] _freqBuffer = new int[BlockSize];
    private readonly int[] _docBuffer = new int[BlockSize];
    private FieldInfo _field = null!;
    private NormValues? _norms;
    private SkipPoint _start;
    private int _buffered;
    private int _docFreq;
    private long _totalTermFreq;
    private int _lastDoc;
    private int _positionsDue;

    public PostingsWriter(SegmentFiles files, FieldInfos fields)
    {
        _maxDoc = files.MaxDoc;
        try
        {
            _docs = Create(files, "doc", PostingsFormat.DocCodec);
            _docs.WriteByte((byte)'L');
            if (!fields.Any(field => field.HasPositions)) return;
            var positions = Create(files, "pos", PostingsFormat.PositionCodec);
            var needsPay = fields.Any(field => field.HasOffsets || field.HasPayloads);
            var pay = needsPay ? Create(files, "pay", PostingsFormat.PayCodec) : null;
            _positions = new PositionsWriter(positions, pay);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes of all files so far.</summary>
    public long BytesWritten
    {
        get
        {
            var sum = 0L;
            foreach (var output in _outputs) sum += output.Position;
            return sum;
        }
    }

    private IndexOutput Create(SegmentFiles files, string extension, string codec)
    {
        var output = files.Create(extension, codec, PostingsFormat.PostingsVersion, PostingsFormat.Suffix);
        _outputs.Add(output);
        return output;
    }

    public void StartField(FieldInfo field, NormValues? norms)
    {
        if (field.HasPayloads)
            throw new NotSupportedException($"Field \"{field.Name}\" has payloads, which are not written.");
        _field = field;
        _norms = norms;
        _skips.SetField(field.HasPositions, field.HasOffsets);
        _positions?.SetField(field.HasOffsets);
    }

    public void StartTerm()
    {
        _start = Here(0);
        _skips.StartTerm(_start);
        _positions?.StartTerm();
        _buffered = _docFreq = _lastDoc = _positionsDue = 0;
        _totalTermFreq = 0;
    }

    /// <summary>Adds a document; <paramref name="freq"/> positions must follow in fields that have them.</summary>
    public void StartDoc(int docId, int freq)
    {
        CheckDoc(docId, freq);
        if (_buffered == BlockSize) FinishBlock();
        _deltaBuffer[_buffered] = docId - _lastDoc;
        _freqBuffer[_buffered] = _field.HasFreqs ? freq : 1;
        _docBuffer[_buffered++] = docId;
        _docFreq++;
        _totalTermFreq += _field.HasFreqs ? freq : 1;
        _lastDoc = docId;
        if (_buffered == BlockSize) WriteBlock();
        if (!_field.HasPositions) return;
        _positionsDue = freq;
        _positions!.StartDoc();
    }

    private void CheckDoc(int docId, int freq)
    {
        CheckPositions();
        if (docId < 0 || docId >= _maxDoc || (_docFreq > 0 && docId <= _lastDoc))
            throw new ArgumentException(
                $"Document {docId} comes after {_lastDoc} in a segment of {_maxDoc}.", nameof(docId));
        if (_field.HasFreqs && freq < 1)
            throw new ArgumentException($"Document {docId} has frequency {freq}, expected 1 or more.", nameof(freq));
    }

    private void CheckPositions()
    {
        if (_positionsDue != 0)
            throw new InvalidOperationException(
                $"Document {_lastDoc} of field \"{_field.Name}\" lacks {_positionsDue} positions.");
    }

    private void WriteBlock()
    {
        PackedBlock.WriteDeltas(_docs, _deltaBuffer);
        if (_field.HasFreqs) PackedBlock.WritePatched(_docs, _freqBuffer);
    }

    // Runs when the document after a full block starts: only then does the block get a skip entry, and only then are
    // its positions complete.
    private void FinishBlock()
    {
        var dense = _norms is null ? default : _norms.Dense;
        for (var k = 0; k < BlockSize; k++)
        {
            int docId = _docBuffer[k], norm = 1;
            if (_norms is not null) norm = dense.IsEmpty ? _norms.Get(docId) : dense[docId];
            _skips.AddDoc(_freqBuffer[k], norm == 0 ? 1 : norm);
        }

        _skips.AddEntry(Here(_lastDoc));
        _buffered = 0;
    }

    private SkipPoint Here(int docId) => new()
    {
        Doc = docId,
        DocPointer = _docs.Position,
        PositionPointer = _positions?.PositionPointer ?? 0,
        PositionsBeyond = _positions?.Buffered ?? 0,
        PayPointer = _positions?.PayPointer ?? 0,
    };

    public void AddPosition(int position, int startOffset, int endOffset)
    {
        if (!_field.HasPositions) throw new InvalidOperationException($"Field \"{_field.Name}\" has no positions.");
        if (_positionsDue == 0)
            throw new InvalidOperationException($"Document {_lastDoc} has more positions than its frequency says.");
        _positions!.Add(position, startOffset, endOffset);
        _positionsDue--;
    }

    /// <summary>Ends the term; its state says where all is. A term without documents leaves no bytes.</summary>
    public TermState FinishTerm()
    {
        CheckPositions();
        if (_docFreq > 1 && _buffered < BlockSize) WriteTail();
        var skipOffset = -1L;
        if (_docFreq > BlockSize)
        {
            skipOffset = _docs.Position - _start.DocPointer;
            _skips.Write(_docs);
        }

        var positionTail = _field.HasPositions ? _positions!.FinishTerm() : 0;
        return new TermState
        {
            DocFreq = _docFreq,
            TotalTermFreq = _totalTermFreq,
            DocPointer = _start.DocPointer,
            PositionPointer = _start.PositionPointer,
            PayPointer = _start.PayPointer,
            LastPositionBlockOffset = _totalTermFreq > BlockSize ? positionTail : -1,
            SkipOffset = skipOffset,
            SingletonDoc = _docFreq == 1 ? _lastDoc : -1,
        };
    }

    private void WriteTail()
    {
        for (var k = 0; k < _buffered; k++)
        {
            if (!_field.HasFreqs)
            {
                _docs.WriteVInt(_deltaBuffer[k]);
                continue;
            }

            _docs.WriteVInt(_deltaBuffer[k] << 1 | (_freqBuffer[k] == 1 ? 1 : 0));
            if (_freqBuffer[k] != 1) _docs.WriteVInt(_freqBuffer[k]);
        }
    }

    public void Finish()
    {
        foreach (var output in _outputs) CodecHeader.WriteFooter(output);
    }

    public void Dispose()
    {
        foreach (var output in _outputs) output.Dispose();
        _skips.Dispose();
    }
}
