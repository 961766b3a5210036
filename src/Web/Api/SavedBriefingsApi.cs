using System.Text;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Saved;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>Saved briefings: list, save, reopen, verify, compare, delete.</summary>
internal static class SavedBriefingsApi
{
    /// <summary>All of them, newest first.</summary>
    public static Results<Ok<IReadOnlyList<SavedBriefing>>, ProblemHttpResult> List(BriefingDesk desk) =>
        desk.Store is { } store ? TypedResults.Ok(store.List()) : None();

    /// <summary>Writes a briefing and keeps it.</summary>
    public static async Task<Results<Created<SavedBriefing>, ProblemHttpResult>> Save(
        [AsParameters] BriefingParameters asked, BriefingDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Store is null) return None();
        var (briefing, problem) = await BriefingApi.WriteAsync(asked, desk, cancellationToken);
        if (briefing is null) return problem!;
        return desk.Save(briefing, out var reason) is { } saved
            ? TypedResults.Created($"/api/briefings/{saved.Id}", saved)
            : Failed("Not saved", reason);
    }

    /// <summary>One as it was saved.</summary>
    public static Results<ContentHttpResult, ProblemHttpResult> Get(string id, string? format, BriefingDesk desk)
    {
        if (BriefingFormats.Find(format) is not { } render) return BriefingFormats.Unknown(format);
        return desk.Open(id, out var problem) is { } briefing ? render(briefing) : Unopened(id, problem, desk);
    }

    /// <summary>Checks the citations of one.</summary>
    public static Results<ContentHttpResult, ProblemHttpResult> Verify(
        string id, BriefingDesk desk, CancellationToken cancellationToken) =>
        desk.Open(id, out var problem) is { } briefing
            ? TypedResults.Text(BriefingJson.Write(desk.Verify(briefing, cancellationToken)), "application/json",
                Encoding.UTF8)
            : Unopened(id, problem, desk);

    /// <summary>A later one with what changed since this.</summary>
    public static Results<ContentHttpResult, ProblemHttpResult> Compare(
        string id, string? later, string? format, BriefingDesk desk, CancellationToken cancellationToken)
    {
        if (BriefingFormats.Find(format) is not { } render) return BriefingFormats.Unknown(format);
        if (string.IsNullOrEmpty(later)) return ApiProblems.Bad("later is missing: give the id of the later briefing.");
        if (desk.Open(id, out var problem) is not { } one) return Unopened(id, problem, desk);
        if (desk.Open(later, out problem) is not { } other) return Unopened(later, problem, desk);
        return render(desk.Compare(id, one, other, cancellationToken));
    }

    /// <summary>Deletes one.</summary>
    public static Results<NoContent, ProblemHttpResult> Remove(string id, BriefingDesk desk)
    {
        if (desk.Remove(id, out var problem)) return TypedResults.NoContent();
        return desk.Has(id) ? Failed("Not deleted", problem) : Missing(problem);
    }

    private static ProblemHttpResult None() => Missing("This archive keeps no briefings.");

    private static ProblemHttpResult Unopened(string id, string problem, BriefingDesk desk) =>
        desk.Has(id) ? Failed("Damaged", problem) : Missing(problem);

    private static ProblemHttpResult Failed(string title, string problem) =>
        TypedResults.Problem(problem, statusCode: StatusCodes.Status500InternalServerError, title: title);

    private static ProblemHttpResult Missing(string problem) =>
        TypedResults.Problem(problem, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
