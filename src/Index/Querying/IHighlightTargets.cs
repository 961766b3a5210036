namespace Dateline.Index.Querying;

/// <summary>Receives the parts of a query that can be marked in text.</summary>
public interface IHighlightTargets
{
    /// <summary>Every occurrence of a term.</summary>
    void AddTerm(string field, string term);

    /// <summary>Every occurrence of a term that the query stands for.</summary>
    void AddTerms(ITermsQuery query);

    /// <summary>The terms at their relative positions, only where all stand together.</summary>
    void AddPhrase(string field, IReadOnlyList<PhraseTerm> terms);
}
