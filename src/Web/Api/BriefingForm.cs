using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>The forms by which pages save and delete briefings: post, then redirect to what came of it.</summary>
internal static class BriefingForm
{
    /// <summary>Where forms are sent.</summary>
    public const string Address = "/briefings/records";

    /// <summary>Does what the form says: <c>save</c> or <c>remove</c>.</summary>
    public static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Post(
        HttpContext context, BriefingDesk desk, IAntiforgery antiforgery, Notices notices)
    {
        var (form, invalid) = await PostedForm.ReadAsync(context, antiforgery);
        if (form is null)
            return invalid!;
        if (form.IsTooLong())
            return ApiProblems.Bad("A field of the form is too long.");
        return form["operation"].ToString() switch
        {
            "save" => await Save(form, desk, notices, context.RequestAborted),
            "remove" => Remove(form["id"].ToString(), desk, notices),
            _ => ApiProblems.Bad("The form says nothing to do."),
        };
    }

    private static async Task<RedirectHttpResult> Save(
        IFormCollection form, BriefingDesk desk, Notices notices, CancellationToken cancellationToken)
    {
        var asked = new BriefingParameters(
            form.One("topic"), null, null, null, form.One("asOf"), form.One("length"), null, form.One("since"),
            form["model"] == "true");
        var problem = "The form names no topic.";
        var request = asked.Topic is not null ? asked.Read(out problem)
            : asked.Since is not null ? desk.RequestOf(asked.Since, out problem) : null;
        if (request is null)
            return To(notices, problem);
        var (result, wrong) = await desk.WriteAsync(request, asked.Since, asked.Model == true, cancellationToken);
        if (result?.Briefing is not { } briefing)
            return To(notices, wrong ?? "The topic cannot be read as a query.");
        return desk.Save(briefing, out problem) is { } saved
            ? TypedResults.Redirect("/briefings/" + saved.Id)
            : To(notices, problem);
    }

    private static RedirectHttpResult Remove(string id, BriefingDesk desk, Notices notices) => To(
        notices, desk.Remove(id, out var problem) ? $"The briefing {id} is deleted." : problem);

    private static RedirectHttpResult To(Notices notices, string message) =>
        TypedResults.Redirect($"/briefings?notice={notices.Add(message)}#outcome");
}
