using System.Diagnostics.CodeAnalysis;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// Look-ups in a dictionary. Terms of a block build on each other, so the last term and the position behind it are
/// kept: ascending look-ups decode each term once. Belongs to one thread.
/// </summary>
internal sealed class OrdDictionary : IOrdDictionary
{
    private readonly TermsDictionary _dictionary;
    private readonly IndexInput _input;
    private byte[] _term = new byte[32];
    private int _length;
    private int _ord = -1; // the term in _term; -1 when there is none

    public OrdDictionary(TermsDictionary dictionary)
    {
        _dictionary = dictionary;
        _input = dictionary.Terms();
    }

    /// <inheritdoc/>
    public int ValueCount => _dictionary.Count;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Lookup(int ord)
    {
        if ((uint)ord >= (uint)ValueCount)
            throw new ArgumentOutOfRangeException(nameof(ord), ord, $"The dictionary has {ValueCount} entries.");
        if (ord != _ord) MoveTo(ord);
        return _term.AsSpan(0, _length);
    }

    /// <inheritdoc/>
    public int Find(ReadOnlySpan<byte> value)
    {
        var shift = _dictionary.BlockShift;
        var (low, high) = (0, (int)((ValueCount + (1L << shift) - 1) >> shift) - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = FirstOfBlock(middle).SequenceCompareTo(value);
            if (order == 0) return middle << shift;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        if (high < 0) return -1;
        var end = (int)Math.Min(((long)high + 1) << shift, ValueCount);
        for (var ord = (high << shift) + 1; ord < end; ord++)
        {
            var order = Lookup(ord).SequenceCompareTo(value);
            if (order == 0) return ord;
            if (order > 0) return -ord - 1;
        }

        return -end - 1;
    }

    /// <summary>
    /// The first term of a block lies uncompressed in the file; reading it drops the remembered term.
    /// </summary>
    private ReadOnlySpan<byte> FirstOfBlock(int block)
    {
        _ord = -1;
        _input.Position = _dictionary.BlockStarts.Get(block);
        return _input.ReadSpan(_input.ReadCount(_dictionary.Longest, "term length"));
    }

    private void MoveTo(int ord)
    {
        var shift = _dictionary.BlockShift;
        var at = _ord;
        if (at < 0 || at > ord || at >> shift != ord >> shift)
        {
            var first = FirstOfBlock(ord >> shift);
            Reserve(first.Length);
            first.CopyTo(_term);
            _length = first.Length;
            at = ord >> shift << shift;
        }

        _ord = -1; // stays so when the bytes turn out to be damaged
        for (; at < ord; at++) ReadNext();
        _ord = ord;
    }

    private void ReadNext()
    {
        int lengths = _input.ReadByte();
        var prefix = lengths & 15;
        var suffix = (lengths >> 4) + 1;
        if (prefix == 15) prefix += _input.ReadCount(_dictionary.Longest, "prefix length");
        if (suffix == 16) suffix += _input.ReadCount(_dictionary.Longest, "suffix length");
        if (prefix > _length || suffix > _dictionary.Longest - prefix) ThrowLengths(prefix, suffix);
        Reserve(prefix + suffix);
        _input.ReadSpan(suffix).CopyTo(_term.AsSpan(prefix));
        _length = prefix + suffix;
    }

    private void Reserve(int length)
    {
        if (length > _term.Length) Array.Resize(ref _term, Math.Max(length, _term.Length * 2));
    }

    [DoesNotReturn]
    private void ThrowLengths(int prefix, int suffix) => throw _input.Corrupt(
        $"term of {prefix} + {suffix} bytes after one of {_length}, the longest has {_dictionary.Longest}");
}
