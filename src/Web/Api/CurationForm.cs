using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Curation;
using Dateline.Web.Hosting;
using Dateline.Web.Markup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>The forms by which pages write to the curation log: post, then redirect to what came of it.</summary>
internal static class CurationForm
{
    /// <summary>Where forms are sent.</summary>
    public const string Address = "/curation/records";

    private const int MaxText = 4000;

    /// <summary>Writes the record a form describes.</summary>
    public static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Post(
        HttpContext context, IArticleArchive archive, IAntiforgery antiforgery, Notices notices)
    {
        if (archive.Desk is not { } desk)
            return TypedResults.Problem("This archive keeps no curation log.", statusCode: 404, title: "Not found");
        if (!await antiforgery.IsRequestValidAsync(context))
            return ApiProblems.Bad(
                "The form is no longer valid, as the server was started anew or the page is old: load the page again.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (draft, problem) = Read(form);
        var outcome = draft is null ? new CurationOutcome(null, problem) : desk.Apply(draft);
        var back = Urls.Local(form["back"].ToString()) ?? "/curation";
        var to = outcome.Item is { } item
            ? $"/curation?done={item.Record.Id}"
            : "/curation?notice=" + notices.Add(outcome.Problem!);
        return TypedResults.Redirect($"{to}&back={Uri.EscapeDataString(back)}#outcome");
    }

    private static (CurationDraft? Draft, string? Problem) Read(IFormCollection form)
    {
        if (form.SelectMany(static field => field.Value).Any(static text => text?.Length > MaxText))
            return (null, "A field of the form is too long.");
        var operation = Enum.GetValues<CurationOperation>()
            .Where(operation => EnumNames.Kebab(operation) == form["operation"])
                .Select(static known => (CurationOperation?)known)
            .FirstOrDefault();
        if (operation is not { } known)
            return (null, "The form says nothing to do.");
        return (new CurationDraft
        {
            Operation = known,
            Values = Many(form, "value"),
            Into = One(form, "into"),
            Name = One(form, "name"),
            Kind = One(form, "kind"),
            Spellings = Many(form, "spelling"),
            Articles = Many(form, "article"),
            Undoes = long.TryParse(form["undoes"], out var undoes) ? undoes : null,
            Note = One(form, "note"),
        }, null);
    }

    private static string? One(IFormCollection form, string name) =>
        form[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string[] Many(IFormCollection form, string name) =>
        [.. form[name].OfType<string>().Select(static text => text.Trim()).Where(static text => text.Length > 0)];
}
