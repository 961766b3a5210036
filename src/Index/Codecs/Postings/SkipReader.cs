using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Walks the skip data of one term on all levels (LUCENE87 section 11.5). On every level it stands between two entries:
/// the one passed, whose block ends before the target, and the next, whose block ends at or after it.
/// </summary>
internal sealed class SkipReader
{
    private readonly IndexInput _input;
    private readonly bool _hasPositions;
    private readonly bool _hasPayloads;
    private readonly bool _hasPay;
    private readonly int _maxDoc;
    private readonly Level[] _levels;
    private Impact[] _impacts = [];
    private int _impactCount;
    private int _impactsEntry = -1;

    public SkipReader(IndexInput docs, FieldInfo field, in TermState state, int maxDoc)
    {
        _input = docs.Clone();
        (_hasPositions, _hasPayloads) = (field.HasPositions, field.HasPayloads);
        _hasPay = field.HasOffsets || field.HasPayloads;
        _maxDoc = maxDoc;
        _levels = new Level[PostingsFormat.SkipLevels(state.DocFreq)];
        _input.Position = state.DocPointer + state.SkipOffset;
        for (var level = _levels.Length - 1; level >= 0; level--)
        {
            var length = level > 0 ? _input.ReadVLong() : 0;
            ref var here = ref _levels[level];
            here.Start = here.At = _input.Position;
            here.EntryCount = PostingsFormat.SkipEntries(state.DocFreq) >> (level * PostingsFormat.SkipShift);
            here.Passed.DocPointer = state.DocPointer;
            here.Passed.PositionPointer = state.PositionPointer;
            here.Passed.PayPointer = state.PayPointer;
            _input.Position += length;
        }

        for (var level = 0; level < _levels.Length; level++) ReadNext(level);
    }

    /// <summary>
    /// Where reading can go on: after the last block that ends before the target; all zero-based pointers at first.
    /// </summary>
    public ref readonly SkipPoint Passed => ref _levels[0].Passed;

    /// <summary>Full blocks before <see cref="Passed"/>.</summary>
    public int PassedBlocks => _levels[0].PassedCount;

    /// <summary>
    /// Last document of the block after that; <see cref="DocCursor.NoMoreDocs"/> when that block has no entry.
    /// </summary>
    public int NextDoc => _levels[0].NextDoc;

    /// <summary>
    /// Moves forward until <c>Passed.Doc &lt; target &lt;= NextDoc</c>; stays when it is there or beyond.
    /// </summary>
    public void MoveTo(int target)
    {
        if (target <= _levels[0].NextDoc) return;
        var level = 0;
        while (level + 1 < _levels.Length && _levels[level + 1].NextDoc < target) level++;
        for (; level >= 0; level--)
        {
            if (level + 1 < _levels.Length) Descend(level);
            while (_levels[level].NextDoc < target) ReadNext(level);
        }
    }

    // Entries of a level carry on from the same absolute values as the entry above them with the same number.
    private void Descend(int level)
    {
        ref var here = ref _levels[level];
        ref var above = ref _levels[level + 1];
        var count = above.PassedCount << PostingsFormat.SkipShift;
        if (count <= here.PassedCount) return;
        here.Passed = above.Passed;
        here.PassedCount = count;
        _input.Position = here.Start;
        if (above.PassedChild > _input.Remaining) throw _input.Corrupt($"skip data lead {above.PassedChild} bytes on");
        _input.Position += above.PassedChild;
        here.PassedChild = level > 0 ? ReadPointer(0) : 0;
        here.At = _input.Position;
        ReadEntry(level);
    }

    private void ReadNext(int level)
    {
        ref var here = ref _levels[level];
        if (here.HasNext)
        {
            here.Passed = here.Next;
            here.PassedChild = here.NextChild;
            here.PassedCount++;
        }

        ReadEntry(level);
    }

    private void ReadEntry(int level)
    {
        ref var here = ref _levels[level];
        here.HasNext = here.PassedCount < here.EntryCount;
        here.NextDoc = DocCursor.NoMoreDocs;
        if (!here.HasNext) return;
        _input.Position = here.At;
        ref var next = ref here.Next;
        next.Doc = here.Passed.Doc + _input.ReadCount(_maxDoc - 1L - here.Passed.Doc, "document step of a skip entry");
        if (next.Doc <= here.Passed.Doc) throw _input.Corrupt("skip entries do not ascend");
        next.DocPointer = ReadPointer(here.Passed.DocPointer);
        if (_hasPositions) ReadPositions(ref here);
        here.ImpactsLength = _input.ReadCount(_input.Remaining, "length of impacts");
        here.ImpactsAt = _input.Position;
        _input.Position += here.ImpactsLength;
        here.NextChild = level > 0 ? ReadPointer(0) : 0;
        here.At = _input.Position;
        here.NextDoc = next.Doc;
    }

    private void ReadPositions(ref Level here)
    {
        here.Next.PositionPointer = ReadPointer(here.Passed.PositionPointer);
        here.Next.PositionsBeyond = _input.ReadCount(PostingsFormat.BlockSize - 1, "positions beyond a skip entry");
        if (_hasPayloads) _input.ReadVInt();
        if (_hasPay) here.Next.PayPointer = ReadPointer(here.Passed.PayPointer);
    }

    private long ReadPointer(long previous)
    {
        var pointer = unchecked(previous + _input.ReadVLong());
        return pointer >= previous ? pointer : throw _input.Corrupt("a pointer of a skip entry leads back");
    }

    /// <summary>Competitive pairs of the block that ends at <see cref="NextDoc"/>, which must have an entry.</summary>
    public ReadOnlySpan<Impact> Impacts()
    {
        ref var here = ref _levels[0];
        if (_impactsEntry != here.PassedCount) ReadImpacts(here.ImpactsAt, here.ImpactsLength);
        _impactsEntry = here.PassedCount;
        return _impacts.AsSpan(0, _impactCount);
    }

    private void ReadImpacts(long at, int length)
    {
        _input.Position = at;
        long freq = 0, norm = 0;
        _impactCount = 0;
        while (_input.Position < at + length)
        {
            var code = (uint)_input.ReadVInt();
            freq += 1 + (code >> 1);
            norm += 1 + ((code & 1) != 0 ? _input.ReadZLong() : 0);
            if (freq > int.MaxValue || norm is < sbyte.MinValue or > sbyte.MaxValue)
                throw _input.Corrupt($"impact of frequency {freq} and norm {norm}");
            if (_impactCount == _impacts.Length) Array.Resize(ref _impacts, Math.Max(8, 2 * _impactCount));
            _impacts[_impactCount++] = new Impact((int)freq, (int)norm & 0xFF);
        }

        if (_impactCount is 0 or > 256) throw _input.Corrupt($"a skip entry has {_impactCount} impacts");
    }

    private struct Level
    {
        public long Start;
        public long At;
        public int EntryCount;
        public int PassedCount;
        public bool HasNext;
        public int NextDoc;
        public SkipPoint Passed;
        public SkipPoint Next;
        public long PassedChild;
        public long NextChild;
        public long ImpactsAt;
        public int ImpactsLength;
    }
}
