using System.Text;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>Briefings and their verification.</summary>
internal static class BriefingApi
{
    /// <summary>A briefing in the format asked for.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Brief(
        [AsParameters] BriefingParameters asked, BriefingDesk desk, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(asked.Topic)) return ApiProblems.Bad("topic is missing: say what to brief on.");
        if (BriefingFormats.Find(asked.Format) is not { } render) return BriefingFormats.Unknown(asked.Format);
        if (asked.Read(out var problem) is not { } request) return ApiProblems.Bad(problem);
        var (result, wrong) = await desk.WriteAsync(request, asked.Since, asked.Model == true, cancellationToken);
        if (wrong is not null) return ApiProblems.Bad(wrong);
        return result!.Briefing is { } briefing ? render(briefing) : ApiProblems.Query(asked.Topic, result.Errors);
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
}
