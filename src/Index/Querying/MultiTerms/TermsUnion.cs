using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>The documents of several terms of one field.</summary>
internal static class TermsUnion
{
    private const int TermsPerCheck = 1024;

    /// <summary>
    /// The documents of the terms from the first not below <paramref name="from"/> up to the first for which
    /// <paramref name="belongs"/> is false; null when there are none.
    /// </summary>
    public static DocCursor? Of(
        SegmentReader segment, string field, ReadOnlySpan<byte> from, TermTest belongs, CancellationToken cancellation)
    {
        if (segment.Terms(field) is not { } terms) return null;
        var cursor = terms.Terms();
        if (!cursor.SeekCeiling(from) || !belongs(cursor.Term)) return null;
        var first = cursor.State;
        if (!cursor.Next() || !belongs(cursor.Term)) return terms.Postings(first, PostingsParts.Docs);
        var union = new TermsUnionCursor(segment, terms, cancellation);
        union.Add(first);
        do union.Add(cursor.State);
        while (cursor.Next() && belongs(cursor.Term));
        return union;
    }

    /// <summary>Hands over the same terms as <see cref="Of"/> takes.</summary>
    public static void Visit(
        SegmentReader segment, string field, ReadOnlySpan<byte> from, TermTest belongs, TermVisitor visit,
        CancellationToken cancellation)
    {
        if (segment.Terms(field)?.Terms() is not { } cursor) return;
        var untilCheck = TermsPerCheck;
        for (var more = cursor.SeekCeiling(from); more && belongs(cursor.Term); more = cursor.Next())
        {
            if (!visit(cursor.Term, cursor.State)) return;
            if (--untilCheck > 0) continue;
            cancellation.ThrowIfCancellationRequested();
            untilCheck = TermsPerCheck;
        }
    }

    /// <summary>Hands over the terms that an automaton accepts.</summary>
    public static void VisitAccepted(
        SegmentReader segment, string field, Nfa pattern, TermVisitor visit, CancellationToken cancellation)
    {
        if (segment.Terms(field) is not { } terms) return;
        var walk = new AutomatonTerms(terms.Terms(), new LazyDfa(pattern), cancellation);
        while (walk.Next() && visit(walk.Term, walk.State))
        {
        }
    }

    /// <summary>Every document with a term that an automaton accepts, with the same score.</summary>
    public static Weight Accepted(IndexSearcher searcher, string field, Nfa pattern, float score)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        return new ConstantWeight(score, segment => Accepted(segment.Reader, field, pattern, searcher.Cancellation));
    }

    private static TermsUnionCursor? Accepted(
        SegmentReader segment, string field, Nfa pattern, CancellationToken cancellation)
    {
        if (segment.Terms(field) is not { } terms) return null;
        var walk = new AutomatonTerms(terms.Terms(), new LazyDfa(pattern), cancellation);
        if (!walk.Next()) return null;
        var union = new TermsUnionCursor(segment, terms, cancellation);
        do union.Add(walk.State);
        while (walk.Next());
        return union;
    }
}

/// <summary>True for the terms that belong to a run.</summary>
internal delegate bool TermTest(ReadOnlySpan<byte> term);
