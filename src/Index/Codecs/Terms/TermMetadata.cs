using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// Pointers of the terms of one block, each relative to the term before it (LUCENE87 section 11.6).
/// </summary>
internal static class TermMetadata
{
    /// <summary>What the first term of a block is relative to.</summary>
    public static TermState Origin { get; } = new() { SingletonDoc = -1 };

    /// <summary>Writes one term.</summary>
    public static void Write(IndexOutput output, FieldInfo field, in TermState previous, in TermState term)
    {
        if (previous.SingletonDoc >= 0 && term.SingletonDoc >= 0 && previous.DocPointer == term.DocPointer)
        {
            var delta = (long)term.SingletonDoc - previous.SingletonDoc;
            output.WriteVLong(((delta << 1) ^ (delta >> 63)) << 1 | 1);
        }
        else
        {
            output.WriteVLong((term.DocPointer - previous.DocPointer) << 1);
            if (term.DocFreq == 1) output.WriteVInt(term.SingletonDoc);
        }

        if (field.HasPositions)
        {
            output.WriteVLong(term.PositionPointer - previous.PositionPointer);
            if (field.HasOffsets || field.HasPayloads) output.WriteVLong(term.PayPointer - previous.PayPointer);
            if (term.TotalTermFreq > Postings.PostingsFormat.BlockSize) output.WriteVLong(term.LastPositionBlockOffset);
        }

        if (term.DocFreq > Postings.PostingsFormat.BlockSize) output.WriteVLong(term.SkipOffset);
    }

    /// <summary>Reads one term whose statistics are known.</summary>
    public static TermState Read(
        ref SpanReader input, FieldInfo field, in TermState previous, int docFreq, long totalTermFreq)
    {
        long docPointer = previous.DocPointer, singleton = -1L;
        var code = input.ReadVLong();
        if ((code & 1) != 0)
        {
            if (docFreq != 1 || previous.SingletonDoc < 0)
                throw input.Corrupt("a term is relative to a single document, but it or its predecessor has several");
            var zigzag = (long)((ulong)code >> 1);
            singleton = previous.SingletonDoc + ((long)((ulong)zigzag >> 1) ^ -(zigzag & 1));
        }
        else
        {
            docPointer += (long)((ulong)code >> 1);
            if (docFreq == 1) singleton = input.ReadVInt();
        }

        if (docFreq == 1 && (singleton < 0 || singleton > int.MaxValue - 1))
            throw input.Corrupt($"the only document of a term is {singleton}");
        return ReadPointers(ref input, field, previous, new TermState
        {
            DocFreq = docFreq,
            TotalTermFreq = totalTermFreq,
            DocPointer = docPointer,
            SingletonDoc = (int)singleton,
        });
    }

    private static TermState ReadPointers(ref SpanReader input, FieldInfo field, in TermState previous, TermState term)
    {
        long position = previous.PositionPointer, pay = previous.PayPointer, tail = -1;
        if (field.HasPositions)
        {
            position += input.ReadVLong();
            if (field.HasOffsets || field.HasPayloads) pay += input.ReadVLong();
            if (term.TotalTermFreq > Postings.PostingsFormat.BlockSize) tail = input.ReadVLong();
        }

        return term with
        {
            PositionPointer = position,
            PayPointer = pay,
            LastPositionBlockOffset = tail,
            SkipOffset = term.DocFreq > Postings.PostingsFormat.BlockSize ? input.ReadVLong() : -1,
        };
    }
}
