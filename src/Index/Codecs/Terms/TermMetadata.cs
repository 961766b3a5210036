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

    /// <summary>
    /// Reads one term whose statistics are set in <paramref name="term"/>, which still has its predecessor's pointers.
    /// </summary>
    public static void Read(ref SpanReader input, FieldInfo field, ref TermPointers term)
    {
        var code = input.ReadVLong();
        if ((code & 1) != 0)
        {
            if (term.DocFreq != 1 || term.SingletonDoc < 0)
                throw input.Corrupt("a term is relative to a single document, but it or its predecessor has several");
            var zigzag = code >> 1;
            term.SingletonDoc += (zigzag >> 1) ^ -(zigzag & 1);
        }
        else
        {
            term.DocPointer += code >> 1;
            term.SingletonDoc = term.DocFreq == 1 ? input.ReadVInt() : -1;
        }

        if (field.HasPositions)
        {
            term.PositionPointer += input.ReadVLong();
            if (field.HasOffsets || field.HasPayloads) term.PayPointer += input.ReadVLong();
            var hasBlock = term.TotalTermFreq > Postings.PostingsFormat.BlockSize;
            term.LastPositionBlockOffset = hasBlock ? input.ReadVLong() : -1;
        }

        term.SkipOffset = term.DocFreq > Postings.PostingsFormat.BlockSize ? input.ReadVLong() : -1;
    }
}

/// <summary>A term's state while the terms of its block are read one after another.</summary>
internal struct TermPointers
{
    public int DocFreq;
    public long TotalTermFreq;
    public long DocPointer;
    public long PositionPointer;
    public long PayPointer;
    public long LastPositionBlockOffset;
    public long SkipOffset;

    /// <summary>The only document of the term; -1 when it has several or none was read yet.</summary>
    public long SingletonDoc;

    public readonly TermState ToState() => new()
    {
        DocFreq = DocFreq,
        TotalTermFreq = TotalTermFreq,
        DocPointer = DocPointer,
        PositionPointer = PositionPointer,
        PayPointer = PayPointer,
        LastPositionBlockOffset = LastPositionBlockOffset,
        SkipOffset = SkipOffset,
        SingletonDoc = (int)SingletonDoc,
    };
}
