using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Search.Archive;

/// <summary>Documents in the order of their article ids.</summary>
internal static class IdOrder
{
    /// <summary>Ids of the documents of the set in the whole index, by article id.</summary>
    public static int[] Sort(IndexSearcher searcher, DocIdSet set)
    {
        var count = checked((int)set.Count);
        var keys = new long[count];
        var docIds = new int[count];
        var next = 0;
        foreach (var segment in searcher.Segments)
        {
            var bits = set.Segments[segment.Ordinal];
            var column = segment.Reader.Numeric(ArticleFields.Id);
            for (var docId = bits.NextFrom(0); docId != int.MaxValue; docId = bits.NextFrom(docId + 1))
            {
                if (column is null || !column.AdvanceExact(docId))
                    throw new InvalidDataException(
                        $"Document {docId} of segment {segment.Reader.Name} has no article id.");
                keys[next] = column.Value;
                docIds[next++] = segment.DocBase + docId;
            }
        }

        Array.Sort(keys, docIds);
        return docIds;
    }
}
