using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Tests.Codecs.Postings;

/// <summary>Compares what a reader gives with the plain lists.</summary>
internal static class PostingsAssert
{
    public static void Equal(FieldInfo field, SortedDictionary<byte[], Posting[]> expected, FieldTerms actual)
    {
        Assert.Equal(expected.Count, actual.TermCount);
        Assert.Equal(expected.Values.Sum(list => (long)list.Length), actual.SumDocFreq);
        var occurrences = expected.Values.Sum(list => list.Sum(posting => (long)posting.Freq));
        Assert.Equal(field.HasFreqs ? occurrences : -1, actual.SumTotalTermFreq);
        Assert.Equal(
            expected.Values.SelectMany(list => list).Select(posting => posting.Doc).Distinct().Count(),
            actual.DocCount);
        Assert.Equal(expected.Keys.First(), actual.MinTerm);
        Assert.Equal(expected.Keys.Last(), actual.MaxTerm);
        var cursor = actual.Terms();
        foreach (var (term, postings) in expected)
        {
            Assert.True(cursor.Next());
            Assert.Equal(term, cursor.Term);
            Assert.True(actual.TryFind(term, out var state), "term not found");
            Assert.Equal(postings.Length, state.DocFreq);
            if (state != cursor.State)
                Assert.Fail(
                    $"field {field.Name}, term {Convert.ToHexString(term)}: {state}, but the "
                        + $"cursor has {cursor.State}");
            Assert.Equal(field.HasFreqs ? postings.Sum(posting => posting.Freq) : postings.Length, state.TotalTermFreq);
            EqualPostings(field, postings, actual.Postings(state, PostingsParts.Offsets));
        }

        Assert.False(cursor.Next());
    }

    public static void EqualPostings(FieldInfo field, Posting[] expected, PostingsCursor cursor)
    {
        Assert.Equal(-1, cursor.DocId);
        foreach (var posting in expected)
        {
            if (cursor.Next() != posting.Doc) Assert.Equal(posting.Doc, cursor.DocId);
            EqualDoc(field, posting, cursor);
        }

        Assert.Equal(DocCursor.NoMoreDocs, cursor.Next());
        Assert.Equal(DocCursor.NoMoreDocs, cursor.DocId);
    }

    public static void EqualDoc(FieldInfo field, Posting posting, PostingsCursor cursor)
    {
        if (cursor.Freq != (field.HasFreqs ? posting.Freq : 1))
            Assert.Fail($"document {posting.Doc}: frequency {cursor.Freq}");
        EqualPositions(field, posting, cursor);
    }

    public static void EqualPositions(FieldInfo field, Posting posting, PostingsCursor cursor)
    {
        if (!field.HasPositions)
        {
            if (cursor.NextPosition() != -1) Assert.Fail("a position in a field without");
            return;
        }

        foreach (var (position, start, end) in posting.Occurrences)
        {
            var found = (cursor.NextPosition(), cursor.StartOffset, cursor.EndOffset);
            var wanted = field.HasOffsets ? (position, start, end) : (position, -1, -1);
            if (found != wanted) Assert.Equal(wanted, found);
        }

        if (cursor.NextPosition() != -1) Assert.Fail("more positions than the frequency");
    }
}
