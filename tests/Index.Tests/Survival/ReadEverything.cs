using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Survival;

/// <summary>
/// Every way there is to read an index: all structures walked and jumped through, and searches on top.
/// </summary>
internal static class ReadEverything
{
    private const int MostPositions = 10_000;

    public static void Of(IndexDirectory directory)
    {
        using var reader = IndexReader.Open(directory);
        foreach (var segment in reader.Segments) Segment(segment);
        Searches(reader);
    }

    private static void Segment(SegmentReader segment)
    {
        foreach (var field in segment.Fields)
        {
            if (segment.Terms(field.Name) is { } terms) Terms(terms, segment.MaxDoc);
            if (segment.Norms(field.Name) is { } norms)
                for (var docId = 0; docId < segment.MaxDoc; docId++) norms.Get(docId);
            Columns(segment, field);
            segment.TryCollectLongRange(field.Name, long.MinValue, long.MaxValue, new ulong[segment.MaxDoc / 64 + 1]);
            segment.EstimateLongRange(field.Name, 5, 10_000);
            segment.TryCollectLongRange(field.Name, 5, 10_000, new ulong[segment.MaxDoc / 64 + 1]);
        }

        for (var docId = 0; docId < segment.MaxDoc; docId++) segment.Stored(docId);
    }

    private static void Terms(FieldTerms terms, int maxDoc)
    {
        var cursor = terms.Terms();
        var seeker = terms.Terms();
        for (var count = 0; cursor.Next(); count++)
        {
            Postings(terms.Postings(cursor.State, PostingsParts.Offsets));
            if (count % 3 == 0 && terms.TryFind(cursor.Term, out var found)) Jumps(terms, found, maxDoc);
            if (count % 5 == 0 && seeker.SeekCeiling(cursor.Term)) seeker.Next();
        }
    }

    private static void Postings(PostingsCursor cursor)
    {
        for (var last = -1; cursor.Next() != DocCursor.NoMoreDocs; last = cursor.DocId)
        {
            if (cursor.DocId <= last) throw new InvalidOperationException("documents do not ascend");
            for (var left = Math.Min(cursor.Freq, MostPositions); left > 0; left--)
                if (cursor.NextPosition() < 0) break;
        }
    }

    private static void Jumps(FieldTerms terms, TermState state, int maxDoc)
    {
        var cursor = terms.Postings(state, PostingsParts.Positions);
        for (var target = 0; target < maxDoc; target = cursor.DocId + 29)
        {
            cursor.AdvanceShallow(target);
            if (cursor.Impacts.IsEmpty) throw new InvalidOperationException("no impacts");
            if (cursor.Advance(target) == DocCursor.NoMoreDocs) return;
            cursor.NextPosition();
        }
    }

    private static void Columns(SegmentReader segment, FieldInfo field)
    {
        var (numeric, binary) = (segment.Numeric(field.Name), segment.Binary(field.Name));
        var numbers = segment.SortedNumeric(field.Name);
        var (sorted, set) = (segment.Sorted(field.Name), segment.SortedSet(field.Name));
        for (var docId = 0; docId < segment.MaxDoc; docId++)
        {
            if (numeric?.AdvanceExact(docId) == true) _ = numeric.Value;
            if (binary?.AdvanceExact(docId) == true) _ = binary.Value.Length;
            if (sorted?.AdvanceExact(docId) == true) _ = sorted.Ord;
            if (numbers?.AdvanceExact(docId) == true)
                for (var left = numbers.ValueCount; left > 0; left--) numbers.NextValue();
            if (set?.AdvanceExact(docId) == true)
                for (var left = set.OrdCount; left > 0; left--) set.NextOrd();
        }

        foreach (var dictionary in new[] { sorted?.Dictionary, set?.Dictionary })
        {
            for (var ord = 0; ord < (dictionary?.ValueCount ?? 0); ord++) dictionary!.Lookup(ord);
            dictionary?.Find("place 7"u8);
        }
    }

    private static void Searches(IndexReader reader)
    {
        var searcher = new IndexSearcher(reader);
        Query[] queries =
        [
            new TermQuery("body", "w3"),
            new PhraseQuery("body", "w1", "w2"),
            new PrefixQuery("places", "place 1"),
            new LongRangeQuery("date", 100, 9_000),
            new BooleanQuery(
            [
                new BooleanClause(new TermQuery("body", "w2"), Occur.Should),
                new BooleanClause(new TermQuery("body", "w9"), Occur.Should),
                new BooleanClause(new TermQuery("title", "w1"), Occur.MustNot),
            ]),
        ];
        foreach (var query in queries)
        {
            searcher.Search(query, 10);
            searcher.SearchTop(query, 10);
            searcher.Facets().Count(searcher.Collect(query)).Top("places", 5);
        }
    }
}
