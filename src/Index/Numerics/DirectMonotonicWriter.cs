using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>Writes non-decreasing longs for <see cref="DirectMonotonic"/> (LUCENE87 section 6).</summary>
internal sealed class DirectMonotonicWriter(IndexOutput meta, IndexOutput data, int shift)
{
    private readonly long[] _block = new long[1 << shift];
    private readonly long _start = data.Position;
    private long _last = long.MinValue;
    private int _used;

    /// <summary>Writes all values at once: descriptions to the meta, residues to the data.</summary>
    public static void Write(IndexOutput meta, IndexOutput data, int shift, ReadOnlySpan<long> values)
    {
        var writer = new DirectMonotonicWriter(meta, data, shift);
        foreach (var value in values) writer.Add(value);
        writer.Finish();
    }

    /// <summary>The next value, not smaller than the one before.</summary>
    public void Add(long value)
    {
        if (value < _last)
            throw new ArgumentException($"{value} follows {_last}: values must not decrease.", nameof(value));
        _last = value;
        if (_used == _block.Length) FlushBlock();
        _block[_used++] = value;
    }

    /// <summary>Writes the last block. Must be called once, after the last value.</summary>
    public void Finish()
    {
        if (_used > 0) FlushBlock();
    }

    private void FlushBlock()
    {
        var values = _block.AsSpan(0, _used);
        var slope = (float)((double)(values[^1] - values[0]) / Math.Max(1, _used - 1));
        var min = long.MaxValue;
        for (var k = 0; k < values.Length; k++)
        {
            values[k] -= DirectMonotonic.Expected(slope, k);
            min = Math.Min(min, values[k]);
        }

        var all = 0L;
        foreach (ref var value in values) all |= value -= min;
        meta.WriteInt64(min);
        meta.WriteInt32(BitConverter.SingleToInt32Bits(slope));
        meta.WriteInt64(data.Position - _start);
        var bits = all == 0 ? 0 : DirectPackedWriter.WidthFor((ulong)all);
        meta.WriteByte((byte)bits);
        if (bits > 0) DirectPackedWriter.Write(data, values, bits);
        _used = 0;
    }
}
