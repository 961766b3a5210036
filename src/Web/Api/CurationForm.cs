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

    /// <summary>Writes the record a form describes.</summary>
    public static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Post(
        HttpContext context, IArticleArchive archive, IAntiforgery antiforgery, Notices notices)
    {
        if (archive.Desk is not { } desk)
            return TypedResults.Problem("This archive keeps no curation log.", statusCode: 404, title: "Not found");
        var (form, invalid) = await PostedForm.ReadAsync(context, antiforgery);
        if (form is null)
            return invalid!;
        var (draft, problem) = Read(form);
        var outcome = draft is null ? new CurationOutcome(null, problem) : Apply(desk, draft);
        var back = Urls.Local(form["back"].ToString()) ?? "/curation";
        var to = outcome.Item is { } item
            ? $"/curation?done={item.Record.Id}"
            : "/curation?notice=" + notices.Add(outcome.Problem!);
        return TypedResults.Redirect($"{to}&back={Uri.EscapeDataString(back)}#outcome");
    }

    private static CurationOutcome Apply(CurationDesk desk, CurationDraft draft)
    {
        try
        {
            return desk.Apply(draft);
        }
        catch (IOException e)
        {
            return new CurationOutcome(null, e.Message);
        }
    }

    private static (CurationDraft? Draft, string? Problem) Read(IFormCollection form)
    {
        if (form.IsTooLong())
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
            Into = form.One("into"),
            Name = form.One("name"),
            Kind = form.One("kind"),
            Spellings = Many(form, "spelling"),
            Articles = Many(form, "article"),
            Undoes = long.TryParse(form["undoes"], out var undoes) ? undoes : null,
            Note = form.One("note"),
        }, null);
    }

    private static string[] Many(IFormCollection form, string name) =>
        [.. form[name].OfType<string>().Select(static text => text.Trim()).Where(static text => text.Length > 0)];
}
