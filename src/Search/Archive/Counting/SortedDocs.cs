using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Search.Archive.Counting;

/// <summary>Ascending lists of documents of a whole index.</summary>
internal static class SortedDocs
{
    /// <summary>Those of a list that a set has.</summary>
    public static IEnumerable<int> Among(this IndexSearcher searcher, IReadOnlyList<int> docs, DocIdSet set)
    {
        var segments = searcher.Segments;
        var segment = 0;
        for (var k = 0; k < docs.Count; k++)
        {
            while (docs[k] >= segments[segment].DocBase + segments[segment].Reader.MaxDoc)
                segment++;
            if (set.Segments[segment].Contains(docs[k] - segments[segment].DocBase))
                yield return docs[k];
        }
    }
}
