namespace Dateline.Index.Querying;

/// <summary>Receives the parts of a query that can be marked in text.</summary>
public interface IHighlightTargets
{
    /// <summary>Every occurrence of a term.</summary>
    void AddTerm(string field, string term);

    /// <summary>Every term with that prefix.</summary>
    void AddPrefix(string field, string prefix);

    /// <summary>The terms at their relative positions, only where all stand together.</summary>
    void AddPhrase(string field, IReadOnlyList<PhraseTerm> terms);
}
