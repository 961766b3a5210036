using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>The chunk of LZ4-compressed byte strings decoded last (LUCENE87 section 14, versions 1 and 2).</summary>
internal sealed class BinaryChunk
{
    private const int MaxRatio = 255; // one LZ4 length byte stands for at most 255 bytes
    private readonly BinaryEntry _entry;
    private readonly IndexInput _input;
    private readonly int[] _ends;
    private byte[] _bytes = [];
    private long _chunk = -1;

    public BinaryChunk(BinaryEntry entry)
    {
        _entry = entry;
        _input = entry.Data.Clone();
        _ends = new int[1 << entry.ChunkShift];
    }

    /// <summary>Byte string number <paramref name="ordinal"/>; valid until the next call.</summary>
    public ReadOnlySpan<byte> Get(long ordinal)
    {
        if (ordinal >> _entry.ChunkShift != _chunk) Load(ordinal >> _entry.ChunkShift);
        var inChunk = (int)(ordinal & (_ends.Length - 1));
        var start = inChunk == 0 ? 0 : _ends[inChunk - 1];
        return _bytes.AsSpan(start, _ends[inChunk] - start);
    }

    private void Load(long chunk)
    {
        _chunk = -1; // stays so when the bytes turn out to be damaged
        _input.Position = _entry.ChunkStarts!.Get(chunk);
        var total = ReadEnds();
        if (total > _entry.LargestChunk || total > (_input.Remaining + 1) * MaxRatio)
            throw _input.Corrupt($"chunk {chunk} has {total} bytes, expected at most {_entry.LargestChunk}");
        if (total > _bytes.Length)
            _bytes = new byte[Math.Max((int)total, Math.Min(_entry.LargestChunk, 2 * _bytes.Length))];
        Lz4.Decompress(_input, (int)total, _bytes, 0);
        _chunk = chunk;
    }

    private long ReadEnds()
    {
        var first = (uint)_input.ReadVInt();
        var same = (first & 1) != 0;
        var total = 0L;
        for (var k = 0; k < _ends.Length; k++)
        {
            total += k == 0 || same ? first >> 1 : (uint)_input.ReadVInt();
            _ends[k] = (int)Math.Min(total, int.MaxValue);
        }

        return total;
    }
}
