using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>Builds the skip data of one term at a time (LUCENE87 section 11.5).</summary>
internal sealed class SkipWriter : IDisposable
{
    private readonly BufferOutput[] _levels = new BufferOutput[PostingsFormat.MaxSkipLevels];
    private readonly SkipPoint[] _previous = new SkipPoint[PostingsFormat.MaxSkipLevels];
    private readonly ImpactAccumulator[] _impacts = new ImpactAccumulator[PostingsFormat.MaxSkipLevels + 1];
    private readonly BufferOutput _encodedImpacts = new();
    private SkipPoint _start;
    private bool _hasPositions;
    private bool _hasPay;
    private int _entries;

    public SkipWriter()
    {
        for (var level = 0; level < _levels.Length; level++) _levels[level] = new BufferOutput();
        for (var level = 0; level < _impacts.Length; level++) _impacts[level] = new ImpactAccumulator();
    }

    /// <summary>Begins a field: entries carry only the pointers the field needs.</summary>
    public void SetField(bool hasPositions, bool hasPay)
    {
        _hasPositions = hasPositions;
        _hasPay = hasPay;
    }

    /// <summary>Begins a term whose data start at that point (document 0).</summary>
    public void StartTerm(in SkipPoint start)
    {
        _start = start;
        _entries = 0;
    }

    /// <summary>Takes one document of the block whose entry comes next.</summary>
    public void AddDoc(int freq, int norm) => _impacts[0].Add(freq, norm);

    /// <summary>Adds the entry of the block that ends at that point, on every level it belongs to.</summary>
    public void AddEntry(in SkipPoint point)
    {
        if (_entries == 0) Reset();
        var number = ++_entries;
        var childPointer = 0L;
        for (var level = 0; level < _levels.Length; level++)
        {
            var output = _levels[level];
            WriteEntry(level, point);
            _previous[level] = point;
            var here = output.Position;
            if (level > 0) output.WriteVLong(childPointer);
            childPointer = here;
            _impacts[level + 1].TakeOver(_impacts[level]);
            if ((number & ((1 << PostingsFormat.SkipShift) - 1)) != 0) break;
            number >>= PostingsFormat.SkipShift;
        }
    }

    private void WriteEntry(int level, in SkipPoint point)
    {
        var output = _levels[level];
        ref var previous = ref _previous[level];
        output.WriteVInt(point.Doc - previous.Doc);
        output.WriteVLong(point.DocPointer - previous.DocPointer);
        if (_hasPositions)
        {
            output.WriteVLong(point.PositionPointer - previous.PositionPointer);
            output.WriteVInt(point.PositionsBeyond);
            if (_hasPay) output.WriteVLong(point.PayPointer - previous.PayPointer);
        }

        _encodedImpacts.Clear();
        _impacts[level].Write(_encodedImpacts);
        output.WriteVInt((int)_encodedImpacts.Position);
        _encodedImpacts.CopyTo(output);
    }

    /// <summary>Writes the term's levels, highest first; the lowest has no length before it.</summary>
    public void Write(IndexOutput output)
    {
        for (var level = _levels.Length - 1; level > 0; level--)
        {
            if (_levels[level].Position == 0) continue;
            output.WriteVLong(_levels[level].Position);
            _levels[level].CopyTo(output);
        }

        _levels[0].CopyTo(output);
    }

    // Level 0 impacts already hold the first block of the new term; entries leave that level empty.
    private void Reset()
    {
        for (var level = 0; level < _levels.Length; level++)
        {
            _levels[level].Clear();
            _previous[level] = _start;
        }

        for (var level = 1; level < _impacts.Length; level++) _impacts[level].Clear();
    }

    public void Dispose()
    {
        foreach (var level in _levels) level.Dispose();
        _encodedImpacts.Dispose();
    }
}
