using System.Text;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>The forms in which a briefing is handed out.</summary>
internal static class BriefingFormats
{
    /// <summary>Names as an address gives them.</summary>
    public const string All = "json, md, html, txt";

    /// <summary>A briefing in a form; JSON when none is named; null for an unknown one.</summary>
    public static Func<Briefing, ContentHttpResult>? Find(string? format) => (format ?? "json") switch
    {
        "json" => static briefing => Text(BriefingJson.Write(briefing), "application/json"),
        "md" => static briefing => Text(MarkdownRenderer.Render(briefing), "text/markdown"),
        "html" => static briefing => Text(HtmlRenderer.RenderPage(briefing), "text/html"),
        "txt" => static briefing => Text(TextRenderer.Render(briefing), "text/plain"),
        _ => null,
    };

    /// <summary>What to say of an unknown form.</summary>
    public static ProblemHttpResult Unknown(string? format) =>
        ApiProblems.Bad($"format is '{format}': give one of {All}.");

    private static ContentHttpResult Text(string text, string type) => TypedResults.Text(text, type, Encoding.UTF8);
}
