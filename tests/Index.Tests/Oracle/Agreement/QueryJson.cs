using System.Text.Json.Nodes;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Queries in the tree form that Oracle.java reads.</summary>
internal static class QueryJson
{
    public static JsonObject Of(Query query) => query switch
    {
        TermQuery q => Node("term", ("field", q.Field), ("text", q.Term)),
        PrefixQuery q => Node("prefix", ("field", q.Field), ("text", q.Prefix)),
        WildcardQuery q => Node("wildcard", ("field", q.Field), ("text", q.Pattern)),
        RegexQuery q => Node("regexp", ("field", q.Field), ("text", q.Pattern)),
        FuzzyQuery q => Node("fuzzy", ("field", q.Field), ("text", q.Term), ("edits", q.MaxEdits),
            ("prefix", q.PrefixLength),
            ("expansions", q.MaxExpansions)),
        PhraseQuery q => Node("phrase", ("field", q.Field),
            ("terms", Array(q.Terms.Select(term => (JsonNode?)term.Term))),
            ("positions", Array(q.Terms.Select(term => (JsonNode?)term.Position))), ("slop", q.Slop)),
        DisjunctionMaxQuery q => Node("dismax", ("queries", Array(q.Queries.Select(Of))), ("tie", q.Tie)),
        SynonymQuery q => Node("synonym", ("field", q.Field),
            ("terms", Array(q.Synonyms.Select(term => (JsonNode?)term.Term))),
            ("boosts", Array(q.Synonyms.Select(term => (JsonNode?)term.Boost)))),
        TermRangeQuery q => Node("termrange", ("field", q.Field), ("lower", q.Lower), ("upper", q.Upper),
            ("includeLower", q.IncludeLower), ("includeUpper", q.IncludeUpper)),
        LongRangeQuery q => Node("longrange", ("field", q.Field), ("lower", q.Lower), ("upper", q.Upper)),
        MoreLikeThisQuery q => Node("like", ("field", q.Field), ("text", string.Join(' ',
                q.Frequencies.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .SelectMany(pair => Enumerable.Repeat(pair.Key, pair.Value)))),
            ("minTermFreq", q.Options.MinTermFrequency), ("minDocFreq", q.Options.MinDocumentFrequency),
            ("maxDocShare", q.Options.MaxDocumentShare), ("maxTerms", q.Options.MaxTerms)),
        FieldExistsQuery q => Node("exists", ("field", q.Field)),
        MatchAllQuery => Node("all"),
        MatchNoneQuery => Node("none"),
        ConstantScoreQuery q => Node("const", ("query", Of(q.Inner))),
        BoostQuery q => Node("boost", ("boost", q.Boost), ("query", Of(q.Inner))),
        BooleanQuery q => Node("bool", ("minimum", q.MinimumShouldMatch), ("clauses", Array(q.Clauses.Select(Clause)))),
        _ => throw new ArgumentException($"No tree form for {query.GetType().Name}."),
    };

    private static JsonObject Clause(BooleanClause clause) => new()
    {
        ["occur"] = clause.Occur switch
        {
            Occur.Must => "MUST",
            Occur.Filter => "FILTER",
            Occur.Should => "SHOULD",
            _ => "MUST_NOT",
        },
        ["query"] = Of(clause.Query),
    };

    private static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    private static JsonObject Node(string type, params (string Key, JsonNode? Value)[] members)
    {
        var node = new JsonObject { ["type"] = type };
        foreach (var (key, value) in members) node[key] = value;
        return node;
    }
}
