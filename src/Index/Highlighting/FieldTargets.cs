using Dateline.Index.Querying;

namespace Dateline.Index.Highlighting;

/// <summary>The parts of a query that concern one field, each once, in the order of the query.</summary>
internal sealed class FieldTargets(string field) : IHighlightTargets
{
    public List<string> Terms { get; } = [];

    public List<ITermsQuery> Expanding { get; } = [];

    public List<PhraseQuery> Phrases { get; } = [];

    public void AddTerm(string inField, string term)
    {
        if (inField == field && !Terms.Contains(term)) Terms.Add(term);
    }

    public void AddTerms(ITermsQuery query)
    {
        if (query.Field == field && !Expanding.Contains(query)) Expanding.Add(query);
    }

    public void AddPhrase(string inField, IReadOnlyList<PhraseTerm> terms)
    {
        var phrase = new PhraseQuery(field, terms);
        if (inField != field || terms.Count == 0 || Phrases.Contains(phrase)) return;
        if (terms.Count == 1) AddTerm(field, terms[0].Term);
        else Phrases.Add(phrase);
    }
}
