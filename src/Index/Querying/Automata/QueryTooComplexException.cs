namespace Dateline.Index.Querying;

/// <summary>
/// A pattern that would need more memory than one query may use; the message says which and what to do.
/// </summary>
public sealed class QueryTooComplexException(string message) : Exception(message);
