using Dateline.Search.Querying;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>Error answers as RFC 9457 problem details.</summary>
internal static class ApiProblems
{
    /// <summary>A request that says something wrong.</summary>
    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Bad request");

    /// <summary>A query that is none, with every error and its position.</summary>
    public static ProblemHttpResult Query(string text, IReadOnlyList<QueryError> errors) => TypedResults.Problem(
        string.Join(" ", errors.Select(error => error.Message)),
        statusCode: StatusCodes.Status400BadRequest,
        title: "Not a query",
        extensions: new Dictionary<string, object?> { ["query"] = text, ["errors"] = errors });
}
