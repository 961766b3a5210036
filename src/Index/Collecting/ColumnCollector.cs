using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Collecting;

/// <summary>Keeps the first documents by a numeric column.</summary>
/// <param name="heap">The first documents.</param>
/// <param name="sort">The order.</param>
/// <param name="after">Only documents after this one in that order are kept; null for all.</param>
/// <param name="cancellation">Looked at now and then.</param>
internal sealed class ColumnCollector(
    TopHeap<SortKey> heap, NumericSort sort, (SortKey Key, int DocId)? after, CancellationToken cancellation)
{
    /// <summary>Takes the matches of a segment.</summary>
    public void Take(SegmentContext segment, DocBits matches)
    {
        var column = segment.Reader.Numeric(sort.Field);
        var untilCheck = LiveDocs.HitsPerCheck;
        for (var docId = matches.NextFrom(0); docId != DocCursor.NoMoreDocs; docId = matches.NextFrom(docId + 1))
        {
            if (--untilCheck == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                untilCheck = LiveDocs.HitsPerCheck;
            }

            var key = KeyOf(column, docId, sort);
            if (after is null || IsAfter(key, segment.DocBase + docId)) heap.Add(key, segment.DocBase + docId);
        }
    }

    /// <summary>The rank of a document by its value in the column; documents must ascend from call to call.</summary>
    public static SortKey KeyOf(NumericColumn? column, int docId, NumericSort sort) =>
        column is not null && column.AdvanceExact(docId) ? SortKey.Of(column.Value, sort.Descending) : default;

    private bool IsAfter(SortKey key, int docId)
    {
        var order = key.CompareTo(after!.Value.Key);
        return order < 0 || (order == 0 && docId > after.Value.DocId);
    }
}
