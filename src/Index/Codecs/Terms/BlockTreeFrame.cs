using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// One level of a terms cursor: a prefix, its floor group and the block of it that is loaded. Reused.
/// </summary>
internal sealed class BlockTreeFrame
{
    private byte[] _suffixes = [];
    private byte[] _expanded = [];
    private int[] _ends = [];
    private long[] _subBlocks = [];
    private int[] _terms = [];
    private TermStateReader _states;

    /// <summary>Bytes of the prefix.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Position of the group's first block.</summary>
    public long Group { get; private set; }

    /// <summary>Code of the group in the index when a seek went through it; else empty.</summary>
    public byte[] Code { get; private set; } = [];

    /// <summary>False while only the prefix is known.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>True when no further block of the group follows the loaded one.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Position after the loaded block.</summary>
    public long End { get; private set; }

    /// <summary>Entries of the loaded block.</summary>
    public int Count { get; private set; }

    /// <summary>Current entry, -1 before the first.</summary>
    public int Entry { get; set; }

    /// <summary>Points the frame at a group without loading a block of it.</summary>
    public void Start(int prefixLength, long group, ReadOnlySpan<byte> code)
    {
        PrefixLength = prefixLength;
        Group = group;
        Code = code.IsEmpty ? [] : code.ToArray();
        IsLoaded = false;
        Entry = -1;
    }

    /// <summary>Loads the block at that position.</summary>
    public void Load(BlockTreeFieldTerms owner, long pointer)
    {
        var block = TermBlock.Read(owner.TermsInput, pointer, ref _expanded);
        Grow(block.EntryCount, block.Suffixes.Length);
        block.Suffixes.CopyTo(_suffixes);
        var lengths = new SpanReader(block.Lengths, owner.TermsInput.Name, pointer);
        int at = 0, terms = 0;
        for (var entry = 0; entry < block.EntryCount; entry++)
        {
            var code = block.EqualLength >= 0 ? block.EqualLength : lengths.ReadVInt();
            var isSub = !block.IsLeaf && (code & 1) != 0;
            var length = block.IsLeaf ? code : code >> 1;
            _subBlocks[entry] = isSub ? ReadSubBlock(ref lengths, block.EqualLength, pointer, length) : -1;
            _terms[entry] = isSub ? terms : terms++;
            if (length > block.Suffixes.Length - at)
                throw lengths.Corrupt("suffixes are shorter than their lengths say");
            _ends[entry] = at += length;
        }

        (IsLoaded, IsLast, End, Count, Entry) = (true, block.IsLast, block.End, block.EntryCount, -1);
        _states = new TermStateReader(owner.TermsInput, block.StatsPointer);
    }

    private static long ReadSubBlock(ref SpanReader lengths, int equal, long pointer, int suffixLength)
    {
        var back = equal >= 0 ? equal : lengths.ReadVLong();
        if (suffixLength == 0 || back <= 0 || back > pointer)
            throw lengths.Corrupt($"a sub-block of {suffixLength} suffix bytes lies {back} bytes before its parent");
        return pointer - back;
    }

    private void Grow(int entries, int suffixes)
    {
        if (_suffixes.Length < suffixes) _suffixes = new byte[Math.Max(suffixes, 2 * _suffixes.Length)];
        if (_ends.Length >= entries) return;
        var size = Math.Max(entries, 2 * _ends.Length);
        (_ends, _subBlocks, _terms) = (new int[size], new long[size], new int[size]);
    }

    /// <summary>Suffix of an entry.</summary>
    public ReadOnlySpan<byte> Suffix(int entry)
    {
        var start = entry == 0 ? 0 : _ends[entry - 1];
        return _suffixes.AsSpan(start, _ends[entry] - start);
    }

    /// <summary>Position of the entry's sub-block; -1 for a term.</summary>
    public long SubBlock(int entry) => _subBlocks[entry];

    /// <summary>First entry at or after the suffix; <see cref="Count"/> when there is none.</summary>
    public int FindCeiling(ReadOnlySpan<byte> suffix)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Suffix(middle).SequenceCompareTo(suffix) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>State of the current entry, a term.</summary>
    public TermState State(BlockTreeFieldTerms owner) =>
        _states.ReadTo(owner.TermsInput, owner.Field, owner.MaxDoc, _terms[Entry]);

    /// <summary>Makes the entry whose sub-block is at that position current; false when there is none.</summary>
    public bool MoveToSubBlock(long pointer)
    {
        Entry = _subBlocks.AsSpan(0, Count).IndexOf(pointer);
        return Entry >= 0;
    }
}
