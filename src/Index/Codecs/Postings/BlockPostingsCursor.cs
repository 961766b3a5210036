using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Reads one term's documents in blocks of 128: a step is an array read, frequencies and positions are decoded only when asked
/// for, and jumps go through the skip data (LUCENE87 section 11). Whatever the bytes, documents ascend below the segment's
/// size.
/// </summary>
internal sealed class BlockPostingsCursor : PostingsCursor
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly PostingsInputs _inputs;
    private readonly FieldInfo _field;
    private readonly TermState _state;
    private readonly IndexInput _input;
    private readonly PositionsReader? _positions;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private readonly Impact[] _termBound;
    private SkipReader? _skips;
    private bool _boundIsTerm = true;
    private int _doc = -1;
    private int _index = -1;
    private int _count;
    private int _docsLeft;
    private int _lastDoc = -1; // last document of the loaded block; -1 before the first
    private long _freqPointer = -1; // where the block's frequencies still wait to be decoded; -1 when they are
    private int _accounted; // documents of the block whose positions are counted in _unread or _positionsLeft
    private long _unread; // positions between those last read and the current document
    private int _positionsLeft;

    public BlockPostingsCursor(PostingsInputs inputs, FieldInfo field, in TermState state, PostingsParts parts)
    {
        (_inputs, _field, _state, _docsLeft) = (inputs, field, state, state.DocFreq);
        _input = inputs.Docs.Clone();
        if (state.DocFreq > 1) _input.Position = state.DocPointer;
        if (!field.HasFreqs) _freqs.AsSpan().Fill(1);
        var mayHave = Math.Min(state.TotalTermFreq - state.DocFreq + 1, int.MaxValue);
        _termBound = [new Impact((int)mayHave, 1)];
        if (field.HasPositions && (parts & PostingsParts.Positions) == PostingsParts.Positions)
            _positions = new PositionsReader(inputs, field, state, parts == PostingsParts.Offsets);
    }

    public override int DocId => _doc;

    public override long Cost => _state.DocFreq;

    public override int Freq
    {
        get
        {
            if (_freqPointer >= 0) DecodeFreqs();
            return _freqs[_index];
        }
    }

    public override int StartOffset => _positions?.StartOffset ?? -1;

    public override int EndOffset => _positions?.EndOffset ?? -1;

    public override int Next()
    {
        if (++_index < _count) return _doc = _docs[_index];
        LoadBlock();
        return _doc = _count == 0 ? NoMoreDocs : _docs[_index = 0];
    }

    public override ReadOnlySpan<int> BlockDocs => _docs.AsSpan(_index, _count - _index);

    public override ReadOnlySpan<int> BlockFreqs
    {
        get
        {
            if (_freqPointer >= 0) DecodeFreqs();
            return _freqs.AsSpan(_index, _count - _index);
        }
    }

    public override int Pass(int count)
    {
        _index += count - 1;
        return Next();
    }

    public override int Advance(int target)
    {
        if (target > _lastDoc)
        {
            if (_docsLeft > BlockSize) Jump(target);
            do
            {
                LoadBlock();
                if (_count == 0) return _doc = NoMoreDocs;
            }
            while (_lastDoc < target);
            _index = -1;
        }

        var from = _index + 1;
        if (_docs[from] < target) from = FindFrom(from + 1, target);
        _index = from;
        return _doc = _docs[from];
    }

    // Precondition: the block's last document is at or after the target.
    private int FindFrom(int low, int target)
    {
        var docs = _docs.AsSpan(0, _count);
        for (var left = docs.Length - low; left > 1;)
        {
            var half = left >> 1;
            if (docs[low + half - 1] < target) low += half;
            left -= half;
        }

        return low;
    }

    private void Jump(int target)
    {
        var skips = Skips();
        skips.MoveTo(target);
        ref readonly var point = ref skips.Passed;
        var passed = skips.PassedBlocks * BlockSize;
        if (passed <= _state.DocFreq - _docsLeft || point.Doc >= target) return;
        _input.Position = point.DocPointer;
        _docsLeft = _state.DocFreq - passed;
        _lastDoc = point.Doc;
        _count = _accounted = 0;
        _freqPointer = -1;
        if (_positions is null) return;
        _positions.JumpTo(point);
        _unread = point.PositionsBeyond;
        _positionsLeft = 0;
    }

    private SkipReader Skips() => _skips ??= new SkipReader(_inputs.Docs, _field, _state, _inputs.MaxDoc);

    private void LoadBlock()
    {
        if (_positions is not null) LeaveBlock();
        _count = 0;
        _freqPointer = -1;
        if (_docsLeft == 0) return;
        if (_docsLeft >= BlockSize) LoadPacked();
        else if (_state.DocFreq == 1) LoadSingleton();
        else LoadTail();
        _docsLeft -= _count;
        _lastDoc = _docs[_count - 1];
    }

    private void LoadPacked()
    {
        var isFirst = _docsLeft == _state.DocFreq;
        PackedBlock.ReadDeltas(_input, _docs);
        var hasZero = _docs.AsSpan(isFirst ? 1 : 0).Contains(0);
        long doc = isFirst ? 0 : _lastDoc;
        var docs = _docs;
        for (var k = 0; k < docs.Length; k++)
        {
            doc += (uint)docs[k];
            docs[k] = (int)doc;
        }

        if (hasZero || doc >= _inputs.MaxDoc) throw _input.Corrupt($"a block of documents ends at {doc} of {_inputs.MaxDoc}");
        _count = BlockSize;
        if (!_field.HasFreqs) return;
        _freqPointer = _input.Position;
        PackedBlock.SkipPatched(_input);
    }

    private void LoadSingleton()
    {
        if (_state.TotalTermFreq > int.MaxValue)
            throw _input.Corrupt($"a term occurs {_state.TotalTermFreq} times in one document");
        _docs[0] = _state.SingletonDoc;
        _freqs[0] = _field.HasFreqs ? (int)_state.TotalTermFreq : 1;
        _count = 1;
    }

    private void LoadTail()
    {
        var isFirst = _docsLeft == _state.DocFreq;
        long doc = isFirst ? 0 : _lastDoc;
        for (var k = 0; k < _docsLeft; k++)
        {
            var code = (uint)_input.ReadVInt();
            var delta = _field.HasFreqs ? code >> 1 : code;
            if (_field.HasFreqs)
            {
                _freqs[k] = (code & 1) != 0 ? 1 : _input.ReadVInt();
                if (_freqs[k] < 1) throw _input.Corrupt($"frequency {_freqs[k]}");
            }

            doc += delta;
            if (doc >= _inputs.MaxDoc || (delta == 0 && !(isFirst && k == 0)))
                throw _input.Corrupt($"document {doc} of {_inputs.MaxDoc} comes {delta} after the one before");
            _docs[k] = (int)doc;
        }

        _count = _docsLeft;
    }

    private void DecodeFreqs()
    {
        var next = _input.Position;
        _input.Position = _freqPointer;
        PackedBlock.ReadPatched(_input, _freqs);
        if (_freqs.AsSpan().ContainsAnyExceptInRange(1, int.MaxValue)) throw _input.Corrupt("a frequency below 1");
        _input.Position = next;
        _freqPointer = -1;
    }

    public override int NextPosition()
    {
        if (_positions is null) return -1;
        if (_accounted != _index + 1) EnterDoc();
        if (_positionsLeft == 0) return -1;
        _positionsLeft--;
        return _positions.Next();
    }

    private void EnterDoc()
    {
        if (_freqPointer >= 0) DecodeFreqs();
        Account(_index);
        _positions!.StartDoc(_unread);
        _unread = 0;
        _positionsLeft = _freqs[_index];
        _accounted = _index + 1;
    }

    private void LeaveBlock()
    {
        if (_accounted < _count && _freqPointer >= 0) DecodeFreqs();
        Account(_count);
        _accounted = 0;
    }

    // Positions of documents before `end` that were not read have to be passed over later.
    private void Account(int end)
    {
        _unread += _positionsLeft;
        _positionsLeft = 0;
        for (var k = _accounted; k < end; k++) _unread += _freqs[k];
        _accounted = end;
    }

    public override int AdvanceShallow(int target)
    {
        _boundIsTerm = true;
        if (_state.DocFreq <= BlockSize) return NoMoreDocs;
        var skips = Skips();
        skips.MoveTo(target);
        if (skips.NextDoc == NoMoreDocs || (skips.PassedBlocks > 0 && skips.Passed.Doc >= target)) return NoMoreDocs;
        _boundIsTerm = false;
        return skips.NextDoc;
    }

    public override ReadOnlySpan<Impact> Impacts => _boundIsTerm ? _termBound : _skips!.Impacts();
}
