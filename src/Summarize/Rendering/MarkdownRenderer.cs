using System.Text;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rendering;

/// <summary>A briefing as CommonMark. Article text is escaped, so it can neither format nor link.</summary>
public static class MarkdownRenderer
{
    /// <summary>The whole briefing, ending in a newline.</summary>
    public static string Render(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var numbers = new SourceNumbers(briefing);
        var page = new StringBuilder();
        WriteHeader(page, briefing);
        WriteBottomLine(page, briefing, numbers);
        WriteChanges(page, briefing, numbers);
        WriteKeyPoints(page, briefing, numbers);
        WriteTimeline(page, briefing, numbers);
        WriteFigures(page, briefing, numbers);
        WriteStatements(page, briefing, numbers);
        WriteSides(page, briefing, numbers);
        WriteGaps(page, briefing, numbers);
        WriteSources(page, briefing);
        return page.ToString();
    }

    private static void WriteHeader(StringBuilder page, Briefing briefing)
    {
        var header = briefing.Header;
        Line(page, $"# Briefing: {Escape(header.Topic)}");
        Line(page);
        Line(page, $"Query: {Code(header.CanonicalQuery)}  ");
        Line(page, $"Basis: {BriefingWords.Basis(header)}  ");
        Line(page, $"Mode: {Escape(BriefingWords.Mode(header))} Dateline {Escape(header.ToolVersion)}.");
        if (header.Confidence is { } confidence) Line(page, $"\n{Escape(BriefingWords.Confidence(confidence))}");
        foreach (var warning in header.Warnings) Line(page, $"\nNote: {Escape(warning)}");
        if (briefing.BottomLine.Count == 0 && briefing.KeyPoints.Count == 0) Line(page, $"\n{BriefingWords.Nothing}");
    }

    private static void WriteBottomLine(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.BottomLine.Count == 0) return;
        Heading(page, "Bottom line");
        foreach (var sentence in briefing.BottomLine) Line(page, $"- {Sentence(sentence, numbers)}");
    }

    private static void WriteKeyPoints(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.KeyPoints.Count == 0) return;
        Heading(page, "Key points");
        foreach (var point in briefing.KeyPoints)
        {
            Line(page, $"- {Sentence(point.Sentence, numbers)} — *{Escape(BriefingWords.Standing(point))}*");
            foreach (var support in point.Support) Line(page, $"  - {Sentence(support, numbers)}");
        }
    }

    private static void WriteTimeline(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.Timeline.Count == 0) return;
        Heading(page, "Timeline");
        foreach (var entry in briefing.Timeline)
            Line(page,
                $"- **{BriefingWords.Date(entry.Date)}** (\"{Escape(Folded(entry.DateCitation.Quote))}\"): "
                    + $"{Sentence(entry.Sentence, numbers)}");
    }

    private static void WriteFigures(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.Figures.Count == 0) return;
        Heading(page, "Figures");
        FigureTable.WriteMarkdown(page, briefing.Figures, Escape, citations => Marks(citations, numbers));
    }

    private static void WriteChanges(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.Changes is null) return;
        Heading(page, "What changed");
        foreach (var (words, sentence) in BriefingWords.Changes(briefing))
            Line(page, $"- {Escape(words)}{(sentence is null ? "" : " " + Sentence(sentence, numbers))}");
    }

    private static void WriteStatements(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.Statements.Count == 0) return;
        Heading(page, "Who said what");
        foreach (var said in briefing.Statements)
        {
            Line(page,
                $"- **{Escape(StatementWords.Speaker(said))}** *{Escape(StatementWords.Manner(said))}*: "
                    + $"{Sentence(said.Sentence, numbers)}");
            foreach (var related in said.Related)
                Line(page, $"  - *{Escape(StatementWords.Relation(related))}*: {Sentence(related.Sentence, numbers)}");
        }
    }

    private static void WriteSides(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.Sides.Count == 0) return;
        Heading(page, "Sides and silence");
        foreach (var side in briefing.Sides)
            Line(page, $"- **{Escape(side.Name)}**: {StatementWords.Voice(side)}{Marks([side.Evidence], numbers)}");
    }

    private static void WriteGaps(StringBuilder page, Briefing briefing, SourceNumbers numbers)
    {
        if (briefing.Gaps.Count == 0) return;
        Heading(page, "Gaps");
        foreach (var gap in briefing.Gaps) Line(page, $"- {Escape(gap.Message)}{Marks(gap.Citations, numbers)}");
    }

    private static void WriteSources(StringBuilder page, Briefing briefing)
    {
        if (briefing.Sources.Count == 0) return;
        Heading(page, "Sources");
        foreach (var source in briefing.Sources)
            Line(page,
                $"{source.Number}. {Escape(source.Title)}. "
                    + $"{Escape(BriefingWords.Attribution(source.Outlet, source.Published))}. "
                + $"Article {Code(source.ArticleId)}, {Code(source.Origin)}.");
    }

    private static string Sentence(BriefingSentence sentence, SourceNumbers numbers) =>
        $"{Context(sentence)}{Escape(sentence.Text)}{Marks(sentence.Citations, numbers)}{Writer(sentence)} "
            + $"({Escape(BriefingWords.Attribution(sentence.Outlet, sentence.Date))})";

    private static string Writer(BriefingSentence sentence) =>
        BriefingWords.Writer(sentence) is { Length: > 0 } mark ? $" *{mark}*" : "";

    private static string Context(BriefingSentence sentence) =>
        sentence.Context is { } before ? $"({Escape(before)}) " : "";

    private static string Marks(IReadOnlyList<Citation> citations, SourceNumbers numbers) =>
        string.Concat(citations.Select(citation => $" \\[{numbers.Of(citation)}:{citation.Start}–{citation.End}\\]"));

    private static void Heading(StringBuilder page, string text)
    {
        Line(page);
        Line(page, $"## {text}");
        Line(page);
    }

    private static void Line(StringBuilder page, string text = "") => page.Append(text).Append('\n');

    private static string Folded(string text) => Evidence.EvidenceCollector.Fold(text);

    // A code span may hold anything but its own fence.
    private static string Code(string text)
    {
        var plain = Folded(text);
        var fence = "`";
        while (plain.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return plain.Length == 0
            ? "(all)" : $"{fence}{(fence.Length > 1 ? " " : "")}{plain}{(fence.Length > 1 ? " " : "")}{fence}";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in Folded(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
