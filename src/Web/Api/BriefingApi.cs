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
        string? topic, string? format, int? depth, int? keyPoints, IArticleArchive archive, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(topic)) return ApiProblems.Bad("topic is missing: say what to brief on.");
        if (Renderer(format ?? "json") is not { } renderer)
            return ApiProblems.Bad($"format is '{format}': give one of json, md, html.");
        var request = new BriefingRequest { Topic = topic };
        request = request with { Depth = depth ?? request.Depth, KeyPoints = keyPoints ?? request.KeyPoints };
        try
        {
            request.Validate();
        }
        catch (ArgumentOutOfRangeException e)
        {
            return ApiProblems.Bad(e.Message);
        }

        var result = new BriefingWriter(archive).Write(request, cancellationToken);
        return result.Briefing is { } briefing
            ? TypedResults.Text(renderer.Render(briefing), renderer.ContentType, Encoding.UTF8)
            : ApiProblems.Query(topic, result.Errors);
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
