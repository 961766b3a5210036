using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dateline.Index.Numerics;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// Random access to the values of a numeric body by ordinal. Belongs to one thread: it remembers the last block.
/// </summary>
internal sealed class NumericValues
{
    private readonly NumericEntry _entry;
    private readonly DirectPacked _packed;
    private readonly long[]? _table;
    private readonly int _blockShift;
    private readonly long _gcd;
    private readonly long _min;
    private long _block = -1;
    private long _blockMin;
    private DirectPacked _blockPacked;

    public NumericValues(NumericEntry entry)
    {
        _entry = entry;
        _packed = entry.Packed;
        _table = entry.Table;
        _blockShift = entry.BlockShift;
        _gcd = entry.Gcd;
        _min = entry.Min;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Get(long ordinal)
    {
        if (_blockShift != 0) return GetFromBlock(ordinal);
        var packed = _packed.Get(ordinal);
        return _table is null ? _min + _gcd * packed : FromTable(packed);
    }

    private long FromTable(long packed)
    {
        if ((ulong)packed >= (ulong)_table!.Length) ThrowTable(packed);
        return _table[packed];
    }

    private long GetFromBlock(long ordinal)
    {
        if (ordinal >> _blockShift != _block) Load(ordinal);
        return _blockMin + _gcd * _blockPacked.Get(ordinal & ((1L << _blockShift) - 1));
    }

    private void Load(long ordinal)
    {
        if ((ulong)ordinal >= (ulong)_entry.Count) ThrowOrdinal(ordinal);
        (_blockMin, _blockPacked) = _entry.Block(ordinal >> _blockShift);
        _block = ordinal >> _blockShift;
    }

    [DoesNotReturn]
    private void ThrowOrdinal(long ordinal) =>
        throw new CorruptIndexException(_entry.Data.Name, -1, $"value {ordinal} of {_entry.Count} was asked for");

    [DoesNotReturn]
    private void ThrowTable(long packed) =>
        throw new CorruptIndexException(_entry.Data.Name, -1,
            $"value {packed} of a table of {_table!.Length} was asked for");
}
