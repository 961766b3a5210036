using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Writes the positions of a term to <c>.pos</c> and the offsets of its full blocks to <c>.pay</c> (LUCENE87 section
/// 11.4).
/// </summary>
internal sealed class PositionsWriter(IndexOutput positions, IndexOutput? pay)
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly int[] _deltas = new int[BlockSize];
    private readonly int[] _startDeltas = new int[BlockSize];
    private readonly int[] _lengths = new int[BlockSize];
    private bool _hasOffsets;
    private long _termStart;
    private int _lastPosition;
    private int _lastStart;

    /// <summary>Positions not yet in a block.</summary>
    public int Buffered { get; private set; }

    /// <summary>Where the next block of positions goes.</summary>
    public long PositionPointer => positions.Position;

    /// <summary>Where the next block of offsets goes.</summary>
    public long PayPointer => pay?.Position ?? 0;

    public void SetField(bool hasOffsets) => _hasOffsets = hasOffsets;

    public void StartTerm()
    {
        _termStart = positions.Position;
        Buffered = 0;
    }

    public void StartDoc()
    {
        _lastPosition = 0;
        _lastStart = 0;
    }

    public void Add(int position, int startOffset, int endOffset)
    {
        if (position < _lastPosition || position > PostingsFormat.MaxPosition)
            throw new ArgumentException($"Position {position} comes after {_lastPosition}.", nameof(position));
        _deltas[Buffered] = position - _lastPosition;
        _lastPosition = position;
        if (_hasOffsets)
        {
            if (startOffset < _lastStart || endOffset < startOffset)
                throw new ArgumentException($"Offsets {startOffset}-{endOffset} come after a start of {_lastStart}.");
            _startDeltas[Buffered] = startOffset - _lastStart;
            _lengths[Buffered] = endOffset - startOffset;
            _lastStart = startOffset;
        }

        if (++Buffered == BlockSize) WriteBlock();
    }

    private void WriteBlock()
    {
        PackedBlock.WritePatched(positions, _deltas);
        if (_hasOffsets)
        {
            PackedBlock.WritePatched(pay!, _startDeltas);
            PackedBlock.WritePatched(pay!, _lengths);
        }

        Buffered = 0;
    }

    /// <summary>
    /// Writes the rest of the term as VInts and returns where it starts, relative to the term's start.
    /// </summary>
    public long FinishTerm()
    {
        var tail = positions.Position - _termStart;
        var lastLength = -1;
        for (var k = 0; k < Buffered; k++)
        {
            positions.WriteVInt(_deltas[k]);
            if (!_hasOffsets) continue;
            positions.WriteVInt(_startDeltas[k] << 1 | (_lengths[k] == lastLength ? 0 : 1));
            if (_lengths[k] != lastLength) positions.WriteVInt(lastLength = _lengths[k]);
        }

        return tail;
    }
}
