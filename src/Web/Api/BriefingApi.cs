using System.Text;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Summarize;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>Briefings and their verification.</summary>
internal static class BriefingApi
{
    /// <summary>A briefing in the format asked for.</summary>
    public static Results<ContentHttpResult, ProblemHttpResult> Brief(
        [AsParameters] BriefingParameters asked, IArticleArchive archive, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(asked.Topic)) return ApiProblems.Bad("topic is missing: say what to brief on.");
        if (Renderer(asked.Format ?? "json") is not { } renderer)
            return ApiProblems.Bad($"format is '{asked.Format}': give one of json, md, html.");
        if (asked.Read(out var problem) is not { } request) return ApiProblems.Bad(problem);
        var result = new BriefingWriter(archive).Write(request, cancellationToken);
        return result.Briefing is { } briefing
            ? TypedResults.Text(renderer.Render(briefing), renderer.ContentType, Encoding.UTF8)
            : ApiProblems.Query(asked.Topic, result.Errors);
    }

    /// <summary>Checks the briefing in the request body.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Verify(
        HttpRequest body, IArticleArchive archive, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body.Body, Encoding.UTF8);
        try
        {
            var briefing = BriefingJson.Read(await reader.ReadToEndAsync(cancellationToken));
            var report = BriefingVerifier.Over(archive).Verify(briefing, cancellationToken);
            return TypedResults.Text(BriefingJson.Write(report), "application/json", Encoding.UTF8);
        }
        catch (JsonException e)
        {
            return ApiProblems.Bad($"The body is no saved briefing: {e.Message}");
        }
    }

    private static (Func<Briefing, string> Render, string ContentType)? Renderer(string format) => format switch
    {
        "json" => (BriefingJson.Write, "application/json"),
        "md" => (MarkdownRenderer.Render, "text/markdown"),
        "html" => (HtmlRenderer.RenderPage, "text/html"),
        _ => null,
    };
}
