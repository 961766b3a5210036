using System.Text;
using Dateline.Index.Collecting;
using Dateline.Index.Facets;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Counting;

namespace Dateline.Search.Curation;

/// <summary>
/// Documents of facet values as the index has them: sorted numbers of the whole index, deleted ones left out.
/// </summary>
internal sealed class ValueDocs(IndexSearcher searcher)
{
    private readonly IReadOnlyList<SegmentContext> _segments = searcher.Segments;

    /// <summary>Documents with a term.</summary>
    public int[] WithTerm(string field, string term)
    {
        List<int> docs = [];
        var wanted = Encoding.UTF8.GetBytes(term);
        foreach (var segment in _segments)
        {
            if (segment.Reader.Terms(field) is { } terms && terms.TryFind(wanted, out var state))
                Read(segment, terms.Postings(state, PostingsParts.Docs), docs);
        }

        return [.. docs];
    }

    /// <summary>
    /// Every spelling term (<see cref="ArticleFields.SpellingSuffix"/>) that begins so, once a segment, with the
    /// documents it has there.
    /// </summary>
    public void WalkSpellings(FacetDimension dimension, string prefix, Action<string, string, List<int>> visit)
    {
        var start = Encoding.UTF8.GetBytes(prefix);
        List<int> docs = [];
        foreach (var segment in _segments)
        {
            if (segment.Reader.Terms(ArticleFields.Name(dimension) + ArticleFields.SpellingSuffix) is not { } terms)
                continue;
            var cursor = terms.Terms();
            for (var there = cursor.SeekCeiling(start); there && cursor.Term.StartsWith(start); there = cursor.Next())
            {
                var text = Encoding.UTF8.GetString(cursor.Term);
                var end = text.IndexOf(ArticleFields.Separator, StringComparison.Ordinal);
                docs.Clear();
                Read(segment, terms.Postings(cursor.State, PostingsParts.Docs), docs);
                visit(text[..end], text[(end + 1)..], docs);
            }
        }
    }

    /// <summary>The facet labels of one dimension that each of some documents has.</summary>
    public void WalkLabels(FacetDimension dimension, IReadOnlyList<int> docs, Action<int, string> visit)
    {
        var prefix = Encoding.UTF8.GetBytes(FacetLabel.Encode(ArticleFields.Name(dimension), ""));
        var at = 0;
        foreach (var segment in _segments)
        {
            var column = segment.Reader.SortedSet(IndexField.FacetsName);
            Dictionary<int, string?> labels = [];
            for (; at < docs.Count && docs[at] < segment.DocBase + segment.Reader.MaxDoc; at++)
            {
                if (column is null || !column.AdvanceExact(docs[at] - segment.DocBase))
                    continue;
                for (var left = column.OrdCount; left > 0; left--)
                {
                    var ord = column.NextOrd();
                    if (!labels.TryGetValue(ord, out var label))
                        labels[ord] = label = Label(column.Dictionary.Lookup(ord), prefix);
                    if (label is not null)
                        visit(docs[at], label);
                }
            }
        }
    }

    /// <summary>The union of several sets.</summary>
    public static int[] Union(IEnumerable<IReadOnlyList<int>> sets)
    {
        var lists = sets.Where(static set => set.Count > 0).ToList();
        if (lists is [int[] only])
            return only;
        List<int> all = [];
        foreach (var set in lists)
            all.AddRange(set);
        all.Sort();
        var kept = 0;
        for (var k = 0; k < all.Count; k++)
        {
            if (k == 0 || all[k] != all[kept - 1])
                all[kept++] = all[k];
        }

        return [.. all[..kept]];
    }

    /// <summary>The set as bits of every segment.</summary>
    public DocIdSet Bits(IReadOnlyList<int> docs)
    {
        var set = new DocIdSet([.. _segments.Select(static segment => new DocBits(segment.Reader.MaxDoc))]);
        var segment = 0;
        foreach (var doc in docs)
        {
            while (doc >= _segments[segment].DocBase + _segments[segment].Reader.MaxDoc)
                segment++;
            set.Segments[segment].Add(doc - _segments[segment].DocBase);
        }

        return set;
    }

    /// <summary>Documents of an ascending list that a set has.</summary>
    public IEnumerable<int> In(IReadOnlyList<int> docs, DocIdSet set) => searcher.Among(docs, set);

    private static string? Label(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> prefix)
    {
        if (!stored.StartsWith(prefix))
            return null;
        var label = FacetLabel.Decode(Encoding.UTF8.GetString(stored))?.Label;
        return label == ArticleFields.NoValue ? null : label;
    }

    private static void Read(SegmentContext segment, PostingsCursor postings, List<int> docs)
    {
        for (var doc = postings.Next(); doc != DocCursor.NoMoreDocs; doc = postings.Next())
        {
            if (segment.Reader.IsLive(doc))
                docs.Add(segment.DocBase + doc);
        }
    }
}
