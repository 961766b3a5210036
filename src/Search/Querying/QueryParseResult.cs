namespace Dateline.Search.Querying;

/// <summary>What came of parsing: a query, or at least one error. Warnings may come with both.</summary>
public sealed record QueryParseResult
{
    /// <summary>The query; null when there are errors.</summary>
    public ArchiveQuery? Query { get; init; }

    /// <summary>What is wrong, in text order.</summary>
    public IReadOnlyList<QueryError> Errors { get; init; } = [];

    /// <summary>What was understood but may not be meant, in text order.</summary>
    public IReadOnlyList<QueryWarning> Warnings { get; init; } = [];
}

/// <summary>A reason why text is no query.</summary>
/// <param name="Code">Stable kebab-case code: <c>unknown-field</c>, <c>unbalanced-quote</c>,
/// <c>unbalanced-parenthesis</c>, <c>empty-group</c>, <c>empty-phrase</c>, <c>empty-value</c>, <c>bad-value</c>,
/// <c>bad-date</c>, <c>bad-wildcard</c>, <c>dangling-operator</c>, <c>too-long</c>, <c>too-deep</c>,
/// <c>too-many-clauses</c>.</param>
/// <param name="Message">For people; names the position.</param>
/// <param name="Position">First UTF-16 unit of the culprit, from 0.</param>
/// <param name="Length">Its length in units; 0 at the end of the text.</param>
/// <param name="Suggestion">What to write in its place, where that can be guessed.</param>
public sealed record QueryError(string Code, string Message, int Position, int Length, string? Suggestion = null);

/// <summary>A remark on how a query was read.</summary>
/// <param name="Code">Stable kebab-case code: <c>lower-case-operator</c>, <c>mixed-operators</c>.</param>
/// <param name="Message">For people.</param>
/// <param name="Position">First UTF-16 unit concerned, from 0.</param>
/// <param name="Length">Length in units.</param>
public sealed record QueryWarning(string Code, string Message, int Position, int Length);
