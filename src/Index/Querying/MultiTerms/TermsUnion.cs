using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>The documents of a run of neighbouring terms of one field.</summary>
internal static class TermsUnion
{
    /// <summary>
    /// The documents of the terms from the first not below <paramref name="from"/> up to the first for which
    /// <paramref name="belongs"/> is false; null when there are none.
    /// </summary>
    public static DocCursor? Of(SegmentReader segment, string field, ReadOnlySpan<byte> from, TermTest belongs)
    {
        if (segment.Terms(field) is not { } terms) return null;
        var cursor = terms.Terms();
        if (!cursor.SeekCeiling(from) || !belongs(cursor.Term)) return null;
        var first = cursor.State;
        if (!cursor.Next() || !belongs(cursor.Term)) return terms.Postings(first, PostingsParts.Docs);

        var bits = new DocBits(segment.MaxDoc);
        var cost = AddAll(terms.Postings(first, PostingsParts.Docs), bits);
        do cost += AddAll(terms.Postings(cursor.State, PostingsParts.Docs), bits);
        while (cursor.Next() && belongs(cursor.Term));
        return new BitsCursor(bits, Math.Min(cost, segment.MaxDoc));
    }

    private static long AddAll(PostingsCursor postings, DocBits bits)
    {
        var count = 0L;
        for (var docId = postings.Next(); docId != DocCursor.NoMoreDocs; docId = postings.Next())
        {
            bits.Add(docId);
            count++;
        }

        return count;
    }
}

/// <summary>True for the terms that belong to a run.</summary>
internal delegate bool TermTest(ReadOnlySpan<byte> term);
