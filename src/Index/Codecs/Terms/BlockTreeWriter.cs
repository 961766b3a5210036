using System.Runtime.InteropServices;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// Cuts the sorted terms of a field into a tree of blocks: a prefix shared by 25 entries or more becomes a block, or a
/// floor group of blocks when there are more than 48 (LUCENE87 section 12.4). Memory is bounded by the open path of the
/// tree.
/// </summary>
internal sealed class BlockTreeWriter(IndexOutput terms) : IDisposable
{
    private const int MinEntries = 25;
    private const int MaxEntries = 48;

    private readonly TermBlockWriter _blocks = new(terms);
    private readonly FstWriter _fst = new();
    private readonly BufferOutput _code = new();
    private readonly List<PendingEntry> _pending = [];
    private readonly List<(byte[] Prefix, byte[] Code)> _index = [];
    private readonly List<(long Pointer, int Lead, bool HasTerms)> _floor = [];
    private byte[] _bytes = new byte[1024];
    private int[] _prefixStarts = new int[16];
    private int _used;
    private int _lastLength;
    private FieldInfo _field = null!;

    public void StartField(FieldInfo field)
    {
        _field = field;
        _pending.Clear();
        _index.Clear();
        _used = 0;
        _lastLength = 0;
    }

    /// <summary>Adds the next term, greater than the one before in unsigned byte order.</summary>
    public void Add(ReadOnlySpan<byte> term, in TermState state)
    {
        var shared = 0;
        if (_pending.Count > 0)
        {
            var last = LastTerm();
            shared = last.CommonPrefixLength(term);
            CloseBlocks(shared);
        }

        if (term.Length > _prefixStarts.Length) Array.Resize(ref _prefixStarts, 2 * term.Length);
        _prefixStarts.AsSpan(shared, term.Length - shared).Fill(_pending.Count);
        _pending.Add(new PendingEntry { Start = Push(term), Length = term.Length, BlockPointer = -1, State = state });
        _lastLength = term.Length;
    }

    // The last entry is always the last term: blocks are closed only when the next term comes.
    private ReadOnlySpan<byte> LastTerm() => _bytes.AsSpan(_pending[^1].Start, _lastLength);

    private void CloseBlocks(int shared)
    {
        for (var length = _lastLength; length > shared; length--)
        {
            var count = _pending.Count - _prefixStarts[length - 1];
            if (count >= MinEntries) WriteGroup(length, count);
        }
    }

    private int Push(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _used)
            Array.Resize(ref _bytes, (int)Math.Max(2L * _bytes.Length, (long)_used + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        return _used - bytes.Length;
    }

    // Replaces the last entries by one that points at the block or floor group now holding them.
    private void WriteGroup(int prefixLength, int count)
    {
        var entries = CollectionsMarshal.AsSpan(_pending)[^count..];
        _floor.Clear();
        int start = 0, lastLead = -1, startLead = -1;
        for (var k = 0; k < entries.Length; k++)
        {
            var lead = entries[k].Length == prefixLength ? -1 : _bytes[entries[k].Start + prefixLength];
            if (lead == lastLead) continue;
            if (k - start >= MinEntries && entries.Length - start > MaxEntries)
            {
                WriteBlock(entries[start..k], prefixLength, startLead, isLast: false);
                (start, startLead) = (k, lead);
            }

            lastLead = lead;
        }

        WriteBlock(entries[start..], prefixLength, startLead, isLast: true);
        var first = entries[0].Start;
        _index.Add((_bytes.AsSpan(first, prefixLength).ToArray(), EncodeGroup()));
        _pending.RemoveRange(_pending.Count - count, count);
        _used = first + prefixLength;
        _pending.Add(new PendingEntry { Start = first, Length = prefixLength, BlockPointer = _floor[0].Pointer });
    }

    private void WriteBlock(ReadOnlySpan<PendingEntry> entries, int prefixLength, int lead, bool isLast)
    {
        var pointer = terms.Position;
        var hasTerms = _blocks.Write(_field, entries, _bytes, prefixLength, isLast);
        _floor.Add((pointer, lead, hasTerms));
    }

    private byte[] EncodeGroup()
    {
        _code.Clear();
        var (first, _, firstHasTerms) = _floor[0];
        _code.WriteVLong(first << 2 | (firstHasTerms ? 2L : 0) | (_floor.Count > 1 ? 1L : 0));
        if (_floor.Count > 1)
        {
            _code.WriteVInt(_floor.Count - 1);
            foreach (var (pointer, lead, hasTerms) in CollectionsMarshal.AsSpan(_floor)[1..])
            {
                _code.WriteByte((byte)lead);
                _code.WriteVLong((pointer - first) << 1 | (hasTerms ? 1L : 0));
            }
        }

        return _code.Written.ToArray();
    }

    /// <summary>Ends a field that has terms: root block, then its index. Returns the root's code.</summary>
    /// <param name="index"><c>.tip</c>.</param>
    /// <param name="fstMeta">Receives what describes the index.</param>
    public byte[] FinishField(IndexOutput index, IndexOutput fstMeta)
    {
        CloseBlocks(0);
        WriteGroup(0, _pending.Count);
        var root = _index[^1].Code;
        _index.Sort((a, b) => a.Prefix.AsSpan().SequenceCompareTo(b.Prefix));
        _fst.Start();
        foreach (var (prefix, code) in _index) _fst.Add(prefix, code);
        _fst.Finish(fstMeta, index);
        return root;
    }

    public void Dispose()
    {
        _blocks.Dispose();
        _fst.Dispose();
        _code.Dispose();
    }
}
