using System.Text;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rendering;

/// <summary>A briefing as plain text for mail and terminals: lines of at most 78 characters where words allow, no
/// markup.</summary>
public static class TextRenderer
{
    private const int Width = 78;

    /// <summary>The whole briefing, ending in a newline.</summary>
    public static string Render(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var page = new StringBuilder();
        var numbers = new SourceNumbers(briefing);
        WriteHeader(page, briefing);
        Section(page, "Bottom line", briefing.BottomLine, sentence => Item(page, Sentence(sentence, numbers)));
        Section(page, "What changed", BriefingWords.Changes(briefing), change => Item(
            page, $"{change.Words}{(change.Sentence is { } sentence ? " " + Sentence(sentence, numbers) : "")}"));
        Section(page, "Key points", briefing.KeyPoints, point => WritePoint(page, point, numbers));
        Section(page, "Timeline", briefing.Timeline, entry => Item(
            page, $"{BriefingWords.Date(entry.Date)} (\"{entry.DateCitation.Quote}\"): "
                + $"{Sentence(entry.Sentence, numbers)}"));
        Section(page, "Figures", briefing.Figures, figure => Item(
            page, FigureTable.Plain(figure, citations => Marks(citations, numbers))));
        Section(page, "Who said what", briefing.Statements, said => WriteStatement(page, said, numbers));
        Section(page, "Sides and silence", briefing.Sides, side => Item(
            page, $"{side.Name}: {StatementWords.Voice(side)}{Marks([side.Evidence], numbers)}"));
        Section(page, "Gaps", briefing.Gaps, gap => Item(page, gap.Message + Marks(gap.Citations, numbers)));
        Section(page, "Sources", briefing.Sources, source => Item(
            page,
            $"{source.Title}. {BriefingWords.Attribution(source.Outlet, source.Published)}. Article "
                + $"{source.ArticleId}, {source.Origin}.",
            $"{source.Number}. "));
        return page.ToString();
    }

    private static void WriteHeader(StringBuilder page, Briefing briefing)
    {
        var header = briefing.Header;
        Wrap(page, $"BRIEFING: {header.Topic}", "", "");
        page.Append('\n');
        Wrap(page, $"Query: {(header.CanonicalQuery.Length == 0 ? "(all)" : header.CanonicalQuery)}", "", "  ");
        Wrap(page, $"Basis: {BriefingWords.Basis(header)}", "", "  ");
        Wrap(page, $"Mode: {BriefingWords.Mode(header)} Dateline {header.ToolVersion}.", "", "  ");
        if (header.Confidence is { } confidence) Wrap(page, BriefingWords.Confidence(confidence), "", "  ");
        foreach (var warning in header.Warnings) Wrap(page, $"Note: {warning}", "", "  ");
        if (briefing.BottomLine.Count == 0 && briefing.KeyPoints.Count == 0) Wrap(page, BriefingWords.Nothing, "", "");
    }

    private static void WritePoint(StringBuilder page, KeyPoint point, SourceNumbers numbers)
    {
        Item(page, $"{Sentence(point.Sentence, numbers)} - {BriefingWords.Standing(point)}");
        foreach (var support in point.Support) Wrap(page, Sentence(support, numbers), "  - ", "    ");
    }

    private static void WriteStatement(StringBuilder page, SpokenStatement said, SourceNumbers numbers)
    {
        Item(page,
            $"{StatementWords.Speaker(said)} - {StatementWords.Manner(said)}: {Sentence(said.Sentence, numbers)}");
        foreach (var related in said.Related)
            Wrap(page, $"{StatementWords.Relation(related)}: {Sentence(related.Sentence, numbers)}", "  - ", "    ");
    }

    private static void Section<T>(StringBuilder page, string title, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        page.Append('\n').Append(title.ToUpperInvariant()).Append("\n\n");
        foreach (var item in items) write(item);
    }

    private static string Sentence(BriefingSentence sentence, SourceNumbers numbers)
    {
        var mark = BriefingWords.Writer(sentence) is { Length: > 0 } writer ? $" ({writer})" : "";
        var context = sentence.Context is { } before ? $"({before}) " : "";
        return $"{context}{sentence.Text}{Marks(sentence.Citations, numbers)}{mark} "
            + $"({BriefingWords.Attribution(sentence.Outlet, sentence.Date)})";
    }

    private static string Marks(IReadOnlyList<Citation> citations, SourceNumbers numbers) =>
        string.Concat(citations.Select(citation => $" [{numbers.Of(citation)}:{citation.Start}-{citation.End}]"));

    private static void Item(StringBuilder page, string text, string lead = "- ") =>
        Wrap(page, text, lead, new string(' ', lead.Length));

    // Article text is folded to one line and loses control characters, so it cannot fake a heading or move a cursor.
    private static void Wrap(StringBuilder page, string text, string lead, string indent)
    {
        var plain = new string([.. EvidenceCollector.Fold(text).Where(static unit => !char.IsControl(unit))]);
        var column = lead.Length;
        page.Append(lead);
        var first = true;
        foreach (var word in plain.Split(' '))
        {
            if (!first && column + 1 + word.Length > Width)
            {
                page.Append('\n').Append(indent);
                column = indent.Length;
            }
            else if (!first)
            {
                page.Append(' ');
                column++;
            }

            page.Append(word);
            column += word.Length;
            first = false;
        }

        page.Append('\n');
    }
}
