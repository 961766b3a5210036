using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>Single articles.</summary>
internal static class ArticleApi
{
    /// <summary>The article, or 404.</summary>
    public static Results<Ok<ArticleJson>, ProblemHttpResult> Get(string id, IArticleArchive archive) =>
        archive.Find(id) is { } article
            ? TypedResults.Ok(ArticleJson.From(article))
            : TypedResults.Problem($"The archive has no article '{id}'.", statusCode: StatusCodes.Status404NotFound,
                title: "Not found");
}
