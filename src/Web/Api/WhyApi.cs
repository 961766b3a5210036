using System.ComponentModel;
using Dateline.Search.Archive;
using Dateline.Search.Querying;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>Why articles are found under a value, and which values occur together.</summary>
internal static class WhyApi
{
    private const int MaxArticles = 100;

    /// <summary>Articles under one value with their mentions in context.</summary>
    public static Results<Ok<WhyResponse>, ProblemHttpResult> Why(
        [Description("A place or actor, such as actor:lavrov")] string? value, string? q, int? offset, int? limit,
        IArticleArchive archive, CancellationToken cancellationToken)
    {
        if (offset is < 0) return ApiProblems.Bad($"offset is {offset}: give 0 or more.");
        if (limit is < 1 or > MaxArticles) return ApiProblems.Bad($"limit is {limit}: give 1 to {MaxArticles}.");
        if (ValueClause.TryParse(value, out var problem) is not { } clause) return ApiProblems.Bad("value: " + problem);
        var parsed = ArchiveQuery.Parse(q ?? "");
        if (parsed.Query is not { } query) return ApiProblems.Query(q ?? "", parsed.Errors);
        return TypedResults.Ok(archive.Why(query, clause, offset ?? 0, limit ?? 10, cancellationToken));
    }

    /// <summary>Who occurs with whom, where and when.</summary>
    public static Results<Ok<TogetherResponse>, ProblemHttpResult> Together(
        string? q, [Description("Whom or where to look at, such as actor:lavrov")] string? with, int? limit,
        IArticleArchive archive, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > TogetherRequest.MostValues)
            return ApiProblems.Bad($"limit is {limit}: give 1 to {TogetherRequest.MostValues}.");
        ValueClause? clause = null;
        if (!string.IsNullOrEmpty(with) && (clause = ValueClause.TryParse(with, out var problem)) is null)
            return ApiProblems.Bad("with: " + problem);
        var parsed = ArchiveQuery.Parse(q ?? "");
        if (parsed.Query is not { } query) return ApiProblems.Query(q ?? "", parsed.Errors);
        var request = new TogetherRequest { Query = query, With = clause, Rows = limit ?? 12, Columns = limit ?? 12 };
        return TypedResults.Ok(archive.Together(request, cancellationToken));
    }
}
