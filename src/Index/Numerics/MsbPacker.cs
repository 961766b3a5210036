using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>
/// Gathers values of 1 to 64 bits, most significant bit first; the last byte is padded with zero bits.
/// </summary>
internal struct MsbPacker(IndexOutput output, int bits)
{
    private ulong _pending; // the low _used bits wait to be written
    private int _used;

    /// <summary>Appends a value that fits the width.</summary>
    public void Add(ulong value)
    {
        var free = 64 - _used;
        if (bits < free)
        {
            _pending = _pending << bits | value;
            _used += bits;
            return;
        }

        var rest = bits - free; // low bits of the value that do not fit in this word
        var word = free == 64 ? value : _pending << free | value >> rest;
        output.WriteInt64((long)word);
        _used = rest;
        _pending = rest == 0 ? 0 : value & ((1UL << rest) - 1);
    }

    /// <summary>Writes what is left, in whole bytes.</summary>
    public void Finish()
    {
        for (; _used >= 8; _used -= 8) output.WriteByte((byte)(_pending >> (_used - 8)));
        if (_used > 0) output.WriteByte((byte)(_pending << (8 - _used)));
        _used = 0;
    }
}
