using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Highlighting;

/// <summary>
/// The terms of one segment that a query stands for, laid out so that few have to be looked at for one document: a term
/// of a single document is found by that document, and only the others, most frequent first, are tried.
/// </summary>
internal sealed class ExpandedTerms
{
    private const int MostRead = 100_000;

    private readonly ILookup<int, TermState> _single;
    private readonly TermState[] _common;

    private ExpandedTerms(List<TermState> terms)
    {
        _single = terms.Where(IsSingle).ToLookup(static state => state.SingletonDoc);
        _common = [.. terms.Where(static state => !IsSingle(state))
            .OrderByDescending(static state => state.DocFreq).Take(MatchFinder.MaxTerms)];
    }

    /// <summary>Reads the terms, at most 100,000.</summary>
    public static ExpandedTerms Of(ITermsQuery query, IndexSearcher searcher, SegmentContext segment)
    {
        var terms = new List<TermState>();
        query.VisitTerms(searcher, segment, (_, in state) =>
        {
            terms.Add(state);
            return terms.Count < MostRead;
        });
        return new ExpandedTerms(terms);
    }

    /// <summary>The terms a document may have.</summary>
    public IEnumerable<TermState> CandidatesFor(int docId) => _single[docId].Concat(_common);

    private static bool IsSingle(TermState state) => state.DocFreq == 1 && state.SingletonDoc >= 0;
}
