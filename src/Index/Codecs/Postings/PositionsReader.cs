using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Reads the positions of one term and, if asked for, their offsets, block by block; payloads are passed over (LUCENE87
/// section 11.4). Documents are entered in order; what they leave unread is skipped.
/// </summary>
internal sealed class PositionsReader
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly IndexInput _positions;
    private readonly IndexInput? _pay;
    private readonly FieldInfo _field;
    private readonly bool _wantsOffsets;
    private readonly int _tailCount;
    private readonly long _tailPointer;
    private readonly int[] _deltas;
    private readonly int[] _startDeltas;
    private readonly int[] _lengths;
    private int _index;
    private int _count;
    private int _position;
    private bool _ended;

    public PositionsReader(PostingsInputs inputs, FieldInfo field, in TermState state, bool wantsOffsets)
    {
        _field = field;
        _wantsOffsets = wantsOffsets && field.HasOffsets;
        _positions = inputs.Positions!.Clone();
        _positions.Position = state.PositionPointer;
        _deltas = new int[Math.Min(BlockSize, state.TotalTermFreq)];
        _startDeltas = _wantsOffsets ? new int[BlockSize] : [];
        _lengths = _wantsOffsets ? new int[BlockSize] : [];
        _tailCount = (int)(state.TotalTermFreq % BlockSize);
        _tailPointer = state.TotalTermFreq switch
        {
            < BlockSize => state.PositionPointer,
            BlockSize => -1,
            _ => state.PositionPointer + state.LastPositionBlockOffset,
        };
        if (!_wantsOffsets) return;
        _pay = inputs.Pay!.Clone();
        _pay.Position = state.PayPointer;
    }

    /// <summary>True when offsets are read with the positions.</summary>
    public bool WantsOffsets => _wantsOffsets;

    /// <summary>First UTF-16 unit of the token last returned; -1 without offsets.</summary>
    public int StartOffset { get; private set; } = -1;

    /// <summary>Unit after the token last returned; -1 without offsets.</summary>
    public int EndOffset { get; private set; } = -1;

    /// <summary>Continues at a skip point; positions before it count as read.</summary>
    public void JumpTo(in SkipPoint point)
    {
        _positions.Position = point.PositionPointer;
        if (_pay is not null) _pay.Position = point.PayPointer;
        _index = _count = 0;
        _ended = false;
    }

    /// <summary>Enters the document whose positions start after that many unread ones.</summary>
    public void StartDoc(long unread)
    {
        Skip(unread);
        _position = 0;
        if (_wantsOffsets) StartOffset = EndOffset = 0;
    }

    /// <summary>The next position of the document.</summary>
    public int Next()
    {
        if (_index == _count) LoadBlock();
        _position += _deltas[_index];
        if (_deltas[_index] < 0 || _position < 0) throw _positions.Corrupt("positions do not ascend");
        if (_wantsOffsets) AddOffsets();
        _index++;
        return _position;
    }

    /// <summary>
    /// The next positions of the document, at least one: as many as there is room for, or up to the first above
    /// <paramref name="upTo"/>. Only without offsets.
    /// </summary>
    public int Next(Span<int> positions, int upTo)
    {
        if (_index == _count) LoadBlock();
        var deltas = _deltas.AsSpan(_index, Math.Min(_count - _index, positions.Length));
        var position = _position;
        var signs = 0;
        var read = 0;
        while (read < deltas.Length && (position <= upTo || read == 0))
        {
            position += deltas[read];
            signs |= deltas[read] | position;
            positions[read++] = position;
        }

        if (signs < 0) throw _positions.Corrupt("positions do not ascend");
        _position = position;
        _index += read;
        return read;
    }

    private void AddOffsets()
    {
        StartOffset += _startDeltas[_index];
        EndOffset = StartOffset + _lengths[_index];
        if (StartOffset < 0 || _startDeltas[_index] < 0 || EndOffset < StartOffset)
            throw _pay!.Corrupt($"offsets {StartOffset} to {EndOffset}");
    }

    private void Skip(long count)
    {
        var here = (int)Math.Min(count, _count - _index);
        _index += here;
        count -= here;
        while (count > 0)
        {
            if (count >= BlockSize && !_ended && _positions.Position != _tailPointer)
            {
                SkipBlock();
                count -= BlockSize;
                continue;
            }

            LoadBlock();
            _index = (int)Math.Min(count, _count);
            count -= _index;
        }
    }

    private void SkipBlock()
    {
        PackedBlock.SkipPatched(_positions);
        if (_tailPointer < 0) _ended = true;
        if (!_wantsOffsets) return;
        SkipPayloads();
        PackedBlock.SkipPatched(_pay!);
        PackedBlock.SkipPatched(_pay!);
    }

    private void LoadBlock()
    {
        if (_ended || (_tailPointer >= 0 && _positions.Position > _tailPointer))
            throw _positions.Corrupt("a term has fewer positions than its frequencies say");
        _index = 0;
        _count = 0;
        if (_positions.Position == _tailPointer)
        {
            LoadTail();
            _ended = true;
            return;
        }

        PackedBlock.ReadPatched(_positions, _deltas);
        if (_tailPointer < 0) _ended = true;
        _count = BlockSize;
        if (!_wantsOffsets) return;
        SkipPayloads();
        PackedBlock.ReadPatched(_pay!, _startDeltas);
        PackedBlock.ReadPatched(_pay!, _lengths);
    }

    private void SkipPayloads()
    {
        if (!_field.HasPayloads) return;
        PackedBlock.SkipPatched(_pay!);
        var bytes = _pay!.ReadCount(_pay.Remaining, "payload bytes of a block");
        _pay.Position += bytes;
    }

    private void LoadTail()
    {
        if (_tailCount == 0) throw _positions.Corrupt("a term has fewer positions than its frequencies say");
        int payloadLength = 0, length = 0;
        for (var k = 0; k < _tailCount; k++)
        {
            var code = _positions.ReadVInt();
            _deltas[k] = _field.HasPayloads ? code >>> 1 : code;
            if (_field.HasPayloads)
            {
                if ((code & 1) != 0) payloadLength = _positions.ReadCount(_positions.Remaining, "payload length");
                _positions.ReadSpan(payloadLength);
            }

            if (!_field.HasOffsets) continue;
            var start = _positions.ReadVInt();
            if ((start & 1) != 0) length = _positions.ReadVInt();
            if (!_wantsOffsets) continue;
            _startDeltas[k] = start >>> 1;
            _lengths[k] = length;
        }

        _count = _tailCount;
    }
}
