using Dateline.Index.Numerics;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Reads one term's documents in blocks of 128: a step is an array read, frequencies and positions are decoded only
/// when asked for, and jumps go through the skip data (LUCENE87 section 11). Whatever the bytes, documents ascend below
/// the segment's size.
/// </summary>
internal sealed class BlockPostingsCursor : PostingsCursor
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly PostingsInputs _inputs;
    private readonly FieldInfo _field;
    private readonly TermState _state;
    private readonly IndexInput _input;
    private readonly PositionsReader? _positions;
    private readonly int[] _docs;
    private readonly int[] _freqs;
    private Impact[]? _termBound;
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
        _docs = new int[Math.Min(BlockSize, state.DocFreq)];
        _freqs = new int[_docs.Length];
        if (!field.HasFreqs) _freqs.AsSpan().Fill(1);
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
        if (_docs[from] < target) from = SortedSearch.FirstNotBelow(_docs.AsSpan(0, _count), from + 1, target);
        _index = from;
        return _doc = _docs[from];
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
        DocBlocks.ReadPacked(_input, _lastDoc, _inputs.MaxDoc, _docs);
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
        var freqs = _field.HasFreqs ? _freqs.AsSpan(0, _docsLeft) : [];
        DocBlocks.ReadTail(_input, _lastDoc, _inputs.MaxDoc, _docs.AsSpan(0, _docsLeft), freqs);
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

    internal override int ReadPositions(ref int[] positions, int upTo)
    {
        if (_positions is null || _positions.WantsOffsets) return base.ReadPositions(ref positions, upTo);
        if (_accounted != _index + 1) EnterDoc();
        var count = 0;
        while (_positionsLeft > 0)
        {
            if (count == positions.Length) Array.Resize(ref positions, Math.Max(BlockSize, 2 * count));
            var room = positions.AsSpan(count, Math.Min(_positionsLeft, positions.Length - count));
            var read = _positions.Next(room, upTo);
            _positionsLeft -= read;
            count += read;
            if (positions[count - 1] > upTo) break;
        }

        return count;
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

    public override ReadOnlySpan<Impact> Impacts => _boundIsTerm ? _termBound ??= [TermBound()] : _skips!.Impacts();

    private Impact TermBound() => new((int)Math.Min(_state.TotalTermFreq - _state.DocFreq + 1, int.MaxValue), 1);
}
