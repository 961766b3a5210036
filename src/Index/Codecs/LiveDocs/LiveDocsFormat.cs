using System.Buffers.Binary;
using System.Numerics;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.LiveDocs;

/// <summary>Reads and writes <c>_X_G.liv</c> (LUCENE87 section 15): one bit a document, 1 = live.</summary>
internal static class LiveDocsFormat
{
    private const string Codec = "Lucene50LiveDocs";

    public static string FileName(string segment, long generation) => $"{segment}_{Base36.Format(generation)}.liv";

    /// <summary>64-bit words for that many documents.</summary>
    public static int Words(int maxDoc) => (int)(((long)maxDoc + 63) >> 6);

    /// <summary>All documents live; bits past the last are 0.</summary>
    public static ulong[] AllLive(int maxDoc)
    {
        var bits = new ulong[Words(maxDoc)];
        Array.Fill(bits, ulong.MaxValue);
        if ((maxDoc & 63) != 0) bits[^1] = (1UL << (maxDoc & 63)) - 1;
        return bits;
    }

    public static void Write(IndexDirectory directory, SegmentCommit segment, ReadOnlySpan<ulong> bits)
    {
        using var output = directory.Create(FileName(segment.Info.Name, segment.DeletionGeneration));
        CodecHeader.WriteIndex(output, Codec, 0, segment.Info.Id.Span, Base36.Format(segment.DeletionGeneration));
        foreach (var word in bits) output.WriteInt64((long)word);
        CodecHeader.WriteFooter(output);
    }

    /// <summary>The bits, or an empty array when nothing is deleted.</summary>
    public static ulong[] Read(IndexDirectory directory, SegmentCommit segment)
    {
        if (segment.DeletionGeneration < 0) return [];
        var input = directory.Open(FileName(segment.Info.Name, segment.DeletionGeneration));
        CodecHeader.CheckChecksum(input);
        CodecHeader.ReadIndex(input, Codec, 0, 0, segment.Info.Id.Span, Base36.Format(segment.DeletionGeneration));
        var bits = new ulong[Words(segment.Info.MaxDoc)];
        if (input.Remaining != bits.Length * 8L + CodecHeader.FooterLength)
            throw input.Corrupt($"{input.Remaining} bytes left, expected {bits.Length} words and a footer");
        var bytes = input.ReadSpan(bits.Length * 8);
        var live = 0;
        for (var k = 0; k < bits.Length; k++)
        {
            bits[k] = BinaryPrimitives.ReadUInt64BigEndian(bytes[(k * 8)..]);
            live += BitOperations.PopCount(bits[k]);
        }

        if ((segment.Info.MaxDoc & 63) is var tail and > 0 && bits[^1] >> tail != 0)
            throw input.Corrupt("bits past the last document are set");
        if (segment.Info.MaxDoc - live != segment.DeletedCount)
            throw input.Corrupt(
                $"{segment.Info.MaxDoc - live} documents are deleted, the commit says {segment.DeletedCount}");
        return bits;
    }
}
