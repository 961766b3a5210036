namespace Dateline.Search.Querying;

/// <summary>Leaves the descent at once when a bound is passed; never leaves the parser.</summary>
internal sealed class QueryLimitException(string code, string message, QueryToken token) : Exception(message)
{
    public string Code { get; } = code;

    public QueryToken Token { get; } = token;
}
