using System.Text;
using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Highlighting;

/// <summary>
/// Finds what a query matches in the text of one document from the offsets in its postings; the text is not analyzed
/// again. A phrase matches only where all of it stands. Work is bounded: beyond <see cref="MaxMatches"/> matches or
/// <see cref="MaxPrefixTerms"/> terms of one prefix the rest is left unmarked.
/// </summary>
public static class MatchFinder
{
    /// <summary>Most matches found for one document and field.</summary>
    public const int MaxMatches = 10_000;

    /// <summary>Most terms looked at for one prefix, in term order.</summary>
    public const int MaxPrefixTerms = 4_096;

    /// <summary>The matches in a field of a document of the whole index, by start, then end; they may
    /// overlap.</summary>
    /// <exception cref="InvalidOperationException">The field was indexed without offsets.</exception>
    public static IReadOnlyList<MatchSpan> Find(IndexSearcher searcher, Query query, int docId, string field)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(query);
        var (segment, localId) = searcher.Locate(docId);
        if (segment.Reader.Terms(field) is not { } terms) return [];
        if (segment.Reader.Fields.Find(field) is { HasOffsets: false })
            throw new InvalidOperationException($"Field \"{field}\" keeps no offsets, so matches in it cannot be marked.");
        var targets = new FieldTargets(field);
        query.AddHighlights(targets);
        var found = new List<MatchSpan>();
        var part = 0;
        foreach (var term in targets.Terms) AddTerm(terms, Encoding.UTF8.GetBytes(term), localId, part++, found);
        foreach (var prefix in targets.Prefixes) AddPrefix(terms, Encoding.UTF8.GetBytes(prefix), localId, part++, found);
        foreach (var phrase in targets.Phrases) PhraseSpans.Add(terms, phrase, localId, part++, found);
        return [.. found.Distinct().OrderBy(span => span.Start).ThenBy(span => span.End).ThenBy(span => span.Part)];
    }

    private static void AddTerm(FieldTerms terms, byte[] term, int docId, int part, List<MatchSpan> found)
    {
        if (terms.TryFind(term, out var state)) AddOccurrences(terms, state, docId, part, found);
    }

    private static void AddPrefix(FieldTerms terms, byte[] prefix, int docId, int part, List<MatchSpan> found)
    {
        var cursor = terms.Terms();
        var left = MaxPrefixTerms;
        for (var more = cursor.SeekCeiling(prefix); more && cursor.Term.StartsWith(prefix); more = cursor.Next())
        {
            if (left-- == 0 || found.Count >= MaxMatches) return;
            AddOccurrences(terms, cursor.State, docId, part, found);
        }
    }

    private static void AddOccurrences(FieldTerms terms, in TermState state, int docId, int part, List<MatchSpan> found)
    {
        var postings = terms.Postings(state, PostingsParts.Offsets);
        if (postings.Advance(docId) != docId) return;
        for (var left = Math.Min(postings.Freq, MaxMatches - found.Count); left > 0; left--)
        {
            postings.NextPosition();
            found.Add(new MatchSpan(postings.StartOffset, postings.EndOffset, part));
        }
    }
}
