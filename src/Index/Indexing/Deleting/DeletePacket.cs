using System.Text;
using Dateline.Index.Indexing.Segments;
using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Indexing.Deleting;

/// <summary>
/// The deletions between two cuts of a writer's history, with the number of each operation. Terms are sorted by field
/// and bytes, so that one segment's terms index is walked front to back.
/// </summary>
internal sealed class DeletePacket
{
    private readonly (string Field, List<(byte[] Term, long Number)> Terms)[] _fields;
    private readonly KeyValuePair<Query, long>[] _queries;

    public DeletePacket(Dictionary<(string Field, string Term), long> terms, Dictionary<Query, long> queries)
    {
        var fields = new Dictionary<string, List<(byte[] Term, long Number)>>(StringComparer.Ordinal);
        foreach (var ((field, term), number) in terms)
        {
            if (!fields.TryGetValue(field, out var list)) fields.Add(field, list = []);
            list.Add((Encoding.UTF8.GetBytes(term), number));
        }

        foreach (var list in fields.Values) list.Sort(static (a, b) => a.Term.AsSpan().SequenceCompareTo(b.Term));
        _fields = [.. fields.Select(pair => (pair.Key, pair.Value))];
        _queries = [.. queries];
    }

    public bool IsEmpty => _fields.Length == 0 && _queries.Length == 0;

    /// <summary>Applies all to a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="numbers">Ascending operation numbers of its documents; empty when all are older than this
    /// packet.</param>
    public void Apply(WriterSegment segment, ReadOnlySpan<long> numbers)
    {
        foreach (var (field, terms) in _fields)
        {
            if (segment.Core.Terms?.Field(field) is not { } dictionary) continue;
            foreach (var (term, number) in terms)
            {
                if (!dictionary.TryFind(term, out var state)) continue;
                Delete(segment, dictionary.Postings(state, PostingsParts.Docs), Limit(segment, numbers, number));
            }
        }

        foreach (var (query, number) in _queries) Delete(segment, query, Limit(segment, numbers, number));
    }

    private static void Delete(WriterSegment segment, Query query, int limit)
    {
        var searcher = new IndexSearcher([segment.Reader()]);
        var weight = query.SimplifyFully().Bind(searcher, scored: false, boost: 1);
        if (weight.Scorer(searcher.Segments[0]) is { } scorer) Delete(segment, scorer, limit);
    }

    private static void Delete(WriterSegment segment, DocCursor cursor, int limit)
    {
        for (var docId = cursor.Next(); docId < limit && docId != DocCursor.NoMoreDocs; docId = cursor.Next())
            segment.Delete(docId);
    }

    /// <summary>The first document that is not older than the operation.</summary>
    private static int Limit(WriterSegment segment, ReadOnlySpan<long> numbers, long number)
    {
        if (numbers.IsEmpty) return segment.MaxDoc;
        int low = 0, high = numbers.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (numbers[middle] < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
