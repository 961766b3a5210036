using System.Buffers.Binary;
using System.Numerics;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>
/// Walks documents with a value forward and knows how many have one before the current (its ordinal in the value data).
/// Blocks are 65536 documents: a sorted list, a bit set with rank entries, or all (LUCENE87 section 8).
/// </summary>
internal sealed class DocsWithFieldCursor
{
    private enum Kind
    {
        Sparse,
        Dense,
        All,
    }

    private readonly IndexInput? _blocks;
    private readonly DocsWithField _docs;
    private readonly long _end; // where the blocks end and the jump table starts
    private int _block = -1;
    private Kind _kind;
    private int _cardinality;
    private long _before; // values before the current block
    private long _body; // offset of the list or bit set
    private long _rank; // offset of the rank entries
    private long _next; // offset of the next block's header
    private int _at; // list position, or word of the bit set
    private long _ones; // bits set in the block before word _at

    public DocsWithFieldCursor(DocsWithField docs)
    {
        _docs = docs;
        _blocks = docs.Blocks;
        _end = _blocks is null ? 0 : _blocks.Length - docs.Jumps * 8L;
    }

    /// <summary>Position among all documents with a value of the document last found.</summary>
    public long Ordinal { get; private set; }

    /// <summary>True when the document has a value. Ids must not decrease from call to call.</summary>
    public bool AdvanceExact(int docId)
    {
        if (_blocks is null)
        {
            Ordinal = docId;
            return docId < _docs.MaxDoc;
        }

        if (docId >> 16 > _block) MoveToBlock(docId >> 16);
        return docId >> 16 == _block && Seek(docId & 0xFFFF) == (docId & 0xFFFF);
    }

    /// <summary>
    /// The first document with a value at or after the target, or <see cref="DocCursor.NoMoreDocs"/>.
    /// </summary>
    public int Advance(int target)
    {
        if (target >= _docs.MaxDoc) return DocCursor.NoMoreDocs;
        if (_blocks is null)
        {
            Ordinal = target;
            return target;
        }

        while (true)
        {
            if (target >> 16 > _block) MoveToBlock(target >> 16);
            if (_block == DocsWithField.SentinelBlock) return DocCursor.NoMoreDocs;
            if (_block > target >> 16) target = _block << 16;
            var low = Seek(target & 0xFFFF);
            if (low >= 0) return Checked(_block << 16 | low);
            target = (_block + 1) << 16;
        }
    }

    private int Checked(int docId) => docId < _docs.MaxDoc
        ? docId
        : throw new CorruptIndexException(_blocks!.Name, -1,
            $"document {docId} has a value, the segment has {_docs.MaxDoc}");

    /// <summary>Goes to the first block whose number is at least the target's; the sentinel ends the search.</summary>
    private void MoveToBlock(int target)
    {
        if (_docs.Jumps > 0 && target > _block + 1)
        {
            var entry = Math.Min(target, _docs.Jumps - 1);
            var bytes = _blocks!.Span(_end + entry * 8L, 8);
            var offset = BinaryPrimitives.ReadInt32BigEndian(bytes[4..]);
            if (offset >= _next)
            {
                _next = offset;
                _before = BinaryPrimitives.ReadInt32BigEndian(bytes);
                _cardinality = 0;
            }
        }

        do ReadHeader();
        while (_block < target);
    }

    private void ReadHeader()
    {
        var header = _blocks!.Span(_next, 4);
        int block = BinaryPrimitives.ReadUInt16BigEndian(header);
        if (block <= _block || block > DocsWithField.SentinelBlock)
            throw new CorruptIndexException(_blocks.Name, _next, $"block {block} follows block {_block}");
        _before += _cardinality;
        _block = block;
        _cardinality = BinaryPrimitives.ReadUInt16BigEndian(header[2..]) + 1;
        _kind = _cardinality < DocsWithField.DenseFrom ? Kind.Sparse
            : _cardinality < DocsWithField.BlockSize ? Kind.Dense : Kind.All;
        _rank = _next + 4;
        _body = _rank + (_kind == Kind.Dense && _docs.RankPower > 0 ? 2 * (DocsWithField.BlockSize >> _docs.RankPower)
            : 0);
        _next = _body + (_kind == Kind.Sparse ? 2 * _cardinality : _kind == Kind.Dense ? DocsWithField.BlockSize / 8
            : 0);
        if (_next > _end)
            throw new CorruptIndexException(_blocks.Name, _body, $"block {block} leaves its {_end} bytes");
        _at = 0;
        _ones = 0;
    }

    /// <summary>
    /// The first document of the block at or after the target, as low 16 bits, or -1; sets the ordinal.
    /// </summary>
    private int Seek(int low) => _kind switch
    {
        Kind.Sparse => SeekList(low),
        Kind.Dense => SeekBits(low),
        _ => SeekAll(low),
    };

    private int SeekAll(int low)
    {
        Ordinal = _before + low;
        return low;
    }

    private int SeekList(int low)
    {
        var list = _blocks!.Span(_body, 2 * _cardinality);
        var step = 1;
        var from = _at;
        while (from + step < _cardinality && Entry(list, from + step) < low)
        {
            from += step;
            step *= 2;
        }

        var to = Math.Min(from + step, _cardinality); // every entry before `from` is smaller
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (Entry(list, middle) < low) from = middle + 1;
            else to = middle;
        }

        _at = from;
        Ordinal = _before + from;
        return from < _cardinality ? Entry(list, from) : -1;
    }

    private static int Entry(ReadOnlySpan<byte> list, int k) => BinaryPrimitives.ReadUInt16BigEndian(list[(2 * k)..]);

    private int SeekBits(int low)
    {
        var bits = _blocks!.Span(_body, DocsWithField.BlockSize / 8);
        var word = low >> 6;
        JumpByRank(word);
        for (; _at < word; _at++) _ones += BitOperations.PopCount(Word(bits, _at));
        var rest = Word(bits, word) >> low;
        if ((rest & 1) == 0) return SeekLaterBit(bits, rest, low);
        Ordinal = _before + _ones + BitOperations.PopCount(Word(bits, word) & ((1UL << low) - 1));
        return low;
    }

    private void JumpByRank(int word)
    {
        if (_docs.RankPower < 0) return;
        var shift = _docs.RankPower - 6;
        if (word >> shift <= _at >> shift) return;
        var entry = word >> shift;
        _at = entry << shift;
        _ones = BinaryPrimitives.ReadUInt16BigEndian(_blocks!.Span(_rank + 2 * entry, 2));
    }

    private int SeekLaterBit(ReadOnlySpan<byte> bits, ulong rest, int low)
    {
        if (rest != 0)
        {
            low += BitOperations.TrailingZeroCount(rest);
            Ordinal = _before + _ones + BitOperations.PopCount(Word(bits, low >> 6) & ((1UL << low) - 1));
            return low;
        }

        var ones = _ones + BitOperations.PopCount(Word(bits, low >> 6));
        for (var word = (low >> 6) + 1; word < DocsWithField.BlockSize / 64; word++)
        {
            if (Word(bits, word) is not (var value and not 0)) continue;
            Ordinal = _before + ones;
            return word * 64 + BitOperations.TrailingZeroCount(value);
        }

        return -1;
    }

    private static ulong Word(ReadOnlySpan<byte> bits, int k) => BinaryPrimitives.ReadUInt64BigEndian(bits[(8 * k)..]);
}
