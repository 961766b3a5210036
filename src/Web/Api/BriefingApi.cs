using System.Text;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Summarize.Model;
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
        if (!asked.HasTopic) return NoTopic();
        if (BriefingFormats.Find(asked.Format) is not { } render) return BriefingFormats.Unknown(asked.Format);
        var (briefing, problem) = await WriteAsync(asked, desk, cancellationToken);
        return briefing is null ? problem! : render(briefing);
    }

    /// <summary>The briefing that an address asks for, or what is wrong with the address.</summary>
    public static async Task<(Briefing? Briefing, ProblemHttpResult? Problem)> WriteAsync(
        BriefingParameters asked, BriefingDesk desk, CancellationToken cancellationToken)
    {
        if (!asked.HasTopic) return (null, NoTopic());
        if (asked.Read(out var problem) is not { } request) return (null, ApiProblems.Bad(problem));
        var (result, wrong) = await desk.WriteAsync(request, asked.Since, asked.Model == true, cancellationToken);
        if (wrong is not null) return (null, ApiProblems.Bad(wrong));
        return result!.Briefing is { } briefing ? (briefing, null)
            : (null, ApiProblems.Query(asked.Topic!, result.Errors));
    }

    private static ProblemHttpResult NoTopic() => ApiProblems.Bad("topic is missing: say what to brief on.");

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
