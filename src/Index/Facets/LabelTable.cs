using System.Text;

namespace Dateline.Index.Facets;

/// <summary>Byte strings in ascending unsigned order, one after the other in memory.</summary>
internal sealed class LabelTable
{
    private byte[] _bytes = new byte[256];
    private int[] _ends = new int[16];
    private int _used;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int ord] => _bytes.AsSpan(ord == 0 ? 0 : _ends[ord - 1], Length(ord));

    /// <summary>The part of a label after some bytes, as text.</summary>
    public string Text(int ord, int skip) => Encoding.UTF8.GetString(this[ord][skip..]);

    public void Add(ReadOnlySpan<byte> label)
    {
        if (_bytes.Length - _used < label.Length)
            Array.Resize(ref _bytes, Math.Max(_used + label.Length, _bytes.Length * 2));
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        label.CopyTo(_bytes.AsSpan(_used));
        _used += label.Length;
        _ends[Count++] = _used;
    }

    /// <summary>First label not below <paramref name="target"/>, or <see cref="Count"/>.</summary>
    public int FirstFrom(ReadOnlySpan<byte> target)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(target) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int Length(int ord) => _ends[ord] - (ord == 0 ? 0 : _ends[ord - 1]);
}
