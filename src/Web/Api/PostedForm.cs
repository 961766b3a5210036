using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>What the handlers of posted forms have in common.</summary>
internal static class PostedForm
{
    private const int MaxText = 4000;

    /// <summary>The form of a request; a problem when it was not made by a page of this server.</summary>
    public static async Task<(IFormCollection? Form, ProblemHttpResult? Problem)> ReadAsync(
        HttpContext context, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(context))
            return (await context.Request.ReadFormAsync(context.RequestAborted), null);
        return (null, ApiProblems.Bad(
            "The form is no longer valid, as the server was started anew or the page is old: load the page again."));
    }

    /// <summary>True when a field is longer than any that a page would send.</summary>
    public static bool IsTooLong(this IFormCollection form) =>
        form.SelectMany(static field => field.Value).Any(static text => text?.Length > MaxText);

    /// <summary>The trimmed text of a field; null when it is missing or blank.</summary>
    public static string? One(this IFormCollection form, string name) =>
        form[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
