using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// Reads the documents of a term block by block (LUCENE87 sections 11.2 and 11.3). Whatever the bytes, documents ascend
/// below the segment's size.
/// </summary>
internal static class DocBlocks
{
    /// <summary>Reads a full block; what follows are its frequencies, if the field has them.</summary>
    /// <param name="input">At the block.</param>
    /// <param name="lastDoc">Last document before the block; -1 for the first block.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    /// <param name="docs">Receives <see cref="ForBlock.Size"/> documents.</param>
    public static void ReadPacked(IndexInput input, int lastDoc, int maxDoc, Span<int> docs)
    {
        docs = docs[..ForBlock.Size];
        PackedBlock.ReadDeltas(input, docs);
        var hasZero = docs[(lastDoc < 0 ? 1 : 0)..].Contains(0);
        long doc = Math.Max(0, lastDoc);
        foreach (ref var delta in docs)
        {
            doc += (uint)delta;
            delta = (int)doc;
        }

        if (hasZero || doc >= maxDoc) throw input.Corrupt($"a block of documents ends at {doc} of {maxDoc}");
    }

    /// <summary>Reads the documents after the last full block.</summary>
    /// <param name="input">At the first of them.</param>
    /// <param name="lastDoc">Last document before them; -1 when there is none.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    /// <param name="docs">Receives as many documents as it is long.</param>
    /// <param name="freqs">Receives their frequencies; empty when the field has none.</param>
    public static void ReadTail(IndexInput input, int lastDoc, int maxDoc, Span<int> docs, Span<int> freqs)
    {
        long doc = Math.Max(0, lastDoc);
        for (var k = 0; k < docs.Length; k++)
        {
            var code = (uint)input.ReadVInt();
            var delta = code;
            if (!freqs.IsEmpty)
            {
                delta = code >> 1;
                freqs[k] = (code & 1) != 0 ? 1 : input.ReadVInt();
                if (freqs[k] < 1) throw input.Corrupt($"frequency {freqs[k]}");
            }

            doc += delta;
            if (doc >= maxDoc || (delta == 0 && (lastDoc >= 0 || k > 0)))
                throw input.Corrupt($"document {doc} of {maxDoc} comes {delta} after the one before");
            docs[k] = (int)doc;
        }
    }
}
