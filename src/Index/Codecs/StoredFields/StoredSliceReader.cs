using System.IO.Compression;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>Decompresses parts of chunk content, LZ4 or deflate (LUCENE87 section 10). Belongs to one thread.</summary>
internal sealed class StoredSliceReader
{
    private const int KeptBytes = 1 << 20; // larger windows are not kept after use
    private const int MaxStoredBlock = 65535;
    private byte[] _window = [];

    /// <summary>
    /// Fills <paramref name="to"/> with the raw bytes of a slice from <paramref name="from"/> on, decompressing only
    /// the blocks they lie in, and moves the input behind the slice.
    /// </summary>
    public void Read(IndexInput input, bool deflate, int sliceLength, int from, Span<byte> to)
    {
        var dictionary = input.ReadCount(sliceLength, "dictionary length");
        var block = input.ReadCount(sliceLength, "block length");
        if (block == 0 && dictionary < sliceLength) throw input.Corrupt("block length is 0");
        if (deflate) ReadDeflate(input, new Layout(sliceLength, dictionary, block), from, to);
        else ReadLz4(input, new Layout(sliceLength, dictionary, block), from, to);
        if (_window.Length > KeptBytes) _window = [];
    }

    private void ReadLz4(IndexInput input, Layout layout, int from, Span<byte> to)
    {
        if (layout.Blocks > input.Remaining) throw input.Corrupt($"{layout.Blocks} blocks do not fit in the chunk");
        var lengths = input.Clone();
        var total = 0L;
        for (var k = -1; k < layout.Blocks; k++) total += input.ReadCount(int.MaxValue, "compressed length");
        var end = input.Position + total;
        if (to.Length > 0)
        {
            Reserve(layout);
            Lz4Part(input, lengths, layout.Dictionary, 0);
            Overlap(_window.AsSpan(0, layout.Dictionary), 0, from, to);
            for (long next = layout.Dictionary; next < from + to.Length; next += layout.Block)
            {
                var at = (int)next;
                var length = Math.Min(layout.Block, layout.Length - at);
                if (at + length <= from) input.Position += lengths.ReadVInt();
                else Lz4Part(input, lengths, length, layout.Dictionary);
                Overlap(_window.AsSpan(layout.Dictionary, length), at, from, to);
            }
        }

        input.Position = end;
    }

    private void Lz4Part(IndexInput input, IndexInput lengths, int rawLength, int dictionary)
    {
        var end = input.Position + lengths.ReadVInt();
        Lz4.Decompress(input, rawLength, _window, dictionary);
        if (input.Position != end) throw input.Corrupt($"LZ4 block ends here, its length says {end}");
    }

    private void ReadDeflate(IndexInput input, Layout layout, int from, Span<byte> to)
    {
        Reserve(layout);
        DeflatePart(input, layout.Dictionary, 0, to.Length > 0);
        Overlap(_window.AsSpan(0, layout.Dictionary), 0, from, to);
        for (long next = layout.Dictionary; next < layout.Length; next += layout.Block)
        {
            var at = (int)next;
            var length = Math.Min(layout.Block, layout.Length - at);
            var wanted = at < from + to.Length && at + length > from;
            DeflatePart(input, length, layout.Dictionary, wanted);
            if (wanted) Overlap(_window.AsSpan(layout.Dictionary, length), at, from, to);
        }
    }

    private void DeflatePart(IndexInput input, int rawLength, int dictionary, bool wanted)
    {
        var compressed = input.ReadSpan(input.ReadCount(input.Remaining, "compressed length"));
        if (wanted && rawLength > 0) Inflate(input, compressed, rawLength, dictionary);
    }

    /// <summary>
    /// A preset dictionary is what the decoder has put out before, so it is fed as stored (uncompressed) deflate blocks
    /// in front.
    /// </summary>
    private void Inflate(IndexInput input, ReadOnlySpan<byte> compressed, int rawLength, int dictionary)
    {
        var stream = new MemoryStream();
        for (var at = 0; at < dictionary; at += MaxStoredBlock)
        {
            var length = Math.Min(MaxStoredBlock, dictionary - at);
            stream.Write([0, (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8)]);
            stream.Write(_window.AsSpan(at, length));
        }

        stream.Write(compressed);
        stream.Position = 0;
        try
        {
            using var inflater = new DeflateStream(stream, CompressionMode.Decompress);
            inflater.ReadExactly(_window, 0, dictionary);
            inflater.ReadExactly(_window, dictionary, rawLength);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new CorruptIndexException(input.Name, input.Position, "deflate block does not decompress", e);
        }
    }

    private void Reserve(Layout layout)
    {
        var needed = layout.Dictionary + Math.Min(layout.Block, layout.Length - layout.Dictionary);
        if (_window.Length < needed) _window = new byte[needed];
    }

    /// <summary>Copies what of a part at <paramref name="at"/> of the slice is wanted.</summary>
    private static void Overlap(ReadOnlySpan<byte> part, int at, int from, Span<byte> to)
    {
        var start = Math.Max(at, from);
        var end = Math.Min(at + part.Length, from + to.Length);
        if (start < end) part[(start - at)..(end - at)].CopyTo(to[(start - from)..]);
    }

    /// <summary>Raw lengths: of the slice, of its dictionary, of a block.</summary>
    private readonly record struct Layout(int Length, int Dictionary, int Block)
    {
        public int Blocks => Block == 0 ? 0 : (int)(((long)Length - Dictionary + Block - 1) / Block);
    }
}
