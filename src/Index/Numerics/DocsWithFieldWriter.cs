using System.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Numerics;

/// <summary>Writes which documents have a value (LUCENE87 section 8), with rank entries and a jump table.</summary>
internal static class DocsWithFieldWriter
{
    private const int RankPower = 9;
    private const int Words = DocsWithField.BlockSize / 64;

    /// <summary>
    /// Writes the four meta fields, and the structure to the data when some but not all documents have a value.
    /// </summary>
    /// <exception cref="ArgumentException">The ids do not ascend, or leave the segment.</exception>
    public static void Write(IndexOutput meta, IndexOutput data, ReadOnlySpan<int> docIds, int maxDoc)
    {
        Check(docIds, maxDoc);
        var some = docIds.Length > 0 && docIds.Length < maxDoc;
        var start = data.Position;
        var jumps = some ? WriteBlocks(data, docIds) : -1;
        meta.WriteInt64(some ? start : docIds.Length == 0 ? -2 : -1);
        meta.WriteInt64(data.Position - start);
        meta.WriteInt16((short)jumps);
        meta.WriteByte(some ? (byte)RankPower : (byte)0xFF);
    }

    private static void Check(ReadOnlySpan<int> docIds, int maxDoc)
    {
        var last = -1;
        foreach (var docId in docIds)
        {
            if (docId <= last || docId >= maxDoc)
                throw new ArgumentException(
                    $"Document {docId} follows {last} in a segment of {maxDoc}: ids must ascend.", nameof(docIds));
            last = docId;
        }
    }

    private static int WriteBlocks(IndexOutput data, ReadOnlySpan<int> docIds)
    {
        var start = data.Position;
        var jumps = new List<(int Index, int Offset)>();
        var words = new ulong[Words];
        for (var from = 0; from < docIds.Length;)
        {
            var block = docIds[from] >> 16;
            var to = from + 1;
            while (to < docIds.Length && docIds[to] >> 16 == block) to++;
            while (jumps.Count <= block) jumps.Add((from, checked((int)(data.Position - start))));
            WriteBlock(data, block, docIds[from..to], words);
            from = to;
        }

        var sentinel = checked((int)(data.Position - start));
        data.WriteInt16(DocsWithField.SentinelBlock);
        data.WriteInt16(0);
        data.WriteInt16(-1);
        if (jumps.Count == 1) return 0;
        jumps.Add((docIds.Length, sentinel));
        foreach (var (index, offset) in jumps)
        {
            data.WriteInt32(index);
            data.WriteInt32(offset);
        }

        return jumps.Count;
    }

    private static void WriteBlock(IndexOutput data, int block, ReadOnlySpan<int> docIds, ulong[] words)
    {
        data.WriteInt16((short)block);
        data.WriteInt16((short)(docIds.Length - 1));
        if (docIds.Length == DocsWithField.BlockSize) return;
        if (docIds.Length < DocsWithField.DenseFrom)
        {
            foreach (var docId in docIds) data.WriteInt16((short)docId);
            return;
        }

        Array.Clear(words);
        foreach (var docId in docIds) words[(docId & 0xFFFF) >> 6] |= 1UL << docId;
        var ones = 0;
        for (var k = 0; k < Words; k++)
        {
            if ((k & ((1 << (RankPower - 6)) - 1)) == 0) data.WriteInt16((short)ones);
            ones += BitOperations.PopCount(words[k]);
        }

        foreach (var word in words) data.WriteInt64((long)word);
    }
}
