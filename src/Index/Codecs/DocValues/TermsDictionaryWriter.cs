using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// Writes a sorted dictionary in blocks of 16 prefix-compressed terms with their addresses, and a reverse index of one
/// shortest separating prefix per 1024 terms (LUCENE87 section 14, "Terms dictionary").
/// </summary>
internal static class TermsDictionaryWriter
{
    private const int BlockMask = (1 << DocValuesFormat.TermsBlockShift) - 1;

    /// <exception cref="ArgumentException">The terms do not ascend in unsigned byte order.</exception>
    public static void Write(IndexOutput meta, IndexOutput data, IReadOnlyList<ReadOnlyMemory<byte>> terms)
    {
        meta.WriteVLong(terms.Count);
        meta.WriteInt32(DocValuesFormat.TermsBlockShift);
        meta.WriteInt32(DocValuesFormat.MonotonicShift);
        var start = data.Position;
        var (blockStarts, longest) = WriteTerms(data, terms);
        var addresses = data.Position;
        DirectMonotonicWriter.Write(meta, data, DocValuesFormat.MonotonicShift, blockStarts);
        meta.WriteInt32(longest);
        meta.WriteInt64(start);
        meta.WriteInt64(addresses - start);
        meta.WriteInt64(addresses);
        meta.WriteInt64(data.Position - addresses);
        WriteReverseIndex(meta, data, terms);
    }

    private static (long[] BlockStarts, int Longest) WriteTerms(IndexOutput data,
        IReadOnlyList<ReadOnlyMemory<byte>> terms)
    {
        var start = data.Position;
        var blockStarts = new long[(terms.Count + BlockMask) >> DocValuesFormat.TermsBlockShift];
        var longest = 0;
        ReadOnlySpan<byte> previous = default;
        for (var ord = 0; ord < terms.Count; ord++)
        {
            var term = terms[ord].Span;
            if (ord > 0 && previous.SequenceCompareTo(term) >= 0)
                throw new ArgumentException($"Dictionary entry {ord} is not greater than the one before.",
                    nameof(terms));
            longest = Math.Max(longest, term.Length);
            if ((ord & BlockMask) == 0)
            {
                blockStarts[ord >> DocValuesFormat.TermsBlockShift] = data.Position - start;
                data.WriteVInt(term.Length);
                data.WriteBytes(term);
            }
            else
            {
                WriteSuffix(data, term, previous.CommonPrefixLength(term));
            }

            previous = term;
        }

        return (blockStarts, longest);
    }

    private static void WriteSuffix(IndexOutput data, ReadOnlySpan<byte> term, int prefix)
    {
        var suffix = term.Length - prefix;
        data.WriteByte((byte)(Math.Min(prefix, 15) | Math.Min(suffix - 1, 15) << 4));
        if (prefix >= 15) data.WriteVInt(prefix - 15);
        if (suffix >= 16) data.WriteVInt(suffix - 16);
        data.WriteBytes(term[prefix..]);
    }

    private static void WriteReverseIndex(IndexOutput meta, IndexOutput data, IReadOnlyList<ReadOnlyMemory<byte>> terms)
    {
        const int step = 1 << DocValuesFormat.ReverseIndexShift;
        meta.WriteInt32(DocValuesFormat.ReverseIndexShift);
        var start = data.Position;
        var offsets = new long[1 + (terms.Count + step - 1) / step];
        for (var k = 0; k < offsets.Length - 1; k++)
        {
            offsets[k] = data.Position - start;
            if (k == 0) continue;
            var term = terms[k * step].Span;
            data.WriteBytes(term[..(terms[k * step - 1].Span.CommonPrefixLength(term) + 1)]);
        }

        offsets[^1] = data.Position - start;
        var addresses = data.Position;
        DirectMonotonicWriter.Write(meta, data, DocValuesFormat.MonotonicShift, offsets);
        meta.WriteInt64(start);
        meta.WriteInt64(addresses - start);
        meta.WriteInt64(addresses);
        meta.WriteInt64(data.Position - addresses);
    }
}
