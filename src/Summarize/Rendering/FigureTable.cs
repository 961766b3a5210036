using System.Globalization;
using System.Text;
using Dateline.Summarize.Figures;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rendering;

/// <summary>The figures as a table: what, value with qualifier, as of, who says, outlet, status.</summary>
internal static class FigureTable
{
    private static readonly string[] Columns = ["What", "Value", "As of", "Who says", "Outlet", "Status"];

    /// <summary>A Markdown table.</summary>
    public static void WriteMarkdown(
        StringBuilder page, IReadOnlyList<BriefingFigure> figures, Func<string, string> escape,
            Func<IReadOnlyList<Citation>, string> marks)
    {
        page.Append("| ").AppendJoin(" | ", Columns).Append(" |\n|").Insert(page.Length, "---|",
            Columns.Length).Append('\n');
        foreach (var figure in figures)
            foreach (var (value, first) in figure.Values.Select(static (value, place) => (value, place == 0)))
                page.Append("| ").AppendJoin(" | ", Cells(figure, value, first, escape, marks)).Append(" |\n");
    }

    /// <summary>An HTML table.</summary>
    public static void WriteHtml(
        StringBuilder page, IReadOnlyList<BriefingFigure> figures, Func<string, string> encode,
            Func<IReadOnlyList<Citation>, string> marks)
    {
        page.Append(
            "<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">Figures</h2>\n<table "
                + "class=\"figures\">\n<thead><tr>");
        foreach (var column in Columns) page.Append("<th scope=\"col\">").Append(column).Append("</th>");
        page.Append("</tr></thead>\n");
        foreach (var figure in figures)
        {
            page.Append("<tbody>\n");
            foreach (var (value, first) in figure.Values.Select(static (value, place) => (value, place == 0)))
            {
                page.Append("<tr>");
                foreach (var (cell, column) in Cells(figure, value, first, encode, marks).Zip(Columns))
                {
                    page.Append(cell.Length == 0 ? "<td class=\"same\">" : $"<td data-label=\"{column}\">");
                    page.Append(cell).Append("</td>");
                }

                page.Append("</tr>\n");
            }

            page.Append("</tbody>\n");
        }

        page.Append("</table>\n</section>\n");
    }

    /// <summary>One row in one line, for plain text.</summary>
    public static string Plain(BriefingFigure figure, Func<IReadOnlyList<Citation>, string> marks) =>
        $"{What(figure)}: " + string.Join("; ", figure.Values.Select(value =>
            $"{value.Text}{marks([value.Citation])} ({Speaker(value)}; "
                + $"{BriefingWords.Attribution(value.Outlet, value.AsOf)})"))
        + $" - {Standing(figure)}";

    private static IEnumerable<string> Cells(
        BriefingFigure figure, FigureValue value, bool first, Func<string, string> encode,
            Func<IReadOnlyList<Citation>, string> marks) =>
    [
        first ? encode(What(figure)) + (figure.DateCitation is { } date ? marks([date]) : "") : "",
        encode(value.Text) + marks([value.Citation]),
        encode(value.AsOf is { } asOf ? BriefingWords.Date(asOf) : "undated"),
        encode(Speaker(value)) + (value.SpeakerCitation is { } speaker ? marks([speaker]) : ""),
        encode(value.Outlet ?? "outlet unknown"),
        first ? encode(Standing(figure)) : "",
    ];

    /// <summary>"killed, Tremseh, Hama, Syria, 12 July 2012", "killed, Syria, since March 2011".</summary>
    public static string What(BriefingFigure figure)
    {
        List<string> parts = [Kind(figure)];
        if (figure.Place is { } place) parts.Add(place);
        if (figure.Date is { } date)
            parts.Add((figure.Scope == FigureScope.Cumulative && date.Precision != Search.Articles.DatePrecision.Days
                ? "since " : "") + BriefingWords.Date(date));
        else if (figure.Scope == FigureScope.Cumulative) parts.Add("in total");
        return string.Join(", ", parts);
    }

    private static string Kind(BriefingFigure figure) => figure.Kind switch
    {
        FigureKind.Casualties => "killed, injured or missing",
        FigureKind.Money when figure.Purpose is { } purpose => $"money ({purpose})",
        FigureKind.Events or FigureKind.Troops when figure.What.Length > 0 => figure.What.ToLowerInvariant(),
        _ => figure.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private static string Speaker(FigureValue value) => value.Speaker switch
    {
        null => "the outlet",
        FigureSpeakers.Unresolved => "attributed, see the sentence",
        var name => name,
    };

    private static string Standing(BriefingFigure figure) =>
        figure.Status is FigureStatus.OneReport or FigureStatus.OneOrigin
        ? Status(figure) : $"{Status(figure)}: {figure.Reason}";

    private static string Status(BriefingFigure figure) => figure.Status switch
    {
        FigureStatus.OneReport => "single report",
        FigureStatus.OneOrigin => "same number, one origin",
        FigureStatus.Agreed => string.Create(CultureInfo.InvariantCulture, $"agreed by {figure.Origins} origins"),
        FigureStatus.Disputed => "disputed",
        FigureStatus.Rising => "rising",
        FigureStatus.Revised => "revised down",
        FigureStatus.DifferentScope => "different scope",
        _ => throw new InvalidOperationException($"Unknown status {figure.Status}."),
    };
}
