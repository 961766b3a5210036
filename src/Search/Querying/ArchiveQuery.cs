namespace Dateline.Search.Querying;

/// <summary>
/// A parsed query: an abstract syntax tree and its canonical text. The same text works in the search box, the URL, the
/// API and the command line; parsing the canonical text gives an equal query.
/// </summary>
/// <remarks>
/// Words are ANDed. <c>"a phrase"</c>, <c>prefix*</c>, <c>AND</c>, <c>OR</c>, <c>NOT</c> (upper case; NOT binds
/// tightest, then AND, then OR), <c>-x</c>, <c>+x</c>, parentheses, <c>*</c> for everything. Field clauses:
/// <c>place:</c>, <c>actor:</c>, <c>source:</c>, <c>title:</c>, <c>published:</c>, <c>event:</c>, <c>added:</c>,
/// <c>story:</c>, with one value or several as <c>place:(syria OR lebanon)</c>; <c>none</c> finds articles without a
/// value; <c>=</c> before a value takes it exactly. <c>is:undated</c>, <c>is:dated</c>, <c>is:unplaced</c>,
/// <c>is:placed</c> are short for those on dates and places. <c>count:stories</c> selects nothing and makes every count
/// one of stories.
/// </remarks>
public sealed record ArchiveQuery
{
    /// <summary>Longest query text, in UTF-16 units.</summary>
    public const int MaxLength = 4000;

    /// <summary>Deepest nesting of parentheses and negations.</summary>
    public const int MaxDepth = 50;

    /// <summary>Most words, phrases and field values.</summary>
    public const int MaxClauses = 500;

    private ArchiveQuery(QueryNode root)
    {
        Root = root;
        Canonical = root.ToString();
    }

    /// <summary>The query that matches everything; its canonical text is empty.</summary>
    public static ArchiveQuery All { get; } = new(AllNode.Instance);

    /// <summary>The syntax tree, in normal form.</summary>
    public QueryNode Root { get; }

    /// <summary>Canonical text.</summary>
    public string Canonical { get; }

    /// <summary>Reads query text. Empty text is <see cref="All"/>.</summary>
    public static QueryParseResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryParser.Parse(text);
    }

    /// <summary>The query of a tree in normal form.</summary>
    public static ArchiveQuery FromNode(QueryNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root is AllNode ? All : new ArchiveQuery(root);
    }

    /// <summary>Canonical text.</summary>
    public override string ToString() => Canonical;
}
