using System.Text;
using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Highlighting;

/// <summary>
/// <see cref="MatchFinder"/> for several documents found by one query: the terms that the query stands for are read
/// once a segment. Not thread-safe.
/// </summary>
/// <param name="searcher">The index.</param>
/// <param name="query">What was searched.</param>
public sealed class QueryMatches(IndexSearcher searcher, Query query)
{
    private readonly Dictionary<string, FieldTargets> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<(ITermsQuery Query, int Segment), ExpandedTerms> _expanded = [];

    /// <summary>
    /// The matches in a field of a document of the whole index, by start, then end; they may overlap.
    /// </summary>
    /// <exception cref="InvalidOperationException">The field was indexed without offsets.</exception>
    public IReadOnlyList<MatchSpan> Find(int docId, string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (segment, localId) = searcher.Locate(docId);
        if (segment.Reader.Terms(field) is not { } terms) return [];
        if (segment.Reader.Fields.Find(field) is { HasOffsets: false })
        {
            throw new InvalidOperationException(
                $"Field \"{field}\" keeps no offsets, so matches in it cannot be marked.");
        }

        var targets = TargetsOf(field);
        var found = new List<MatchSpan>();
        var part = 0;
        foreach (var term in targets.Terms)
        {
            if (terms.TryFind(Encoding.UTF8.GetBytes(term), out var state))
                AddOccurrences(terms, state, localId, part, found);
            part++;
        }

        foreach (var expanding in targets.Expanding)
        {
            foreach (var state in Expand(expanding, segment).CandidatesFor(localId))
                AddOccurrences(terms, state, localId, part, found);
            part++;
        }

        foreach (var phrase in targets.Phrases) PhraseSpans.Add(terms, phrase, localId, part++, found);
        return [.. found.Distinct().OrderBy(span => span.Start).ThenBy(span => span.End).ThenBy(span => span.Part)];
    }

    private static void AddOccurrences(FieldTerms terms, in TermState state, int docId, int part, List<MatchSpan> found)
    {
        if (found.Count >= MatchFinder.MaxMatches) return;
        var postings = terms.Postings(state, PostingsParts.Offsets);
        if (postings.Advance(docId) != docId) return;
        for (var left = Math.Min(postings.Freq, MatchFinder.MaxMatches - found.Count); left > 0; left--)
        {
            postings.NextPosition();
            found.Add(new MatchSpan(postings.StartOffset, postings.EndOffset, part));
        }
    }

    private FieldTargets TargetsOf(string field)
    {
        if (_targets.TryGetValue(field, out var known)) return known;
        var targets = new FieldTargets(field);
        query.AddHighlights(targets);
        return _targets[field] = targets;
    }

    private ExpandedTerms Expand(ITermsQuery expanding, SegmentContext segment)
    {
        var key = (expanding, segment.Ordinal);
        if (_expanded.TryGetValue(key, out var known)) return known;
        return _expanded[key] = ExpandedTerms.Of(expanding, searcher, segment);
    }
}
