using System.Text;
using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Highlighting;

/// <summary>The places where a whole phrase stands in one document.</summary>
internal static class PhraseSpans
{
    /// <summary>Adds one span per place, from the first token's start to the last token's end.</summary>
    public static void Add(FieldTerms terms, PhraseQuery phrase, int docId, int part, List<MatchSpan> found)
    {
        var tokens = new List<Dictionary<int, (int Start, int End)>>();
        foreach (var (term, offset) in phrase.Terms)
        {
            if (ByPhraseStart(terms, term, offset, docId) is not { } byStart) return;
            tokens.Add(byStart);
        }

        foreach (var (start, first) in tokens[0])
        {
            var (from, to) = first;
            var stands = true;
            foreach (var byStart in tokens)
            {
                stands = byStart.TryGetValue(start, out var token);
                if (!stands) break;
                (from, to) = (Math.Min(from, token.Start), Math.Max(to, token.End));
            }

            if (found.Count >= MatchFinder.MaxMatches) return;
            if (stands) found.Add(new MatchSpan(from, to, part));
        }
    }

    // Offsets of a term's occurrences by the position at which the phrase would start; null when the document lacks the
    // term.
    private static Dictionary<int, (int Start, int End)>? ByPhraseStart(
        FieldTerms terms, string term, int offset, int docId)
    {
        if (!terms.TryFind(Encoding.UTF8.GetBytes(term), out var state)) return null;
        var postings = terms.Postings(state, PostingsParts.Offsets);
        if (postings.Advance(docId) != docId) return null;
        var byStart = new Dictionary<int, (int, int)>();
        for (var left = postings.Freq; left > 0; left--)
            byStart[postings.NextPosition() - offset] = (postings.StartOffset, postings.EndOffset);
        return byStart;
    }
}
