using System.Buffers;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// The LZ4 content of one chunk or slice (LUCENE87 section 10): dictionary = the first bytes, then blocks that may
/// refer to the dictionary but not to each other. Compressed lengths come first, so a reader goes straight to the block
/// it needs.
/// </summary>
internal static class StoredSlice
{
    private const int Blocks = 10;
    private const int DictionaryShare = 16 * Blocks;

    /// <summary>Compresses the raw bytes of a slice.</summary>
    public static void Write(ReadOnlySpan<byte> raw, IndexOutput output)
    {
        var dictionary = raw.Length / DictionaryShare;
        var blockLength = (raw.Length - dictionary + Blocks - 1) / Blocks;
        output.WriteVInt(dictionary);
        output.WriteVInt(blockLength);
        var window = ArrayPool<byte>.Shared.Rent(dictionary + blockLength);
        var compressed = ArrayPool<byte>.Shared.Rent(Lz4Encoder.MaxLength(raw.Length) + 16 * (Blocks + 1));
        raw[..dictionary].CopyTo(window);
        var used = Lz4Encoder.Encode(raw[..dictionary], 0, compressed);
        output.WriteVInt(used);
        for (var from = dictionary; from < raw.Length; from += blockLength)
        {
            var block = raw[from..Math.Min(raw.Length, from + blockLength)];
            block.CopyTo(window.AsSpan(dictionary));
            var length = Lz4Encoder.Encode(window.AsSpan(0, dictionary + block.Length), dictionary,
                compressed.AsSpan(used));
            output.WriteVInt(length);
            used += length;
        }

        output.WriteBytes(compressed.AsSpan(0, used));
        ArrayPool<byte>.Shared.Return(window);
        ArrayPool<byte>.Shared.Return(compressed);
    }
}
